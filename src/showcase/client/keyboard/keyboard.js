/* A keyboard on the screen, for touch screens that have no other: letters for pinyin, digits, delete, clear, space. It is
   there only where the theme's page has an element with `data-search-keyboard`. */

const KEY_ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Fills `place`; `say(key)` gives the texts, `submit()` sends the search off. */
function startKeyboard(place, input, say, submit) {
  const keys = element("div", "search-keyboard-keys");
  keys.setAttribute("role", "group");
  keys.setAttribute("aria-label", say("keyboard"));
  const type = (text, backwards) => {
    const end = input.selectionEnd;
    let start = input.selectionStart;
    if (backwards && start === end) start = Array.from(input.value.slice(0, end)).slice(0, -1).join("").length;
    if (start === end && !text) return;
    input.setRangeText(text, start, end, "end");
    input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: text ? "insertText" : "deleteContentBackward", data: text || null }));
  };
  const key = (row, text, press, name) => {
    const made = button("search-key" + (name ? " search-key-" + name : ""), text, press);
    made.tabIndex = -1;
    row.appendChild(made);
  };
  const rows = KEY_ROWS.map((letters) => {
    const row = element("div", "search-keyboard-row");
    for (const letter of letters) key(row, letter, () => type(letter));
    keys.appendChild(row);
    return row;
  });
  key(rows[rows.length - 1], say("key_delete"), () => type("", true), "delete");
  const last = element("div", "search-keyboard-row");
  key(last, say("key_clear"), () => {
    input.select();
    type("");
  }, "clear");
  key(last, say("key_space"), () => type(" "), "space");
  key(last, say("key_search"), () => {
    show(false);
    submit();
  }, "search");
  keys.appendChild(last);

  const toggle = button("search-keyboard-toggle", say("keyboard"), () => show(keys.hidden));
  function show(open) {
    keys.hidden = !open;
    toggle.setAttribute("aria-pressed", String(open));
    // The device's own keyboard would lie over this one.
    if (open) input.setAttribute("inputmode", "none");
    else input.removeAttribute("inputmode");
  }

  // One stop for the Tab key; arrow keys lead from key to key.
  const all = Array.from(keys.querySelectorAll("button"));
  all[0].tabIndex = 0;
  keys.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 }[event.key];
    const at = all.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    all[at].tabIndex = -1;
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next.tabIndex = 0;
    next.focus();
  });
  // A key that is touched leaves the caret in the box.
  keys.addEventListener("mousedown", (event) => event.preventDefault());
  keys.style.touchAction = "manipulation";
  input.addEventListener("click", () => show(true));
  place.append(toggle, keys);
  show(place.dataset.searchKeyboard !== "closed");
}

showcaseSearch.startKeyboard = startKeyboard;
