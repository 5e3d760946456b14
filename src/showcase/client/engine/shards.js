/* The files of an index: maps cut into shards, posting lists, packed numbers (docs/search-format.md). */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
const KEY_DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

function numberKey(number) {
  return KEY_DIGITS[(number >> 12) & 63] + KEY_DIGITS[(number >> 6) & 63] + KEY_DIGITS[number & 63];
}

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

/** Calls visit(document, length class, positions) for each document of a posting list. */
function readPostings(packed, visit) {
  const numbers = unpack(packed);
  let document = 0;
  for (let i = 0; i < numbers.length;) {
    document += numbers[i++];
    const head = numbers[i++];
    const positions = [];
    for (let n = head >> 3, position = 0; n > 0; n--) positions.push((position += numbers[i++]));
    visit(document, head & 7, positions);
  }
}

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
  if (boot.format !== 1) throw new Error("unknown index format");
  const part = (value) => (value && value.file ? file(value.file) : Promise.resolve(value));

  /** All [key, value] with low <= key < high, in order. */
  async function range(tree, low, high) {
    if (tree.keys) {
      let from = 0, to = tree.keys.length;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (tree.keys[middle] < low) from = middle + 1;
        else to = middle;
      }
      const found = [];
      for (; from < tree.keys.length && tree.keys[from] < high; from++) found.push([tree.keys[from], tree.values[from]]);
      return found;
    }
    const children = tree.files.filter((_, i) => tree.first[i] < high && !(tree.first[i + 1] <= low));
    const parts = await Promise.all(children.map(async (name) => range(await file(name), low, high)));
    return [].concat(...parts);
  }

  const index = {
    documents: boot.documents,
    average: boot.average,
    variants: new Map(),
    terms: (low, high) => range(boot.terms, low, high),
    facets: () => part(boot.facets),
    async record(number) {
      const key = numberKey(number);
      const found = await range(boot.records, key, key + "\0");
      const value = found[0][1];
      return {
        number, kind: value[0], url: value[1], title: value[2], summary: value[3], date: value[4], place: value[5],
        brand: value[6], reading: value[7] ? value[7].split(" ") : [],
      };
    },
    async texts(number) {
      const key = numberKey(number);
      const found = await range(boot.texts, key, key + "\0");
      return found.length ? found[0][1] : [];
    },
    async loadVariants() {
      const pairs = Array.from(await part(boot.variants));
      for (let i = 0; i < pairs.length; i += 2) index.variants.set(pairs[i], pairs[i + 1]);
    },
  };
  if (typeof boot.variants === "string") await index.loadVariants();
  return index;
}
