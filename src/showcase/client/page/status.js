/* How many results there are: at once for the eye, and once typing has paused for the ear, so that a screen reader does not
   read out a number for every letter. */

const QUIET = 700;

function statusLine(line) {
  const seen = element("span"), heard = element("span");
  seen.setAttribute("aria-hidden", "true");
  Object.assign(heard.style, { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" });
  line.textContent = "";
  line.tabIndex = -1;
  line.append(seen, heard);
  let timer = 0;
  return (text, spoken) => {
    seen.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { heard.textContent = spoken || text; }, QUIET);
  };
}
