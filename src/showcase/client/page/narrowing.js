/* The ways to narrow what was found: facets with counts, what is chosen as chips, order, languages. */

const LONG_FACET = 10;

/** Keeps the focus where it was although the facets are made anew. */
function showFacets(box, facets, page) {
  const focused = document.activeElement && box.contains(document.activeElement) ? document.activeElement.id : "";
  box.textContent = "";
  for (const facet of facets) {
    if (facet.values.length < 2 && !facet.values[0].chosen) continue;
    const set = element("fieldset", "search-facet");
    set.dataset.facet = facet.key;
    set.appendChild(element("legend", "", page.say("facet_" + facet.key)));
    const shown = page.opened.has(facet.key) ? facet.values : firstValues(facet.values);
    shown.forEach((value) => set.appendChild(facetOption(facet.key, value, page)));
    if (shown.length < facet.values.length) {
      const all = button("search-facet-more", page.say("facet_all", { n: facet.values.length }), () => {
        page.opened.add(facet.key);
        showFacets(box, facets, page);
        document.getElementById(optionId(facet.key, facet.values.find((value) => !shown.includes(value)))).focus();
      });
      set.appendChild(all);
    }
    box.appendChild(set);
  }
  const again = focused && document.getElementById(focused);
  if (again) again.focus();
}

/** Of a long list: of a tree the upper levels, and the way to and the level below what is chosen; of others those with most
    results; what is chosen always. */
function firstValues(values) {
  if (values.length <= LONG_FACET + 2) return values;
  const depths = values.map((value) => value.depth), deepest = Math.max(...depths);
  let first = new Set(values.slice().sort((a, b) => b.count - a.count).slice(0, LONG_FACET));
  if (deepest) {
    let depth = deepest;
    while (depth > 0 && depths.filter((one) => one <= depth).length > LONG_FACET) depth--;
    first = new Set(values.filter((value) => value.depth <= depth));
    values.forEach((value, at) => { if (value.chosen) openTree(values, at, first); });
  }
  return values.filter((value) => first.has(value) || value.chosen);
}

/** Adds what stands above and directly below the value at `at`; the values are in the order of the tree. */
function openTree(values, at, into) {
  const own = values[at].depth;
  for (let i = at + 1; i < values.length && values[i].depth > own; i++) if (values[i].depth === own + 1) into.add(values[i]);
  for (let i = at, above = own; i >= 0; i--) {
    if (values[i].depth < above) {
      above = values[i].depth;
      into.add(values[i]);
    }
  }
}

function optionId(key, value) {
  return "facet-" + key + "-" + value.id;
}

function valueLabel(key, id, page) {
  if (key === "kind" || key === "language") return page.say(key + "_" + id) || id;
  return key === "year" && id === "undated" ? page.say("undated") : page.labels.get(key + id) || id;
}

function facetOption(key, value, page) {
  const label = element("label", "search-facet-option"), box = element("input");
  box.type = "checkbox";
  box.id = optionId(key, value);
  box.checked = value.chosen;
  if (value.depth) label.dataset.depth = value.depth;
  box.onchange = () => page.change({ chosen: withChoice(page.state.chosen, key, value.id, box.checked) });
  label.append(box, " ", element("span", "search-facet-label", valueLabel(key, value.id, page)), " ", element("span", "search-facet-count", value.count));
  return label;
}

function withChoice(chosen, key, id, wanted) {
  const ids = (chosen[key] || []).filter((one) => one !== id).concat(wanted ? [id] : []);
  return ids.length ? { ...chosen, [key]: ids } : withoutFacet(chosen, key);
}

function withoutFacet(chosen, key) {
  const kept = { ...chosen };
  delete kept[key];
  return kept;
}

/** One chip for each choice, and one button that takes all back. The focus goes on to the next chip, or to the count. */
function showChips(list, state, page) {
  const focused = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.textContent = "";
  for (const key of FACETS) {
    for (const id of state.chosen[key] || []) {
      const text = page.say("facet_" + key) + page.say("colon") + valueLabel(key, id, page);
      const chip = button("search-chip", text, () => page.change({ chosen: withChoice(state.chosen, key, id, false) }));
      chip.setAttribute("aria-label", page.say("remove", { x: text }));
      const item = element("li");
      item.appendChild(chip);
      list.appendChild(item);
    }
  }
  const chips = list.children.length;
  if (chips) {
    const item = element("li");
    item.appendChild(button("search-clear", page.say("clear"), () => page.change({ chosen: {} })));
    list.appendChild(item);
  }
  list.hidden = !chips;
  if (focused >= 0) (chips ? list.querySelectorAll("button")[Math.min(focused, chips - 1)] : page.line).focus({ preventScroll: true });
}

/** The order of results, and whether the site's other languages are searched, too. */
function toolRow(page) {
  const row = element("div", "search-tools");
  const label = element("label", "search-sort", page.say("sort") + " "), select = element("select");
  select.id = "search-sort";
  for (const [value, key] of [["", "sort_relevance"], ["date", "sort_date"]]) {
    const option = element("option", "", page.say(key));
    option.value = value;
    select.appendChild(option);
  }
  select.onchange = () => page.change({ sort: select.value });
  label.appendChild(select);
  row.appendChild(label);
  const all = element("input");
  if (page.languages.length > 1) {
    const everywhere = element("label", "search-all");
    all.type = "checkbox";
    all.id = "search-all";
    all.onchange = () => page.change({ all: all.checked });
    everywhere.append(all, " ", page.otherLanguages());
    row.appendChild(everywhere);
  }
  row.show = (state, any) => {
    select.value = state.sort;
    all.checked = state.all;
    row.hidden = !any;
  };
  return row;
}
