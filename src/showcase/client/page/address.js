/* What is searched for stands in the page's address (?q=…&place=…&sort=date&all=1), so that a search can be shared and
   gone back to. Where file:// forbids a new query the same stands in the fragment. */

const FACETS = ["kind", "brand", "place", "topic", "year", "language"];

function addressText() {
  return location.hash.startsWith("#?") ? location.hash.slice(1) : location.search;
}

/** {q, chosen: {facet: [ids]}, sort: "" | "date", all: every language is searched} */
function readAddress() {
  const parameters = new URLSearchParams(addressText());
  const chosen = {};
  for (const key of FACETS) if (parameters.has(key)) chosen[key] = parameters.getAll(key);
  return {
    q: parameters.get("q") || "", chosen,
    sort: parameters.get("sort") === "date" ? "date" : "",
    all: parameters.has("all") || Boolean(chosen.language),
  };
}

function addressOf(state) {
  const parameters = new URLSearchParams();
  if (state.q) parameters.set("q", state.q);
  for (const key of FACETS) for (const id of state.chosen[key] || []) parameters.append(key, id);
  if (state.sort) parameters.set("sort", state.sort);
  if (state.all) parameters.set("all", "1");
  return parameters.toString();
}

/** `push` makes an entry to go back from; without it the present one changes. */
function writeAddress(state, push) {
  const text = addressOf(state);
  if (text === new URLSearchParams(addressText()).toString()) return;
  const write = (address) => history[push ? "pushState" : "replaceState"](null, "", address);
  try {
    write(text ? "?" + text : location.pathname);
  } catch (_) {
    try { write("#?" + text); } catch (_) { /* the search works without an address of its own */ }
  }
}

/** How far the reader had come ({shown, y}), kept with the entry that is left. */
function keepPlace(place) {
  try { history.replaceState(place, ""); } catch (_) { /* the entry then opens at its top */ }
}
