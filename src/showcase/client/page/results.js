/* What was found, and what to do when nothing was. */

function resultItem(result, page) {
  const made = element("li", "result"), heading = element("h3"), link = element("a", "result-link");
  link.href = page.address(result.url);
  heading.appendChild(marked(link, result.title));
  made.appendChild(heading);
  const meta = element("p", "result-meta");
  if (result.language !== page.language) {
    made.lang = result.language;
    const name = element("span", "result-language", page.say("language_" + result.language));
    meta.append(name, " · ");
  }
  const parts = [[[page.say("kind_" + result.kind)]], result.kind === "brand" ? [] : result.brand, result.place, [[result.date]]];
  parts.filter((pieces) => pieces.length && pieces[0][0]).forEach((pieces, i) => {
    if (i) meta.append(" · ");
    marked(meta, pieces);
  });
  made.appendChild(meta);
  if (result.excerpt.length) made.appendChild(marked(element("p", "result-excerpt"), result.excerpt));
  return made;
}

/** "Did you mean": links that search for something else. */
function suggestionLine(offered, page) {
  const line = element("p", "search-suggestions", page.say("did_you_mean") + " ");
  offered.forEach((text) => {
    const link = element("a", "", text);
    link.href = "?" + addressOf({ q: text, chosen: {} });
    link.onclick = (event) => {
      event.preventDefault();
      page.ask(text);
    };
    line.append(link, " ");
  });
  return line;
}

/** Nothing found: what to try, and the ways that lead on from here. */
function emptyHelp(hidden, state, page) {
  const box = element("div", "search-empty");
  if (!hidden) box.appendChild(element("p", "", page.say("empty_hint")));
  const ways = element("p", "search-ways");
  if (Object.keys(state.chosen).length) ways.append(button("search-clear", page.say("clear"), () => page.change({ chosen: {} })));
  if (page.languages.length > 1 && !state.all) {
    ways.append(button("search-everywhere", page.otherLanguages(), () => page.change({ all: true })));
  }
  if (ways.firstChild) box.appendChild(ways);
  return box;
}

function errorBox(page, retry) {
  const box = element("div", "search-error");
  box.setAttribute("role", "alert");
  box.append(element("p", "", page.say("error")), button("search-retry", page.say("retry"), retry));
  return box;
}
