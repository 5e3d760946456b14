/* Pagefind behind the same page: engine/engine.js says what the page asks of an engine. Loads by `import` and `fetch`, so
   from http alone. */

const MARK = /<mark>([^]*?)<\/mark>/g;
const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'", "&#x27;": "'" };

async function openPagefind(language, root) {
  const folder = new URL(root + "search/" + language + "/", location.href);
  const ways = await fetchJson(new URL("facets.json", folder));
  const pagefind = await import(new URL("pagefind.js", folder));
  await pagefind.init();
  // Counts come with answers only once the filters are loaded.
  await pagefind.filters();

  async function search(text, options) {
    const { facets, sort, from, limit } = { facets: {}, sort: "relevance", from: 0, limit: 10, ...options };
    const ask = (chosen) => pagefind.search(text, { filters: anyOf(chosen), sort: sort === "date" ? { number: "desc" } : {} });
    const found = await ask(facets);
    const shown = await Promise.all(found.results.slice(from, from + limit).map((result) => result.data()));
    const counted = await Promise.all(ways.map(async ([key, values]) => {
      // What choosing another value of a facet would show: as if nothing were chosen in this one.
      const { [key]: own, ...others } = facets;
      const counts = (own ? await ask(others) : found).filters[key] || {};
      const listed = values.map(([id, label, depth]) => ({ id, label, depth, count: counts[id] || 0, chosen: (own || []).includes(id) }));
      return { key, values: listed.filter((value) => value.count || value.chosen) };
    }));
    return {
      results: shown.map(({ raw_url, url, meta, excerpt }) => ({
        language, kind: meta.kind, url: raw_url || url, title: [[meta.title, false]], excerpt: markedPieces(excerpt), date: meta.date || "",
        place: plainPieces(meta.place), brand: plainPieces(meta.brand),
      })),
      total: found.results.length,
      facets: counted.filter((facet) => facet.values.length),
      notes: [],
      suggestions: [],
      words: text.split(/\s+/).filter(Boolean),
    };
  }
  return { language, search };
}

async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error("cannot load " + address);
  return response.json();
}

function anyOf(chosen) {
  return Object.fromEntries(Object.entries(chosen).map(([key, ids]) => [key, { any: ids }]));
}

function plainPieces(text) {
  return text ? [[text, false]] : [];
}

function markedPieces(source) {
  const pieces = [];
  let at = 0;
  for (const match of source.matchAll(MARK)) {
    pieces.push([source.slice(at, match.index), false], [match[1], true]);
    at = match.index + match[0].length;
  }
  pieces.push([source.slice(at), false]);
  return pieces.map(([text, mark]) => [text.replace(/&[#\w]+;/g, (entity) => ENTITIES[entity] || entity), mark]).filter(([text]) => text);
}

globalThis.showcaseSearch = { open: openPagefind };
