/* From what a reader typed to what is looked up. */

const TOKEN = /([-−－]?)(?:["＂]([^"＂]+)["＂]|“([^”]+)”|「([^」]+)」|(\S+))/g;

/** {words, without, spelled, heard}: words are {typed, units, quoted, letters, heard}; `spelled` and `heard` are filled by what is found. Quotation marks of any kind make a phrase, a leading minus excludes. */
function parseQuery(text, variants) {
  const query = { words: [], without: [], spelled: [], heard: new Map() };
  let match;
  TOKEN.lastIndex = 0;
  while ((match = TOKEN.exec(text))) {
    const quote = match[2] || match[3] || match[4];
    const sequence = units(quote || match[5], variants);
    if (!sequence.length) continue;
    const letters = !quote && sequence.every((unit) => /^[a-z]+$/.test(unit.text)) ?
      sequence.map((unit) => unit.text).join("'") : "";
    (match[1] ? query.without : query.words).push({ typed: quote || match[5], units: sequence, quoted: Boolean(quote), letters, heard: new Map() });
  }
  return query;
}

const FINAL = "a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|v|ve";
const SYLLABLE = new RegExp("^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)(?:" + FINAL + ")|a|ai|an|ang|ao|e|ei|en|eng|er|n|o|ou)$");
const INITIAL = /^(?:[b-df-hj-np-tw-z]|[zcs]h|[aeo])$/;
const MOST_SPLITS = 24;

/** Ways to read letters as syllables, each piece whole or only an initial, the last one possibly unfinished:
    "xingfj" → [[xing, f, j], …], fewest abbreviations first. An apostrophe is a syllable's end. */
function splitPinyin(letters) {
  const found = [];
  let steps = 0;
  (function split(rest, pieces, cost) {
    if (found.length >= 200 || pieces.length > 12 || ++steps > 4000) return;
    if (!rest) {
      found.push({ pieces, cost });
      return;
    }
    if (rest[0] === "'") {
      split(rest.slice(1), pieces, cost);
      return;
    }
    const word = rest.split("'")[0];
    for (let size = Math.min(6, word.length); size > 0; size--) {
      const text = rest.slice(0, size);
      const whole = SYLLABLE.test(text);
      const open = size === rest.length && /^[zcs]?h?[b-df-hj-np-tw-z]?[aeiouv]*n?g?$/.test(text);
      if (whole || open || INITIAL.test(text)) {
        split(rest.slice(size), pieces.concat({ text, whole: whole && !INITIAL.test(text), open }), cost + (whole ? 0 : 1));
      }
    }
  })(letters, [], 0);
  found.sort((a, b) => a.cost - b.cost || a.pieces.length - b.pieces.length);
  return found.slice(0, MOST_SPLITS).map((way) => way.pieces);
}

/** `loose`: zh and z, ch and c, sh and s, a final -ng and -n count as one, as many readers say and type them. */
function fits(piece, syllable, loose) {
  const [want, is] = loose ? [loosened(piece.text), loosened(syllable)] : [piece.text, syllable];
  return piece.whole && !piece.open ? is === want : is.startsWith(want);
}

function loosened(syllable) {
  return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
}

/** What to look up so that the units stand side by side: [{offset, covers, low, high, weigh(key)}]. */
function literalPlan(word) {
  const plan = [], sequence = word.units;
  for (let i = 0; i < sequence.length;) {
    const unit = sequence[i], next = sequence[i + 1];
    if (unit.cjk && next && next.cjk) {
      plan.push(exactTerm(i, 2, unit.text + next.text));
      const after = sequence[i + 2], beyond = sequence[i + 3];
      i += after && after.cjk && !(beyond && beyond.cjk) ? 1 : 2;
    } else if (unit.cjk) {
      plan.push({ offset: i, covers: 1, low: unit.text, high: unit.text + "\uffff", weigh: () => 1, own: unit.text });
      i += 1;
    } else {
      const last = i === sequence.length - 1 && !word.quoted;
      plan.push(last ? prefixTerm(i, unit.text) : exactTerm(i, 1, unit.text));
      i += 1;
    }
  }
  return plan;
}

function exactTerm(offset, covers, key) {
  return { offset, covers, low: key, high: key + "\0", weigh: () => 1, own: key };
}

function prefixTerm(offset, text) {
  const stem = text.length > 3 && text.endsWith("s") ? text.slice(0, -1) : text;
  return {
    offset, covers: 1, low: stem, high: text + "\uffff", own: text,
    weigh: (key) => (key === text ? 1 : key === stem ? 0.9 : key.startsWith(text) ? 0.5 : 0),
  };
}

function pinyinPlan(pieces, loose) {
  if (pieces.length === 1) return [soundTerm(0, pieces, loose)];
  const plan = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const at = Math.min(i, pieces.length - 2);
    plan.push(soundTerm(at, pieces.slice(at, at + 2), loose));
  }
  return plan;
}

function soundTerm(offset, pieces, loose) {
  const head = "~" + pieces.map((piece) => piece.text[0]).join("") + " ";
  const low = loose ? head : head + pieces[0].text + (pieces.length > 1 && pieces[0].whole && !pieces[0].open ? " " + pieces[1].text : "");
  return {
    offset, covers: pieces.length, low, high: low + "\uffff", own: "",
    weigh(key) {
      const syllables = key.split(" ").slice(1);
      return pieces.every((piece, i) => fits(piece, syllables[i], loose)) ? 1 : 0;
    },
  };
}
