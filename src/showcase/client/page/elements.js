/* Parts of the page. Text from the index only ever becomes text nodes. */

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(className, text, press) {
  const made = element("button", className, text);
  made.type = "button";
  made.onclick = press;
  return made;
}

/** Appends [[text, is a match], …], the matches in `mark`. */
function marked(parent, pieces) {
  for (const [text, mark] of pieces) parent.appendChild(mark ? element("mark", "", text) : document.createTextNode(text));
  return parent;
}
