/* What the reader types, with or without an input method, and the keys that lead through the results. */

const PAUSE = 120;

/** Calls `typed` once typing has paused: never for the half-typed pinyin of an input method, once when it is done.
    Chromium sends the last input event before compositionend, Safari after it; both end in one call. */
function listen(input, typed) {
  let composing = false, timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(typed, PAUSE);
  };
  const ended = () => {
    if (!composing) return;
    composing = false;
    soon();
  };
  input.addEventListener("compositionstart", () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener("compositionend", ended);
  input.addEventListener("blur", ended);
  input.addEventListener("input", (event) => { if (!composing && !event.isComposing) soon(); });
  return { composing: () => composing, stop: () => clearTimeout(timer) };
}

/** Arrow keys lead from the box through the results and back; Escape leads back to the box, and there clears it. */
function leadByKeys(input, list, clear) {
  const free = (event) => !(event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
  const links = () => [...list.querySelectorAll(".result-link")];
  const go = (event, target) => {
    if (!target) return;
    event.preventDefault();
    target.focus();
  };
  input.addEventListener("keydown", (event) => {
    if (!free(event)) return;
    if (event.key === "ArrowDown") go(event, links()[0]);
    else if (event.key === "Escape" && input.value) {
      event.preventDefault();
      clear();
    }
  });
  list.addEventListener("keydown", (event) => {
    const all = links(), at = all.indexOf(event.target);
    if (at < 0 || !free(event)) return;
    if (event.key === "ArrowDown") go(event, all[at + 1]);
    else if (event.key === "ArrowUp") go(event, at ? all[at - 1] : input);
    else if (event.key === "Escape") go(event, input);
  });
}
