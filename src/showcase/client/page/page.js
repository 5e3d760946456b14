/* The search page: what is asked, and what is shown of the answer. The markup it works on is the theme's
   (docs/theme-contract.md, "search.html"). */

const CLIENT = document.currentScript.src, PAGE = 10, PATIENCE = 150, LONGEST_QUERY = 200;

class SearchPage {
  constructor(form) {
    this.form = form;
    this.strings = JSON.parse(form.dataset.strings || "{}");
    this.input = form.querySelector("input[name=q]");
    this.language = form.dataset.language;
    const codes = Object.keys(this.strings).filter((key) => key.startsWith("language_")).map((key) => key.slice(9));
    this.languages = [...new Set([this.language, ...codes])];
    this.engines = new Map();
    this.title = document.title;
    this.labels = new Map();
    this.opened = new Set();
    this.turn = this.shown = 0;
    this.state = readAddress();
    // Typing on from a search that was settled (sent off, shared, narrowed) leaves that one in the history.
    this.settled = Boolean(this.state.q);
    this.build();
    this.listen();
  }

  build() {
    const [line, facets, list] = ["search-status", "search-facets", "search-results"].map((id) => document.getElementById(id));
    this.status = statusLine(line);
    this.line = line;
    this.facets = facets;
    this.list = list;
    this.browse = document.getElementById("search-browse");
    this.tools = toolRow(this);
    this.chips = element("ul", "search-chips");
    this.chips.setAttribute("aria-label", this.say("chosen"));
    this.notes = element("div", "search-notes");
    this.rest = element("div", "search-rest");
    list.before(this.tools, this.chips, this.notes);
    list.after(this.rest);
    const keyboard = document.querySelector("[data-search-keyboard]");
    if (keyboard) this.loadKeyboard(keyboard);
  }

  loadKeyboard(place) {
    const script = element("script");
    script.src = new URL(KEYBOARD, CLIENT);
    script.onload = () => showcaseSearch.startKeyboard(
      place, this.input, (key) => this.say(key), () => this.change({ q: this.input.value }));
    document.head.append(script);
  }

  listen() {
    this.typing = listen(this.input, () => this.typed());
    leadByKeys(this.input, this.list, () => {
      this.input.value = "";
      this.typing.stop();
      this.typed();
    });
    this.input.addEventListener("focus", () => { this.open().catch(() => {}); }, { once: true });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.typing.composing()) this.change({ q: this.input.value });
    });
    window.addEventListener("popstate", (event) => {
      this.typing.stop();
      this.state = readAddress();
      this.settled = true;
      this.input.value = this.state.q;
      this.run(event.state || { shown: 0, y: 0 });
    });
    window.addEventListener("pagehide", () => this.keepPlace());
    window.addEventListener("online", () => { if (this.notes.querySelector(".search-error")) this.run(); });
  }

  start() {
    // Results come later than the browser's own attempt to scroll back.
    history.scrollRestoration = "manual";
    // The reader may have typed before this script was there.
    if (this.state.q) this.input.value = this.state.q;
    else this.state.q = this.input.value;
    if (this.browse && this.state.q) this.browse.hidden = true;
    this.run(history.state);
  }

  say(key, values) {
    return (this.strings[key] || "").replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  otherLanguages() {
    const names = this.languages.slice(1).map((code) => this.say("language_" + code));
    return this.say("other_languages", { x: names.join(this.say("comma")) });
  }

  address(url) {
    const file = this.form.dataset.portable === "true" && (url === "" || url.endsWith("/")) ? "index.html" : "";
    return this.form.dataset.root + url + file;
  }

  open() {
    const all = this.state.all, root = this.form.dataset.root;
    if (!this.engines.has(all)) {
      const opening = all ? openLanguages(this.languages, root) : showcaseSearch.open(this.language, root);
      this.engines.set(all, opening);
      opening.catch(() => this.engines.delete(all));
    }
    return this.engines.get(all);
  }

  /** Asks and shows; `place` is how far the reader had come here before. */
  async run(place) {
    const mine = ++this.turn, query = this.state.q.trim().slice(0, LONGEST_QUERY);
    document.title = query ? query + " · " + this.title : this.title;
    this.busy(Boolean(query));
    if (!query) {
      this.idle();
      return;
    }
    const slow = setTimeout(() => { if (mine === this.turn) this.loading(); }, PATIENCE);
    const { chosen, sort } = this.state;
    const wanted = { facets: chosen, sort: sort || "relevance", from: 0, limit: Math.max(PAGE, place?.shown || 0) };
    try {
      const engine = await this.open();
      const answer = await engine.search(query, wanted);
      const hidden = !answer.total && Object.keys(chosen).length ? (await engine.search(query, { ...wanted, facets: {}, limit: 0 })).total : 0;
      // An answer that a newer question has overtaken is dropped.
      if (mine === this.turn) this.show(query, answer, hidden, () => this.more(engine, query, wanted, answer.total));
      if (mine === this.turn && place) window.scrollTo(0, place.y);
    } catch (error) {
      if (mine === this.turn) this.fail();
    } finally {
      clearTimeout(slow);
      if (mine === this.turn) this.busy(false);
    }
  }

  busy(now) {
    if (now) this.form.setAttribute("aria-busy", "true");
    else this.form.removeAttribute("aria-busy");
    if (!now) document.body.classList.remove("search-loading");
  }

  loading() {
    this.status(this.say("loading"));
    document.body.classList.add("search-loading");
  }

  /** For style sheets: idle, results, empty or error. */
  stand(where) {
    document.body.dataset.search = where;
  }

  clear() {
    this.notes.textContent = this.list.textContent = this.rest.textContent = "";
    this.shown = 0;
  }

  idle() {
    this.clear();
    this.stand("idle");
    this.facets.textContent = "";
    showChips(this.chips, this.state, this);
    this.tools.show(this.state, false);
    if (this.browse) this.browse.hidden = false;
    this.status("");
  }

  /** `hidden`: how many results there would be without the facets chosen, when they leave none. */
  show(query, answer, hidden, more) {
    const total = answer.total, again = this.notes.contains(document.activeElement);
    this.clear();
    this.stand(total ? "results" : "empty");
    const notes = this.noteTexts(answer.notes);
    const count = this.say(total > 1 ? "results" : total ? "results_one" : hidden ? "results_hidden" : "results_none", { q: query, n: total || hidden });
    this.status(count, [count, ...notes].join(" "));
    this.tools.show(this.state, total || this.state.all);
    if (this.browse) this.browse.hidden = total > 0;
    for (const note of notes) this.notes.append(element("p", "search-note", note));
    if (answer.suggestions.length) this.notes.append(suggestionLine(answer.suggestions, this));
    if (!total) this.notes.append(emptyHelp(hidden, this.state, this));
    this.append(answer.results, total, more);
    for (const { key, values } of answer.facets) for (const value of values) this.labels.set(key + value.id, value.label);
    showFacets(this.facets, answer.facets, this);
    document.body.classList.toggle("search-narrowable", this.facets.childElementCount > 0);
    showChips(this.chips, this.state, this);
    // What had the focus (a suggestion, "try again") is gone. Not to the box: phones would open their keyboard.
    if (again) this.line.focus({ preventScroll: true });
  }

  noteTexts(notes) {
    const texts = notes.map((note) => this.say("note_" + note));
    return this.state.q.trim().length > LONGEST_QUERY ? [this.say("note_long", { n: LONGEST_QUERY }), ...texts] : texts;
  }

  append(results, total, more) {
    results.forEach((result) => this.list.appendChild(resultItem(result, this)));
    this.shown += results.length;
    this.rest.textContent = "";
    const left = total - this.shown;
    if (left > 0) this.rest.append(button("search-more", this.say("more", { n: Math.min(PAGE, left), total }), more));
  }

  /** The next results, and the focus on the first of them. */
  async more(engine, query, wanted, total) {
    const mine = this.turn, first = this.shown;
    const again = () => this.more(engine, query, wanted, total);
    try {
      const answer = await engine.search(query, { ...wanted, from: first, limit: PAGE });
      if (mine !== this.turn || first !== this.shown) return;
      this.append(answer.results, total, again);
      this.list.children[first].querySelector("a").focus();
    } catch (error) {
      if (mine !== this.turn) return;
      this.rest.textContent = "";
      this.rest.append(errorBox(this, again));
    }
  }

  fail() {
    this.clear();
    this.stand("error");
    this.status("");
    this.tools.show(this.state, false);
    this.notes.append(errorBox(this, () => this.run()));
  }

  /** A choice of the reader's: a new entry of the history. */
  change(part) {
    this.typing.stop();
    this.keepPlace();
    this.state = { ...this.state, ...part };
    if (!this.state.all) this.state.chosen = withoutFacet(this.state.chosen, "language");
    this.settled = true;
    writeAddress(this.state, true);
    this.run();
  }

  ask(text) {
    this.input.value = text;
    this.change({ q: text, chosen: {} });
  }

  typed() {
    if (this.input.value === this.state.q) return;
    if (this.settled) this.keepPlace();
    this.state = { ...this.state, q: this.input.value };
    writeAddress(this.state, this.settled);
    this.settled = false;
    this.run();
  }

  keepPlace() {
    keepPlace({ shown: this.shown, y: window.scrollY });
  }
}

function begin() {
  const form = document.getElementById("search-form");
  if (form) new SearchPage(form).start();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
