/* Which documents match, and in what order. */

const TITLE_END = 128, TITLE_STARTS = [0, 64, 96], FIELDS = [256, 1024, 2048, 4096, Infinity], BOOSTS = [6, 4, 2, 2.5, 1];

/** Where the plan's terms stand side by side: document → {size, found: boosted count, whole: it is the entire title,
    title: [positions in the title]}. */
async function phrase(index, plan) {
  const lists = await Promise.all(plan.map((term) => termPlaces(index, term)));
  const hits = new Map();
  const [first, ...others] = lists;
  const length = Math.max(...plan.map((term) => term.offset + term.covers));
  first.forEach((entry, document) => {
    const rest = others.map((list) => list.get(document));
    if (rest.some((other) => !other)) return;
    let found = 0, whole = false;
    const title = [];
    entry.places.forEach((place, start) => {
      let weight = place.weight, end = place.end && plan[0].covers === length;
      for (let i = 0; i < rest.length; i++) {
        const other = rest[i].places.get(start + plan[i + 1].offset);
        if (!other) return;
        weight = Math.min(weight, other.weight);
        end = end || (other.end && plan[i + 1].offset + plan[i + 1].covers === length);
      }
      found += weight * boost(start);
      if (start < FIELDS[0]) title.push(start);
      whole = whole || (end && TITLE_STARTS.includes(start));
    });
    if (found) hits.set(document, { size: entry.size, found, whole, title });
  });
  return hits;
}

function boost(position) {
  return BOOSTS[FIELDS.findIndex((limit) => position < limit)];
}

async function termPlaces(index, term) {
  const documents = new Map();
  for (const [key, packed] of await index.terms(term.low, term.high)) {
    const weight = term.weigh(key);
    if (!weight) continue;
    // A single character may head a pair: then the title ends one unit after it.
    const ends = term.own === "" || key === term.own;
    readPostings(packed, index.documents, (document, size, positions) => {
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
    scored.set(document, { score: score * (hit.title.some((start) => TITLE_STARTS.includes(start)) ? 1.5 : hit.title.length ? 1.3 : 1), whole: hit.whole });
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

/** `heard` is filled with where titles sound so: document → [[first unit, units], …]. */
async function soundScores(index, letters, heard, near) {
  const all = new Map();
  // A reading with fewer abbreviations is what was meant; others are not even looked up then.
  for (const ways of byAbbreviations(splitPinyin(letters))) {
    const lists = await Promise.all(ways.map((pieces) => phrase(index, pinyinPlan(pieces, near))));
    lists.forEach((hits, way) => {
      hits.forEach((hit, document) => {
        if (hit.title.length && !heard.has(document)) heard.set(document, hit.title.map((start) => [start, ways[way].length]));
      });
      const loose = ways[way].filter((piece) => !piece.whole).length / ways[way].length;
      scores(index, hits, 0.7 - 0.3 * loose).forEach((hit, document) => {
        const before = all.get(document);
        if (!before || before.score < hit.score) all.set(document, hit);
      });
    });
    if (all.size) break;
  }
  return all;
}

function byAbbreviations(ways) {
  const groups = [];
  for (const pieces of ways) {
    const count = pieces.filter((piece) => !SYLLABLE.test(piece.text)).length;
    (groups[count] = groups[count] || []).push(pieces);
  }
  return groups.filter(Boolean);
}

async function wordScores(index, word) {
  const found = scores(index, await phrase(index, literalPlan(word)), 1);
  return word.letters ? addScores(found, await soundScores(index, word.letters, word.heard)) : found;
}

/** Documents that come close to a word that is nowhere: a title with most of its characters in their places; most of its
    character pairs, best where they stand as in the word; a letter mistyped; a similar sound. */
async function nearScores(index, word) {
  const near = new Map(), counts = new Map(), starts = new Map();
  const terms = [];
  word.units.forEach((unit, i) => {
    const next = word.units[i + 1];
    if (unit.cjk && next && next.cjk) terms.push(exactTerm(i, 2, unit.text + next.text));
    else if (!unit.cjk && unit.text.length > 3) terms.push(Object.assign(mistyped(unit.text), { offset: i }));
  });
  const lists = await Promise.all(terms.map((term) => termPlaces(index, term)));
  lists.forEach((list, i) => {
    const rarity = Math.log(1 + index.documents / (list.size + 1));
    list.forEach(({ places }, document) => {
      counts.set(document, (counts.get(document) || 0) + 1);
      const aligned = starts.get(document) || starts.set(document, new Map()).get(document);
      places.forEach((_, place) => {
        const start = place - terms[i].offset;
        aligned.set(start, (aligned.get(start) || 0) + rarity * Math.sqrt(boost(place)));
      });
    });
  });
  const least = Math.max(1, Math.floor(terms.length / 3));
  starts.forEach((aligned, document) => {
    if (counts.get(document) >= least) near.set(document, { score: Math.max(...aligned.values()), whole: false });
  });
  (await nearTitles(index, word)).forEach((score, document) => {
    const before = near.get(document);
    near.set(document, { score: score + (before ? before.score : 0), whole: false });
  });
  return word.letters ? addScores(near, await soundScores(index, word.letters, word.heard, true)) : near;
}

/** Titles in which at least two thirds of a Chinese word's characters stand as in the word: document → score. */
async function nearTitles(index, word) {
  const near = new Map(), size = word.units.length;
  if (size < 3 || !word.units.every((unit) => unit.cjk)) return near;
  const lists = await Promise.all(word.units.map((unit, i) => termPlaces(index, exactTerm(i, 1, "=" + unit.text))));
  const aligned = new Map();
  lists.forEach((list, offset) => {
    const rarity = Math.log(1 + index.documents / (list.size + 1));
    list.forEach(({ places }, document) => places.forEach((_, place) => {
      const start = place - offset, key = document * 512 + start + 256;
      const [count, score] = aligned.get(key) || [0, 0];
      aligned.set(key, [count + 1, score + rarity]);
    }));
  });
  aligned.forEach(([count, score], key) => {
    const document = Math.floor(key / 512);
    if (3 * count >= 2 * size) near.set(document, Math.max(near.get(document) || 0, score * Math.sqrt(BOOSTS[0])));
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
  const joined = await joinedScores(index, query);
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
  found.sort((a, b) => b.whole - a.whole || b.matched - a.matched || b.score - a.score || b.document - a.document);
  return { mode, query, order: found.map((hit) => hit.document) };
}

/** The words side by side (or, in letters, as the syllables of one name): worth more than the words apart. */
async function joinedScores(index, { words, heard }) {
  if (words.length < 2 || words.some((word) => word.quoted)) return new Map();
  const plan = [];
  let offset = 0;
  for (const word of words) {
    for (const term of literalPlan(word)) plan.push(Object.assign({}, term, { offset: term.offset + offset }));
    offset += word.units.length;
  }
  const found = scores(index, await phrase(index, plan), 1);
  if (words.some((word) => !word.letters)) return found;
  return addScores(found, await soundScores(index, words.map((word) => word.letters).join("'"), heard));
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
    found.set(document, { document, matched: lists.length, score: before.score + 2 * lists.length * hit.score, whole: hit.whole });
  });
  return Array.from(found.values()).filter(
    (hit) => hit.matched >= least && !excluded.some((list) => list.has(hit.document)));
}
