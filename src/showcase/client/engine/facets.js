/* Counts for each way to narrow, and the documents that pass. */

/** Counts for each value among `order`, and the documents that pass `chosen` ({facet: [ids]}). */
function narrow(facets, order, chosen) {
  const passing = new Map();
  const sets = facets.map(([key, values]) => {
    const ids = chosen[key] || [];
    const lists = values.map((value) => new Set(unpackRising(value[3])));
    if (ids.length) {
      const picked = lists.filter((_, i) => ids.includes(values[i][0]));
      passing.set(key, (document) => picked.some((list) => list.has(document)));
    }
    return [key, values, lists];
  });
  const passes = (document, but) => Array.from(passing).every(([key, test]) => key === but || test(document));
  return {
    order: order.filter((document) => passes(document, "")),
    facets: sets.map(([key, values, lists]) => {
      const pool = order.filter((document) => passes(document, key));
      return {
        key,
        values: values.map(([id, label, depth], i) => ({
          id, label, depth, chosen: (chosen[key] || []).includes(id),
          count: pool.reduce((sum, document) => sum + (lists[i].has(document) ? 1 : 0), 0),
        })).filter((value) => value.count || value.chosen),
      };
    }).filter((facet) => facet.values.length),
  };
}
