/* What to offer instead of the query. */

/** Names worth offering instead of the query: what its letters spell, or what it nearly says. */
function suggestions(shown, query, mode, variants) {
  const offered = [];
  const offer = (text) => {
    if (text && !offered.includes(text)) offered.push(text);
  };
  const letters = query.words.length && query.words.every((word) => word.letters);
  for (const { record, inTitle } of shown) {
    const titleUnits = units(record.title, variants);
    if (letters && (mode === "all" || mode === "near")) {
      const span = inTitle.find((match) => titleUnits.some((unit) => unit.cjk && unit.start === match[0]));
      if (span) offer(record.title.slice(span[0], span[1]));
    }
    if (mode === "near" && query.words.length === 1) {
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
