/* The engine's one interface; the page uses nothing else, so that another engine can stand behind the same page.

   showcaseSearch.open(language, root) → Promise<engine>
     `language`: the BCP 47 tag of an index; `root`: the address of the site's root, ending in "/" or empty.
     Rejects when the index cannot be loaded; a later call tries again.

   engine.search(query, {facets, sort, from, limit}) → Promise<answer>
     `query`: what the reader typed; `facets`: {facet: [id, …]} that results must have, one of each list;
     `sort`: "relevance" or "date" (newest first); results `from` (0) up to `from + limit` (10).
     Rejects when a file cannot be loaded; the same call later tries again.

   answer
     results: [{language, kind, url, title, excerpt, date, place, brand}]; `url` is relative to the root; `title` and
       `excerpt` are [[text, is a match], …]; `place`
       and `brand` likewise; `date` is words to show, or empty
     total: how many results there are with these facets
     facets: [{key, values: [{id, label, depth, count, chosen}]}]; `count` is what choosing the value would show, given
       the choices in the other facets; `label` is empty where the page has words of its own
     notes: "most" when no document has all words and these have most of them, "near" when they only come close
     suggestions: texts to search for instead
     words: the query's words as typed, without those that a minus excludes */

/** `load(name)` promises the data of a file beside index.js; where it is not given, script elements load it. */
async function openEngine(language, root, load) {
  const index = await openIndex(load || scriptLoader(root + "search/" + language + "/"));
  // Facets, sorting and "more" ask again for the same query.
  let latest = { text: null, found: null };
  function find(text) {
    if (latest.text !== text) {
      const asked = { text, found: search(index, text) };
      asked.found.catch(() => { if (latest === asked) latest = { text: null, found: null }; });
      latest = asked;
    }
    return latest.found;
  }
  return {
    language,
    async search(text, options) {
      const { facets, sort, from, limit } = { facets: {}, sort: "relevance", from: 0, limit: 10, ...options };
      const found = await find(text);
      // A file of facets is worth loading where they narrow: not for results that stand on one page.
      const ways = index.hasFacets || found.order.length > limit || Object.keys(facets).length ? await index.facets() : [];
      const narrowed = narrow(ways, found.order, facets);
      const order = sort === "date" ? narrowed.order.slice().sort((a, b) => b - a) : narrowed.order;
      const show = (numbers) => Promise.all(numbers.map((n) => present(index, n, found.query, found.mode)));
      // From the best titles, whether or not the facets leave them: what letters stand for does not depend on what is chosen.
      if (found.query.words.some((word) => word.letters) && !found.query.spelled.length) {
        found.query.spelled = spelledOut(await show(found.order.slice(0, limit)), found.query, index.variants);
      }
      const shown = await show(order.slice(from, from + limit));
      return {
        results: shown.map((one) => resultOf(one, language)),
        total: order.length,
        facets: narrowed.facets,
        notes: order.length && (found.mode === "most" || found.mode === "near") ? [found.mode] : [],
        suggestions: suggestions(shown, found.query, found.mode, index.variants).filter((one) => one !== text.trim()),
        words: found.query.words.map((word) => word.typed),
      };
    },
  };
}

function resultOf({ record, title, excerpt, place, brand }, language) {
  const { kind, url, date } = record;
  return { language, kind, url, title, excerpt, date, place, brand };
}

globalThis.showcaseSearch = { add, open: openEngine };
