/* The files of an index: maps cut into shards, posting lists, packed numbers (docs/search-format.md). */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const BODY = 4096, CJK_HEAD = new RegExp("^[" + CJK + "]", "u");
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

function unpack(packed) {
  const numbers = [];
  let number = 0, shift = 0;
  for (const digit of packed) {
    const value = VALUES.get(digit);
    number += (value & 31) << shift;
    if (value & 32) shift += 5;
    else {
      numbers.push(number);
      number = shift = 0;
    }
  }
  return numbers;
}

function unpackRising(packed) {
  let before = 0;
  return unpack(packed).map((step) => (before += step));
}

/** Reads whole numbers from digits of six bits each. */
function bitReader(digits) {
  let next = 0, held = 0, buffer = 0;
  /** `width` bits, at most 22, as a number. */
  function bits(width) {
    while (held < width) {
      buffer = ((buffer & 0x1ffffff) << 6) | VALUES.get(digits[next++]);
      held += 6;
    }
    held -= width;
    return (buffer >>> held) & ((1 << width) - 1);
  }
  /** An exponential-Golomb code of order `order`. */
  function golomb(order) {
    let zeros = 0;
    while (!bits(1)) zeros += 1;
    const rest = zeros + order;
    return (1 << rest) + bits(rest) - (1 << order);
  }
  return { bits, golomb };
}

/** Calls visit(document, length class, positions) for each document of a posting list in an index of `documents`. */
function readPostings(list, documents, visit) {
  const { bits, golomb } = bitReader(list);
  const entries = golomb(0) + 1;
  const order = bitLength(Math.floor(Math.pow(2, bitLength(documents - 1)) / entries)) - 1;
  for (let i = 0, document = -1; i < entries; i++) {
    document += golomb(order) + 1;
    const size = bits(4);
    const positions = [];
    for (let n = golomb(0) + 1; n > 0; n--) positions.push(bits(1) ? bits(12) : BODY + bits(6 + size));
    visit(document, size, positions);
  }
}

function bitLength(number) {
  return 32 - Math.clz32(number);
}

/** The value of a sorted list of strings that is the last one not above `key`, or 0. */
function lastUpTo(keys, key) {
  let from = 0, to = keys.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (keys[middle] <= key) from = middle;
    else to = middle;
  }
  return from;
}

const NAME = 8;

/** Opens an index. `load(name)` promises the data of one file beside index.js. */
async function openIndex(load) {
  const loaded = new Map();
  function file(name) {
    if (!loaded.has(name)) {
      const promise = load(name);
      loaded.set(name, promise);
      promise.catch(() => loaded.delete(name));
    }
    return loaded.get(name);
  }
  const boot = await file("index.js");
  if (boot.format !== 2) throw new Error("unknown index format");
  const part = (value) => (value && value.file ? file(value.file + ".js") : Promise.resolve(value));
  const child = (node, i) => file(node.files.slice(NAME * i, NAME * i + NAME) + ".js");

  /** The leaves of a map that may hold keys from `low` up to and without `high`. */
  async function leaves(node, low, high) {
    if (typeof node.files !== "string") return [node];
    const first = node.first.split(",");
    const inside = [];
    for (let i = lastUpTo(first, low); i < first.length && (first[i] < high || !inside.length); i++) inside.push(i);
    const below = await Promise.all(inside.map(async (i) => leaves(await child(node, i), low, high)));
    return [].concat(...below);
  }

  async function pairs(low, high) {
    const head = String.fromCodePoint(low.codePointAt(0));
    const found = [];
    for (const leaf of await leaves(boot.pairs, low, high)) {
      if (!leaf[head]) continue;
      const lists = leaf[head][1].split(",");
      Array.from(leaf[head][0]).forEach((second, i) => {
        const key = second === " " ? head : head + second;
        if (low <= key && key < high) found.push([key, lists[i]]);
      });
    }
    return found;
  }

  async function words(low, high) {
    const found = [];
    for (const leaf of await leaves(boot.words, low, high)) {
      const keys = leaf.keys.split(","), lists = leaf.lists.split(",");
      for (let i = lastUpTo(keys, low); i < keys.length && keys[i] < high; i++) {
        if (keys[i] >= low) found.push([keys[i], lists[i]]);
      }
    }
    return found;
  }

  async function record(number) {
    let node = boot.records, at = number;
    while (node.step) {
      const i = Math.floor(at / node.step);
      at -= i * node.step;
      node = await child(node, i);
    }
    const [kind, url, title, summary, date, place, brand, texts] = node[at];
    return { number, kind, url, title, summary, date, place, brand, texts };
  }

  const index = {
    documents: boot.documents,
    average: boot.average,
    variants: new Map(),
    /** All [term, posting list] with low <= term < high, in order. */
    terms: (low, high) => (CJK_HEAD.test(low) ? pairs(low, high) : words(low, high)),
    facets: () => part(boot.facets),
    hasFacets: !(boot.facets && boot.facets.file),
    record,
    async loadVariants() {
      const pairs = Array.from(await part(boot.variants));
      for (let i = 0; i < pairs.length; i += 2) index.variants.set(pairs[i], pairs[i + 1]);
    },
  };
  if (typeof boot.variants === "string") await index.loadVariants();
  return index;
}
