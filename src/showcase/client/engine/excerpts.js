/* What matched, for the eye. */

/** [[start, end, word index], …] of every match in `text`, with what sounds like the query where it is the title of document
    `number`. */
function matches(text, query, mode, variants, number) {
  const sequence = units(text, variants);
  const found = [];
  query.words.forEach((word, which) => {
    for (let at = 0; at < sequence.length; at++) {
      const size = literalAt(sequence, at, word) || (mode === "near" ? nearAt(sequence, at, word) : 0);
      if (size) found.push([sequence[at].start, sequence[at + size - 1].end, which]);
    }
    found.push(...heardIn(sequence, word.heard.get(number), which));
  });
  for (const { units: wanted, which } of query.spelled) {
    for (let at = 0; at < sequence.length; at++) {
      if (literalAt(sequence, at, { units: wanted, quoted: true })) found.push([sequence[at].start, sequence[at + wanted.length - 1].end, which]);
    }
  }
  found.push(...heardIn(sequence, query.heard.get(number), 0));
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

function heardIn(sequence, spans, which) {
  const inside = (spans || []).filter(([at, size]) => at + size <= sequence.length);
  return inside.map(([at, size]) => [sequence[at].start, sequence[at + size - 1].end, which]);
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
  const inTitle = matches(record.title, query, mode, index.variants, number);
  const candidates = [record.summary].concat(record.texts).filter(Boolean);
  let best = candidates[0] || "", found = [], most = -1;
  for (const text of candidates) {
    const here = matches(text, query, mode, index.variants, -1);
    const words = new Set(here.map((match) => match[2])).size;
    if (words > most) [best, found, most] = [text, here, words];
  }
  const whole = (text) => excerpt(text, matches(text, query, mode, index.variants, -1), text.length);
  return {
    record, inTitle, title: excerpt(record.title, inTitle, 400), excerpt: excerpt(best, found, 110),
    place: whole(record.place), brand: whole(record.brand),
  };
}

/** The Chinese that letters stand for in the titles shown, so that it is marked wherever it occurs: [{units, which}]. */
function spelledOut(shown, query, variants) {
  const found = new Map();
  for (const { record, inTitle } of shown) {
    for (const [start, end, which] of inTitle) {
      const text = record.title.slice(start, end), sequence = units(text, variants);
      if (query.words[which].letters && sequence.length > 1 && sequence[0].cjk) found.set(which + text, { units: sequence, which });
    }
  }
  return Array.from(found.values());
}
