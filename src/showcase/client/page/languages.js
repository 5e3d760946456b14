/* Several languages searched as one: an engine made of one engine each, the page's own language first. */

async function openLanguages(languages, root) {
  const engines = await Promise.all(languages.map((language) => showcaseSearch.open(language, root)));

  async function search(query, options) {
    const { facets, from, limit } = options;
    const others = withoutFacet(facets, "language");
    const ask = (engine, from, limit) => engine.search(query, { ...options, facets: others, from, limit });
    let sums = await Promise.all(engines.map((engine) => ask(engine, 0, 0)));
    // What only comes close in one language is no answer where another has the words themselves.
    const exact = sums.some((sum) => sum.total && !sum.notes.length);
    sums = sums.map((sum) => (exact && sum.notes.length ? { ...sum, total: 0, facets: [], notes: [] } : sum));
    const wanted = facets.language || languages;
    const totals = sums.map((sum, i) => (wanted.includes(languages[i]) ? sum.total : 0));
    const parts = [];
    let start = from, room = limit;
    for (let i = 0; i < engines.length; i++) {
      const count = Math.max(0, Math.min(room, totals[i] - start));
      if (count) parts.push(ask(engines[i], start, count));
      start = Math.max(0, start - totals[i]);
      room -= count;
    }
    const answers = await Promise.all(parts);
    const all = (key) => [...new Set(answers.flatMap((answer) => answer[key]))];
    const choices = languages.map((id, i) => ({ id, label: "", depth: 0, count: sums[i].total, chosen: (facets.language || []).includes(id) }));
    return {
      results: answers.flatMap((answer) => answer.results),
      total: totals.reduce((sum, total) => sum + total, 0),
      facets: [
        { key: "language", values: choices.filter((choice) => choice.count || choice.chosen) },
        ...mergedFacets(sums.filter((_, i) => wanted.includes(languages[i]))),
      ].filter((facet) => facet.values.length),
      notes: all("notes"),
      suggestions: all("suggestions").slice(0, 3),
      words: sums[0].words,
    };
  }
  return { language: languages[0], search };
}

/** Facets of several answers as one: counts added up, names in the first language that has the value. */
function mergedFacets(answers) {
  const merged = [];
  for (const { facets } of answers) {
    for (const { key, values } of facets) {
      let into = merged.find((facet) => facet.key === key);
      if (!into) merged.push((into = { key, values: [] }));
      let at = 0;
      for (const value of values) {
        const same = into.values.findIndex((one) => one.id === value.id);
        if (same < 0) into.values.splice(at++, 0, { ...value });
        else {
          into.values[same].count += value.count;
          at = same + 1;
        }
      }
    }
  }
  return merged;
}
