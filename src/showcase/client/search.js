/* The reader of the search index: docs/search-format.md. No dependency, no build step; ES2019.
   The first half is pure and runs anywhere (`showcaseSearch.core`); the second half is the search page. */
(function (global) {
  "use strict";

  // ---- Reading text: the same rules as search/analyser.py ----

  const CJK = "\\u2e80-\\u2fd5\\u3005-\\u3007\\u3021-\\u3029\\u3031-\\u3035\\u3038-\\u303b\\u3041-\\u3096\\u309d-\\u309f" +
    "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3105-\\u312f\\u3131-\\u318e\\u31a0-\\u31bf\\u31f0-\\u31ff\\u3400-\\u4dbf" +
    "\\u4e00-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff\\u{20000}-\\u{3347f}";
  const TIBETAN = "\\u0f00\\u0f18\\u0f19\\u0f35\\u0f37\\u0f39\\u0f40-\\u0f84\\u0f86-\\u0fbc";
  const UNIT = new RegExp("([" + CJK + "])|([" + TIBETAN + "]+)|([0-9]+(?:,[0-9]{3}(?![0-9]))*)|((?:(?![" + CJK +
    TIBETAN + "0-9])[\\p{L}\\p{N}])+)", "gu");
  // A character with the marks that combine with it is folded as one.
  const CLUSTER = /[^][\p{M}\uff9e\uff9f\u1160-\u11ff]*/gu;
  const LETTERS = { "ς": "σ", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i" };
  const SEPARABLE = /^(.+?)(?:འི|འོ|འུ|འང|འམ|འས|འར)$/;
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

  // ---- The files ----

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

  // ---- The query ----

  const TOKEN = /([-−－]?)(?:["＂]([^"＂]+)["＂]|“([^”]+)”|「([^」]+)」|(\S+))/g;

  /** {words, without}: each {units, quoted, letters}. Quotation marks of any kind make a phrase, a leading minus excludes. */
  function parseQuery(text, variants) {
    const query = { words: [], without: [] };
    let match;
    TOKEN.lastIndex = 0;
    while ((match = TOKEN.exec(text))) {
      const quote = match[2] || match[3] || match[4];
      const sequence = units(quote || match[5], variants);
      if (!sequence.length) continue;
      const letters = !quote && sequence.every((unit) => /^[a-z]+$/.test(unit.text)) ?
        sequence.map((unit) => unit.text).join("'") : "";
      (match[1] ? query.without : query.words).push({ units: sequence, quoted: Boolean(quote), letters });
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

  function fits(piece, syllable) {
    return piece.whole && !piece.open ? syllable === piece.text : syllable.startsWith(piece.text);
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

  function pinyinPlan(pieces) {
    if (pieces.length === 1) return [soundTerm(0, pieces)];
    const plan = [];
    for (let i = 0; i < pieces.length; i += 2) {
      const at = Math.min(i, pieces.length - 2);
      plan.push(soundTerm(at, pieces.slice(at, at + 2)));
    }
    return plan;
  }

  function soundTerm(offset, pieces) {
    const head = "~" + pieces.map((piece) => piece.text[0]).join("") + " ";
    const low = head + pieces[0].text + (pieces.length > 1 && pieces[0].whole && !pieces[0].open ? " " + pieces[1].text : "");
    return {
      offset, covers: pieces.length, low, high: low + "\uffff", own: "",
      weigh(key) {
        const syllables = key.split(" ").slice(1);
        return pieces.every((piece, i) => fits(piece, syllables[i])) ? 1 : 0;
      },
    };
  }

  // ---- Matching and ranking ----

  const TITLE_END = 128, FIELDS = [256, 1024, 2048, 4096, Infinity], BOOSTS = [6, 4, 2, 2.5, 1];

  /** Where the plan's terms stand side by side: document → {size, found: boosted count, whole: it is the entire title}. */
  async function phrase(index, plan) {
    const lists = await Promise.all(plan.map((term) => termPlaces(index, term)));
    const hits = new Map();
    const [first, ...others] = lists;
    const length = Math.max(...plan.map((term) => term.offset + term.covers));
    first.forEach((entry, document) => {
      const rest = others.map((list) => list.get(document));
      if (rest.some((other) => !other)) return;
      let found = 0, whole = false, title = false;
      entry.places.forEach((place, start) => {
        let weight = place.weight, end = place.end && plan[0].covers === length;
        for (let i = 0; i < rest.length; i++) {
          const other = rest[i].places.get(start + plan[i + 1].offset);
          if (!other) return;
          weight = Math.min(weight, other.weight);
          end = end || (other.end && plan[i + 1].offset + plan[i + 1].covers === length);
        }
        found += weight * BOOSTS[FIELDS.findIndex((limit) => start < limit)];
        title = title || start < FIELDS[0];
        whole = whole || (start === 0 && end);
      });
      if (found) hits.set(document, { size: entry.size, found, whole, title });
    });
    return hits;
  }

  async function termPlaces(index, term) {
    const documents = new Map();
    for (const [key, packed] of await index.terms(term.low, term.high)) {
      const weight = term.weigh(key);
      if (!weight) continue;
      // A single character may head a pair: then the title ends one unit after it.
      const ends = term.own === "" || key === term.own;
      readPostings(packed, (document, size, positions) => {
        if (!documents.has(document)) documents.set(document, { size, places: new Map() });
        const places = documents.get(document).places;
        for (const position of positions) {
          const marked = position >= TITLE_END && position < FIELDS[0];
          const at = marked ? position - TITLE_END : position;
          const before = places.get(at);
          if (!before || before.weight < weight) places.set(at, { weight, end: marked && ends });
        }
      });
    }
    return documents;
  }

  const K1 = 1.2, B = 0.6;

  function scores(index, hits, factor) {
    const rarity = Math.log(1 + (index.documents - hits.size + 0.5) / (hits.size + 0.5));
    const scored = new Map();
    hits.forEach((hit, document) => {
      const length = 48 * Math.pow(2, hit.size);
      const count = hit.found / (1 - B + (B * length) / index.average);
      const score = (factor * rarity * count * (K1 + 1)) / (count + K1);
      scored.set(document, { score: score * (hit.title ? 1.3 : 1), whole: hit.whole });
    });
    return scored;
  }

  function addScores(into, from) {
    from.forEach((hit, document) => {
      const before = into.get(document);
      if (before) into.set(document, { score: before.score + hit.score, whole: before.whole || hit.whole });
      else into.set(document, hit);
    });
    return into;
  }

  async function soundScores(index, letters) {
    const ways = splitPinyin(letters);
    const all = new Map();
    const lists = await Promise.all(ways.map((pieces) => phrase(index, pinyinPlan(pieces))));
    lists.forEach((hits, way) => {
      const loose = ways[way].filter((piece) => !piece.whole).length / ways[way].length;
      scores(index, hits, 0.7 - 0.3 * loose).forEach((hit, document) => {
        const before = all.get(document);
        if (!before || before.score < hit.score) all.set(document, hit);
      });
    });
    return all;
  }

  async function wordScores(index, word) {
    const found = scores(index, await phrase(index, literalPlan(word)), 1);
    return word.letters ? addScores(found, await soundScores(index, word.letters)) : found;
  }

  /** Documents that come close to a word that is nowhere: shared character pairs, or a letter mistyped. */
  async function nearScores(index, word) {
    const near = new Map();
    const pairs = [];
    word.units.forEach((unit, i) => {
      const next = word.units[i + 1];
      if (unit.cjk && next && next.cjk) pairs.push(exactTerm(0, 2, unit.text + next.text));
      else if (!unit.cjk && unit.text.length > 3) pairs.push(mistyped(unit.text));
    });
    const counts = new Map();
    for (const term of pairs) {
      const hits = await phrase(index, [term]);
      hits.forEach((_, document) => counts.set(document, (counts.get(document) || 0) + 1));
      addScores(near, scores(index, hits, 1));
    }
    const least = Math.max(1, Math.floor(pairs.length / 3));
    near.forEach((hit, document) => {
      if (counts.get(document) < least) near.delete(document);
      else near.set(document, { score: hit.score * counts.get(document), whole: false });
    });
    return near;
  }

  function mistyped(text) {
    const allowed = text.length > 7 ? 2 : 1;
    return {
      offset: 0, covers: 1, low: text[0], high: text[0] + "\uffff", own: text,
      weigh: (key) => (distance(key, text) <= allowed ? 1 : 0),
    };
  }

  /** Edits between two words, two letters that changed places counting as one. */
  function distance(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      before = row;
      row = next;
    }
    return row[b.length];
  }

  /** {mode: all | most | near | none, words, order: [document numbers, best first]} */
  async function search(index, text) {
    let query = parseQuery(text, index.variants);
    if (!query.words.length) return { mode: "none", query, order: [] };
    let lists = await Promise.all(query.words.map((word) => wordScores(index, word)));
    if (!index.variants.size && lists.some((list, i) => !list.size && query.words[i].units.some((unit) => unit.cjk))) {
      await index.loadVariants();
      query = parseQuery(text, index.variants);
      lists = await Promise.all(query.words.map((word) => wordScores(index, word)));
    }
    const excluded = await Promise.all(query.without.map((word) => phrase(index, literalPlan(Object.assign(word, { quoted: true })))));
    const joined = await joinedScores(index, query.words);
    let mode = "all";
    let found = combine(lists, query.words.length, joined, excluded);
    if (!found.length && lists.length > 1) {
      mode = "most";
      found = combine(lists, Math.ceil(lists.length / 2), joined, excluded);
    }
    if (!found.length && !query.words.every((word) => word.quoted)) {
      mode = "near";
      lists = await Promise.all(query.words.map((word, i) => (lists[i].size ? lists[i] : nearScores(index, word))));
      found = combine(lists, Math.ceil(lists.length / 2), joined, excluded);
    }
    if (!found.length) mode = "none";
    found.sort((a, b) => b.whole - a.whole || b.matched - a.matched || b.score - a.score || a.document - b.document);
    return { mode, query, order: found.map((hit) => hit.document) };
  }

  /** The words side by side (or, in letters, as the syllables of one name): worth more than the words apart. */
  async function joinedScores(index, words) {
    if (words.length < 2 || words.some((word) => word.quoted)) return new Map();
    const plan = [];
    let offset = 0;
    for (const word of words) {
      for (const term of literalPlan(word)) plan.push(Object.assign({}, term, { offset: term.offset + offset }));
      offset += word.units.length;
    }
    const found = scores(index, await phrase(index, plan), 1);
    if (words.some((word) => !word.letters)) return found;
    return addScores(found, await soundScores(index, words.map((word) => word.letters).join("'")));
  }

  function combine(lists, least, joined, excluded) {
    const found = new Map();
    for (const list of lists) {
      list.forEach((hit, document) => {
        const before = found.get(document) || { document, matched: 0, score: 0, whole: false };
        before.matched += 1;
        before.score += hit.score;
        before.whole = before.whole || (lists.length === 1 && hit.whole);
        found.set(document, before);
      });
    }
    joined.forEach((hit, document) => {
      const before = found.get(document) || { document, score: 0 };
      found.set(document, { document, matched: lists.length, score: before.score + 2 * hit.score, whole: hit.whole });
    });
    return Array.from(found.values()).filter(
      (hit) => hit.matched >= least && !excluded.some((list) => list.has(hit.document)));
  }

  // ---- Facets ----

  /** Counts for each value among `order`, and the documents that pass `chosen` ({facet: [ids]}). */
  function narrow(facets, order, chosen) {
    const passing = new Map();
    const sets = facets.map(([key, values]) => {
      const ids = chosen[key] || [];
      const lists = values.map((value) => new Set(unpackRising(value[3])));
      if (ids.length) {
        const picked = lists.filter((_, i) => ids.includes(values[i][0]));
        passing.set(key, (document) => picked.some((list) => list.has(document)));
      }
      return [key, values, lists];
    });
    const passes = (document, but) => Array.from(passing).every(([key, test]) => key === but || test(document));
    return {
      order: order.filter((document) => passes(document, "")),
      facets: sets.map(([key, values, lists]) => {
        const pool = order.filter((document) => passes(document, key));
        return {
          key,
          values: values.map(([id, label, depth], i) => ({
            id, label, depth, chosen: (chosen[key] || []).includes(id),
            count: pool.reduce((sum, document) => sum + (lists[i].has(document) ? 1 : 0), 0),
          })).filter((value) => value.count || value.chosen),
        };
      }).filter((facet) => facet.values.length),
    };
  }

  // ---- What matched, for the eye ----

  /** [[start, end, word index], …] of every match in `text`; `reading` holds the sound of each of its units. */
  function matches(text, query, mode, variants, reading) {
    const sequence = units(text, variants);
    const found = [];
    query.words.forEach((word, which) => {
      for (let at = 0; at < sequence.length; at++) {
        const size = literalAt(sequence, at, word) || (mode === "near" ? nearAt(sequence, at, word) : 0);
        if (size) found.push([sequence[at].start, sequence[at + size - 1].end, which]);
      }
      if (word.letters && reading.length) found.push(...soundMatches(sequence, reading, word.letters, which));
    });
    if (reading.length && query.words.length > 1 && query.words.every((word) => word.letters)) {
      found.push(...soundMatches(sequence, reading, query.words.map((word) => word.letters).join("'"), 0));
    }
    return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  }

  function literalAt(sequence, at, word) {
    const size = word.units.length;
    if (at + size > sequence.length) return 0;
    for (let i = 0; i < size; i++) {
      const want = word.units[i].text, is = sequence[at + i].text;
      const open = i === size - 1 && !word.quoted && !word.units[i].cjk;
      if (open ? !prefixTerm(0, want).weigh(is) : is !== want) return 0;
    }
    return size;
  }

  function nearAt(sequence, at, word) {
    const [one, two] = [sequence[at], sequence[at + 1]];
    if (!one.cjk) return word.units.some((unit) => !unit.cjk && unit.text.length > 3 && mistyped(unit.text).weigh(one.text)) ? 1 : 0;
    return two && word.units.some((unit, i) => {
      const next = word.units[i + 1];
      return next && unit.text === one.text && next.text === two.text;
    }) ? 2 : 0;
  }

  function soundMatches(sequence, reading, letters, which) {
    const found = [];
    for (const pieces of splitPinyin(letters)) {
      for (let at = 0; at + pieces.length <= sequence.length; at++) {
        if (pieces.every((piece, i) => reading[at + i] && fits(piece, reading[at + i]))) {
          found.push([sequence[at].start, sequence[at + pieces.length - 1].end, which]);
        }
      }
      if (found.length) break;
    }
    return found;
  }

  /** The text cut into [string, marked] pieces, at most `room` characters around the best cluster of matches. */
  function excerpt(text, found, room) {
    let from = 0, to = text.length;
    if (text.length > room) {
      let best = found.length ? found[0] : [0, 0], most = 0;
      for (const start of found) {
        const words = new Set(found.filter((m) => m[0] >= start[0] && m[1] <= start[0] + room * 0.7).map((m) => m[2]));
        if (words.size > most) [best, most] = [start, words.size];
      }
      from = Math.max(0, Math.min(best[0] - Math.floor(room * 0.3), text.length - room));
      to = from + room;
      // Never cut a Latin word, a Tibetan syllable or a surrogate pair in two.
      const inside = /[\p{L}\p{M}\p{N}\udc00-\udfff]/u;
      const solid = (i) => inside.test(text[i]) && !/[\u3040-\u9fff]/.test(text[i]);
      while (from > 0 && from < best[0] && solid(from) && solid(from - 1)) from++;
      while (to < text.length && to - from < room + 20 && solid(to) && solid(to - 1)) to++;
    }
    const pieces = from > 0 ? [["…", false]] : [];
    let at = from;
    for (const [start, end] of found) {
      if (end <= at || start >= to) continue;
      if (start > at) pieces.push([text.slice(at, start), false]);
      pieces.push([text.slice(Math.max(start, at), Math.min(end, to)), true]);
      at = Math.min(end, to);
    }
    if (at < to) pieces.push([text.slice(at, to), false]);
    if (to < text.length) pieces.push(["…", false]);
    return pieces;
  }

  /** Everything that one result shows. */
  async function present(index, number, query, mode) {
    const record = await index.record(number);
    const inTitle = matches(record.title, query, mode, index.variants, record.reading);
    const candidates = [record.summary].concat(await index.texts(number)).filter(Boolean);
    let best = candidates[0] || "", found = [], most = -1;
    for (const text of candidates) {
      const here = matches(text, query, mode, index.variants, []);
      const words = new Set(here.map((match) => match[2])).size;
      if (words > most) [best, found, most] = [text, here, words];
    }
    return { record, title: excerpt(record.title, inTitle, 400), excerpt: excerpt(best, found, 110), inTitle };
  }

  /** Names worth offering instead of the query: what its letters spell, or what it nearly says. */
  function suggestions(shown, query, mode, variants) {
    const offered = [];
    const offer = (text) => {
      if (text && !offered.includes(text)) offered.push(text);
    };
    const letters = query.words.length && query.words.every((word) => word.letters);
    for (const { record, inTitle } of shown) {
      const titleUnits = units(record.title, variants);
      if (letters && mode === "all") {
        const span = inTitle.find((match) => titleUnits.some((unit) => unit.cjk && unit.start === match[0]));
        if (span) offer(record.title.slice(span[0], span[1]));
      } else if (mode === "near" && query.words.length === 1) {
        for (const text of [record.title, record.summary, record.brand]) offer(nearest(text, query.words[0], variants));
      }
    }
    return offered.slice(0, 3);
  }

  function nearest(text, word, variants) {
    const sequence = units(text, variants), size = word.units.length;
    if (size === 1 && !word.units[0].cjk) {
      const unit = sequence.find((one) => !one.cjk && mistyped(word.units[0].text).weigh(one.text));
      return unit ? text.slice(unit.start, unit.end) : "";
    }
    for (let at = 0; at + size <= sequence.length; at++) {
      const same = word.units.filter((unit, i) => sequence[at + i].text === unit.text).length;
      if (same >= 2 && same >= size - Math.max(1, Math.floor(size / 4))) return text.slice(sequence[at].start, sequence[at + size - 1].end);
    }
    return "";
  }

  // ---- Files by script element: works from file:// and under a strict content policy ----

  const waiting = new Map();

  function add(data) {
    const settle = waiting.get(document.currentScript);
    if (settle) settle(data);
  }

  function scriptLoader(folder) {
    return (name) => new Promise((resolve, reject) => {
      const element = document.createElement("script");
      const done = (settle, value) => {
        waiting.delete(element);
        element.remove();
        settle(value);
      };
      waiting.set(element, (data) => done(resolve, data));
      element.onerror = () => done(reject, new Error("cannot load " + name));
      element.onload = () => waiting.has(element) && done(reject, new Error("no data in " + name));
      element.src = folder + name;
      document.head.appendChild(element);
    });
  }

  global.showcaseSearch = {
    add,
    core: { units, unpack, unpackRising, numberKey, openIndex, parseQuery, splitPinyin, search, narrow, present, excerpt, suggestions, distance },
  };

  // ---- The page ----

  const PAGE = 10, PAUSE = 120;
  const FACETS = ["kind", "brand", "place", "topic", "year"];

  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function marked(parent, pieces) {
    for (const [text, mark] of pieces) parent.appendChild(mark ? element("mark", "", text) : document.createTextNode(text));
    return parent;
  }

  function startPage(form) {
    const strings = JSON.parse(form.dataset.strings || "{}");
    const say = (key, values) => (strings[key] || "").replace(/\{(\w+)\}/g, (_, name) => (values || {})[name]);
    const input = form.querySelector("input[name=q]");
    const [status, facetBox, list] = ["search-status", "search-facets", "search-results"].map((id) => document.getElementById(id));
    const notes = element("div", "search-notes");
    list.parentNode.insertBefore(notes, list);
    const more = element("button", "search-more");
    more.type = "button";
    more.hidden = true;
    list.parentNode.insertBefore(more, list.nextSibling);
    const source = form.dataset.index;
    const load = scriptLoader(source.slice(0, source.lastIndexOf("/") + 1));
    let opening = null, turn = 0, timer = 0, composing = false;
    let state = readState();

    function open() {
      if (!opening) {
        opening = openIndex(load);
        opening.catch(() => { opening = null; });
      }
      return opening;
    }

    // Where file:// forbids a new query, the state lives in the fragment.
    function readState() {
      const fragment = location.hash.startsWith("#?") ? location.hash.slice(1) : "";
      const parameters = new URLSearchParams(fragment || location.search);
      const chosen = {};
      for (const key of FACETS) if (parameters.has(key)) chosen[key] = parameters.getAll(key);
      return { q: parameters.get("q") || "", chosen, sort: parameters.get("sort") === "date" ? "date" : "" };
    }

    function writeState(push) {
      const parameters = new URLSearchParams();
      if (state.q) parameters.set("q", state.q);
      for (const key of FACETS) for (const id of state.chosen[key] || []) parameters.append(key, id);
      if (state.sort) parameters.set("sort", state.sort);
      const text = parameters.toString();
      if (text === new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(1) : location.search).toString()) return;
      const write = (address) => history[push ? "pushState" : "replaceState"](null, "", address);
      try {
        write(text ? "?" + text : location.pathname);
      } catch (_) {
        try { write("#?" + text); } catch (_) { /* the search works without an address of its own */ }
      }
    }

    function address(url) {
      return form.dataset.root + url + (form.dataset.portable === "true" && (url === "" || url.endsWith("/")) ? "index.html" : "");
    }

    function clear() {
      notes.textContent = "";
      list.textContent = "";
      more.hidden = true;
    }

    async function run() {
      const mine = ++turn;
      if (!state.q.trim()) {
        clear();
        facetBox.textContent = "";
        status.textContent = say("prompt");
        return;
      }
      const slow = setTimeout(() => { if (mine === turn) status.textContent = say("loading"); }, 200);
      form.setAttribute("aria-busy", "true");
      try {
        const index = await open();
        const result = await search(index, state.q);
        const narrowed = narrow(await index.facets(), result.order, state.chosen);
        const order = state.sort ? narrowed.order.slice().sort((a, b) => a - b) : narrowed.order;
        const shown = await Promise.all(order.slice(0, PAGE).map((n) => present(index, n, result.query, result.mode)));
        if (mine !== turn) return;
        clear();
        show(index, result, order, shown);
        showFacets(narrowed.facets, result.order.length);
      } catch (error) {
        if (mine === turn) showError();
      } finally {
        clearTimeout(slow);
        if (mine === turn) form.removeAttribute("aria-busy");
      }
    }

    function show(index, result, order, shown) {
      const total = order.length;
      status.textContent = !total ? say("results_none", { q: state.q.trim() }) : total === 1 ? say("results_one") : say("results", { n: total });
      if (total && result.mode === "most") notes.appendChild(element("p", "search-note", say("most_words")));
      if (total && result.mode === "near") notes.appendChild(element("p", "search-note", say("near")));
      const offered = suggestions(shown, result.query, result.mode, index.variants).filter((text) => text !== state.q.trim());
      if (offered.length) notes.appendChild(suggestionLine(offered));
      if (!total) notes.appendChild(element("p", "search-empty", say("empty_hint")));
      shown.forEach((item) => list.appendChild(resultItem(item)));
      showMore(index, result, order, shown.length);
    }

    function showMore(index, result, order, from) {
      const count = Math.min(PAGE, order.length - from);
      more.hidden = count <= 0;
      more.textContent = say("more", { n: count });
      const mine = turn;
      more.onclick = async () => {
        try {
          const items = await Promise.all(order.slice(from, from + count).map((n) => present(index, n, result.query, result.mode)));
          if (mine !== turn) return;
          items.forEach((item) => list.appendChild(resultItem(item)));
          list.children[from].querySelector("a").focus();
          showMore(index, result, order, from + count);
        } catch (error) {
          showError();
        }
      };
    }

    function suggestionLine(offered) {
      const line = element("p", "search-suggestions", say("did_you_mean") + " ");
      offered.forEach((text, i) => {
        if (i) line.appendChild(document.createTextNode(" "));
        const link = element("a", "", text);
        link.href = "?" + new URLSearchParams({ q: text });
        link.onclick = (event) => {
          event.preventDefault();
          input.value = text;
          change({ q: text, chosen: {} }, true);
        };
        line.appendChild(link);
      });
      return line;
    }

    function resultItem(item) {
      const record = item.record;
      const made = element("li", "result"), heading = element("h3"), link = element("a", "result-link");
      link.href = address(record.url);
      heading.appendChild(marked(link, item.title));
      made.appendChild(heading);
      const meta = [say("kind_" + record.kind), record.kind === "brand" ? "" : record.brand, record.place, record.date];
      made.appendChild(element("p", "result-meta", meta.filter(Boolean).join(" · ")));
      if (item.excerpt.length) made.appendChild(marked(element("p", "result-excerpt"), item.excerpt));
      return made;
    }

    function showFacets(facets, total) {
      const focused = document.activeElement && facetBox.contains(document.activeElement) ? document.activeElement.id : "";
      facetBox.textContent = "";
      if (total) facetBox.appendChild(sortChoice());
      for (const facet of facets) {
        if (facet.values.length < 2 && !facet.values[0].chosen) continue;
        const set = element("fieldset", "search-facet");
        set.appendChild(element("legend", "", say("facet_" + facet.key)));
        facet.values.forEach((value) => set.appendChild(facetOption(facet.key, value)));
        facetBox.appendChild(set);
      }
      if (Object.keys(state.chosen).length) {
        const button = element("button", "search-clear", say("clear"));
        button.type = "button";
        button.onclick = () => {
          change({ chosen: {} }, true);
          input.focus();
        };
        facetBox.appendChild(button);
      }
      const again = focused && document.getElementById(focused);
      if (again) again.focus();
    }

    function facetOption(key, value) {
      const label = element("label", "search-facet-option"), box = element("input");
      box.type = "checkbox";
      box.id = "facet-" + key + "-" + value.id;
      box.checked = value.chosen;
      if (value.depth) label.dataset.depth = value.depth;
      box.onchange = () => {
        const ids = (state.chosen[key] || []).filter((id) => id !== value.id).concat(box.checked ? [value.id] : []);
        const chosen = Object.assign({}, state.chosen, { [key]: ids });
        if (!ids.length) delete chosen[key];
        change({ chosen }, true);
      };
      const text = key === "kind" ? say("kind_" + value.id) : value.id === "undated" && key === "year" ? say("undated") : value.label || value.id;
      label.append(box, " ", element("span", "search-facet-label", text), " ", element("span", "search-facet-count", value.count));
      return label;
    }

    function sortChoice() {
      const label = element("label", "search-sort", say("sort") + " "), select = element("select");
      select.id = "search-sort";
      for (const [value, key] of [["", "sort_relevance"], ["date", "sort_date"]]) {
        const option = element("option", "", say(key));
        option.value = value;
        select.appendChild(option);
      }
      select.value = state.sort;
      select.onchange = () => change({ sort: select.value }, true);
      label.appendChild(select);
      return label;
    }

    function showError() {
      clear();
      status.textContent = "";
      const box = element("div", "search-error");
      box.setAttribute("role", "alert");
      box.appendChild(element("p", "", say("error")));
      const button = element("button", "", say("retry"));
      button.type = "button";
      button.onclick = run;
      box.appendChild(button);
      notes.appendChild(box);
    }

    function change(part, push) {
      clearTimeout(timer);
      state = Object.assign({}, state, part);
      writeState(push);
      run();
    }

    input.addEventListener("compositionstart", () => { composing = true; });
    input.addEventListener("compositionend", () => {
      composing = false;
      typed();
    });
    input.addEventListener("input", (event) => { if (!composing && !event.isComposing) typed(); });
    input.addEventListener("focus", () => { open().catch(() => {}); }, { once: true });
    function typed() {
      clearTimeout(timer);
      timer = setTimeout(() => { if (input.value !== state.q) change({ q: input.value }, false); }, PAUSE);
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!composing) change({ q: input.value }, true);
    });
    global.addEventListener("popstate", () => {
      state = readState();
      input.value = state.q;
      run();
    });
    if (state.q) input.value = state.q;
    else state.q = input.value;
    run();
  }

  if (typeof document !== "undefined") {
    const begin = () => {
      const form = document.getElementById("search-form");
      if (form && form.dataset.index) startPage(form);
    };
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
    else begin();
  }
})(typeof window === "undefined" ? globalThis : window);
