/* The search page. */

const PAGE = 10, PAUSE = 120;
const FACETS = ["kind", "brand", "place", "topic", "year"];

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function marked(parent, pieces) {
  for (const [text, mark] of pieces) parent.appendChild(mark ? element("mark", "", text) : document.createTextNode(text));
  return parent;
}

function startPage(form) {
  const strings = JSON.parse(form.dataset.strings || "{}");
  const say = (key, values) => (strings[key] || "").replace(/\{(\w+)\}/g, (_, name) => (values || {})[name]);
  const input = form.querySelector("input[name=q]");
  const [status, facetBox, list] = ["search-status", "search-facets", "search-results"].map((id) => document.getElementById(id));
  const notes = element("div", "search-notes");
  list.parentNode.insertBefore(notes, list);
  const more = element("button", "search-more");
  more.type = "button";
  more.hidden = true;
  list.parentNode.insertBefore(more, list.nextSibling);
  let opening = null, turn = 0, timer = 0, composing = false;
  let state = readState();

  function open() {
    if (!opening) {
      opening = showcaseSearch.open(form.dataset.language, form.dataset.root);
      opening.catch(() => { opening = null; });
    }
    return opening;
  }

  // Where file:// forbids a new query, the state lives in the fragment.
  function readState() {
    const fragment = location.hash.startsWith("#?") ? location.hash.slice(1) : "";
    const parameters = new URLSearchParams(fragment || location.search);
    const chosen = {};
    for (const key of FACETS) if (parameters.has(key)) chosen[key] = parameters.getAll(key);
    return { q: parameters.get("q") || "", chosen, sort: parameters.get("sort") === "date" ? "date" : "" };
  }

  function writeState(push) {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    for (const key of FACETS) for (const id of state.chosen[key] || []) parameters.append(key, id);
    if (state.sort) parameters.set("sort", state.sort);
    const text = parameters.toString();
    if (text === new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(1) : location.search).toString()) return;
    const write = (address) => history[push ? "pushState" : "replaceState"](null, "", address);
    try {
      write(text ? "?" + text : location.pathname);
    } catch (_) {
      try { write("#?" + text); } catch (_) { /* the search works without an address of its own */ }
    }
  }

  function address(url) {
    return form.dataset.root + url + (form.dataset.portable === "true" && (url === "" || url.endsWith("/")) ? "index.html" : "");
  }

  function clear() {
    notes.textContent = "";
    list.textContent = "";
    more.hidden = true;
  }

  async function run() {
    const mine = ++turn;
    if (!state.q.trim()) {
      clear();
      facetBox.textContent = "";
      status.textContent = say("prompt");
      return;
    }
    const slow = setTimeout(() => { if (mine === turn) status.textContent = say("loading"); }, 200);
    form.setAttribute("aria-busy", "true");
    try {
      const engine = await open();
      const wanted = { facets: state.chosen, sort: state.sort || "relevance", from: 0, limit: PAGE };
      const answer = await engine.search(state.q, wanted);
      if (mine !== turn) return;
      clear();
      show(engine, answer, wanted);
      showFacets(answer.facets, answer.total);
    } catch (error) {
      if (mine === turn) showError();
    } finally {
      clearTimeout(slow);
      if (mine === turn) form.removeAttribute("aria-busy");
    }
  }

  function show(engine, answer, wanted) {
    const total = answer.total;
    status.textContent = !total ? say("results_none", { q: state.q.trim() }) : total === 1 ? say("results_one") : say("results", { n: total });
    for (const note of answer.notes) notes.appendChild(element("p", "search-note", say({ most: "most_words", near: "near" }[note])));
    if (answer.suggestions.length) notes.appendChild(suggestionLine(answer.suggestions));
    if (!total) notes.appendChild(element("p", "search-empty", say("empty_hint")));
    answer.results.forEach((result) => list.appendChild(resultItem(result)));
    showMore(engine, total, wanted);
  }

  function showMore(engine, total, wanted) {
    const from = wanted.from + PAGE;
    more.hidden = from >= total;
    more.textContent = say("more", { n: Math.min(PAGE, total - from) });
    const mine = turn;
    more.onclick = async () => {
      try {
        const next = Object.assign({}, wanted, { from });
        const answer = await engine.search(state.q, next);
        if (mine !== turn) return;
        answer.results.forEach((result) => list.appendChild(resultItem(result)));
        list.children[from].querySelector("a").focus();
        showMore(engine, total, next);
      } catch (error) {
        showError();
      }
    };
  }

  function suggestionLine(offered) {
    const line = element("p", "search-suggestions", say("did_you_mean") + " ");
    offered.forEach((text, i) => {
      if (i) line.appendChild(document.createTextNode(" "));
      const link = element("a", "", text);
      link.href = "?" + new URLSearchParams({ q: text });
      link.onclick = (event) => {
        event.preventDefault();
        input.value = text;
        change({ q: text, chosen: {} }, true);
      };
      line.appendChild(link);
    });
    return line;
  }

  function resultItem(record) {
    const made = element("li", "result"), heading = element("h3"), link = element("a", "result-link");
    link.href = address(record.url);
    heading.appendChild(marked(link, record.title));
    made.appendChild(heading);
    const meta = [say("kind_" + record.kind), record.kind === "brand" ? "" : record.brand, record.place, record.date];
    made.appendChild(element("p", "result-meta", meta.filter(Boolean).join(" · ")));
    if (record.excerpt.length) made.appendChild(marked(element("p", "result-excerpt"), record.excerpt));
    return made;
  }

  function showFacets(facets, total) {
    const focused = document.activeElement && facetBox.contains(document.activeElement) ? document.activeElement.id : "";
    facetBox.textContent = "";
    if (total) facetBox.appendChild(sortChoice());
    for (const facet of facets) {
      if (facet.values.length < 2 && !facet.values[0].chosen) continue;
      const set = element("fieldset", "search-facet");
      set.appendChild(element("legend", "", say("facet_" + facet.key)));
      facet.values.forEach((value) => set.appendChild(facetOption(facet.key, value)));
      facetBox.appendChild(set);
    }
    if (Object.keys(state.chosen).length) {
      const button = element("button", "search-clear", say("clear"));
      button.type = "button";
      button.onclick = () => {
        change({ chosen: {} }, true);
        input.focus();
      };
      facetBox.appendChild(button);
    }
    const again = focused && document.getElementById(focused);
    if (again) again.focus();
  }

  function facetOption(key, value) {
    const label = element("label", "search-facet-option"), box = element("input");
    box.type = "checkbox";
    box.id = "facet-" + key + "-" + value.id;
    box.checked = value.chosen;
    if (value.depth) label.dataset.depth = value.depth;
    box.onchange = () => {
      const ids = (state.chosen[key] || []).filter((id) => id !== value.id).concat(box.checked ? [value.id] : []);
      const chosen = Object.assign({}, state.chosen, { [key]: ids });
      if (!ids.length) delete chosen[key];
      change({ chosen }, true);
    };
    const text = key === "kind" ? say("kind_" + value.id) : value.id === "undated" && key === "year" ? say("undated") : value.label || value.id;
    label.append(box, " ", element("span", "search-facet-label", text), " ", element("span", "search-facet-count", value.count));
    return label;
  }

  function sortChoice() {
    const label = element("label", "search-sort", say("sort") + " "), select = element("select");
    select.id = "search-sort";
    for (const [value, key] of [["", "sort_relevance"], ["date", "sort_date"]]) {
      const option = element("option", "", say(key));
      option.value = value;
      select.appendChild(option);
    }
    select.value = state.sort;
    select.onchange = () => change({ sort: select.value }, true);
    label.appendChild(select);
    return label;
  }

  function showError() {
    clear();
    status.textContent = "";
    const box = element("div", "search-error");
    box.setAttribute("role", "alert");
    box.appendChild(element("p", "", say("error")));
    const button = element("button", "", say("retry"));
    button.type = "button";
    button.onclick = run;
    box.appendChild(button);
    notes.appendChild(box);
  }

  function change(part, push) {
    clearTimeout(timer);
    state = Object.assign({}, state, part);
    writeState(push);
    run();
  }

  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => {
    composing = false;
    typed();
  });
  input.addEventListener("input", (event) => { if (!composing && !event.isComposing) typed(); });
  input.addEventListener("focus", () => { open().catch(() => {}); }, { once: true });
  function typed() {
    clearTimeout(timer);
    timer = setTimeout(() => { if (input.value !== state.q) change({ q: input.value }, false); }, PAUSE);
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!composing) change({ q: input.value }, true);
  });
  window.addEventListener("popstate", () => {
    state = readState();
    input.value = state.q;
    run();
  });
  if (state.q) input.value = state.q;
  else state.q = input.value;
  run();
}

function begin() {
  const form = document.getElementById("search-form");
  if (form && form.dataset.index) startPage(form);
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
