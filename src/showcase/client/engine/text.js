/* Reading text: the same rules as search/analyser.py, so that what is typed meets what was indexed. */

const CJK = "\\u2e80-\\u2fd5\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3038-\\u303b\\u3041-\\u3096\\u309d-\\u309f" +
  "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3105-\\u312f\\u3131-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf" +
  "\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3347f}";
const TIBETAN = "\\u0f00\\u0f18\\u0f19\\u0f35\\u0f37\\u0f39\\u0f40-\\u0f84\\u0f86-\\u0fbc";
const UNIT = new RegExp("([" + CJK + "])|([" + TIBETAN + "]+)|([0-9]+(?:,[0-9]{3}(?![0-9]))*)|((?:(?![" + CJK +
  TIBETAN + "0-9])[\\p{L}\\p{N}])+)", "gu");
// A character with the marks that combine with it is folded as one.
const CLUSTER = /[^][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu;
const LETTERS = { "ς": "σ", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i" };
const SEPARABLE = /^(.+?)(?:འི|འོ|འུ|འང|འམ|འས|འར)+$/;
const AFFIXED = /^(.*[ིེོུ]|[པབང])[སར]$/;

function foldCluster(cluster, variants) {
  if (cluster.length === 1 && cluster >= "\u4e00" && cluster <= "\u9fff") return variants.get(cluster) || cluster;
  const plain = cluster.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  return Array.from(plain, (char) => {
    if (char >= "\u0f20" && char <= "\u0f29") return String(char.charCodeAt(0) - 0xf20);
    return LETTERS[char] || variants.get(char) || char;
  }).join("");
}

/** [{text, cjk, start, end}]: the units of a text and where each stands in it (UTF-16 offsets of the original). */
function units(text, variants) {
  let folded = "";
  const starts = [], ends = [];
  let cluster;
  CLUSTER.lastIndex = 0;
  while ((cluster = CLUSTER.exec(text))) {
    const plain = foldCluster(cluster[0], variants);
    for (let i = 0; i < plain.length; i++) {
      starts.push(cluster.index);
      ends.push(cluster.index + cluster[0].length);
    }
    folded += plain;
  }
  const found = [];
  let match;
  UNIT.lastIndex = 0;
  while ((match = UNIT.exec(folded))) {
    let unit = match[0];
    if (match[2]) unit = bareSyllable(unit);
    else if (match[3]) unit = unit.replace(/,/g, "");
    const end = match.index + match[0].length - 1;
    found.push({ text: unit, cjk: match[1] !== undefined, start: starts[match.index], end: ends[end] });
  }
  return found;
}

function bareSyllable(syllable) {
  const match = SEPARABLE.exec(syllable) || AFFIXED.exec(syllable);
  return match ? match[1] : syllable;
}
