export type Range = { from: number; to: number };
export type Ranked = { score: number; ranges: Range[] };

const letters = (text: string): string[] => [...text].map((letter) => letter.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "").toLowerCase());
const startsWord = (text: readonly string[], at: number): boolean => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");

/** Where `word` stands in `text`: best at its very start, then at the start of a word, then anywhere. */
function whole(text: readonly string[], word: readonly string[]): Ranked | null {
  let best: Ranked | null = null;
  for (let at = 0; at + word.length <= text.length; at += 1) {
    if (!word.every((letter, index) => text[at + index] === letter)) continue;
    const score = at === 0 ? 100 : startsWord(text, at) ? 80 : 40;
    if (best === null || score > best.score) best = { score, ranges: [{ from: at, to: at + word.length }] };
  }
  return best;
}

/** The letters of `word` in order, each at the start of a word or right after the one before: "gj" is "Go to Jobs". */
function scattered(text: readonly string[], word: readonly string[]): Ranked | null {
  const ranges: Range[] = [];
  let score = 0;
  let at = 0;
  for (const letter of word) {
    let found = text.indexOf(letter, at);
    for (let next = found; next >= 0; next = text.indexOf(letter, next + 1)) if (startsWord(text, next)) { found = next; break; }
    const begins = found >= 0 && startsWord(text, found);
    if (found < 0 || (!begins && (found !== at || ranges.length === 0))) return null;
    score += begins ? 6 : 3;
    const last = ranges.at(-1);
    if (last?.to === found) last.to = found + 1;
    else ranges.push({ from: found, to: found + 1 });
    at = found + 1;
  }
  return { score: Math.min(score, 30), ranges };
}

/** Whether `text` begins with `word` typed with one letter too many, missing or wrong, or two the other way round; and with how many letters. */
function near(text: readonly string[], word: readonly string[]): number | null {
  const at = word.findIndex((letter, index) => letter !== text[index]);
  if (at < 1) return null;
  const rest = (from: number, own: number): boolean => word.slice(from).every((letter, index) => letter === text[own + index]);
  if (rest(at + 1, at)) return word.length - 1;
  if (rest(at, at + 1)) return word.length + 1;
  if (rest(at + 1, at + 1) || (word[at] === text[at + 1] && word[at + 1] === text[at] && rest(at + 2, at + 2))) return word.length;
  return null;
}

/** Where a word of `text` begins nearly so. */
function slipped(text: readonly string[], word: readonly string[]): Ranked | null {
  for (let at = 0; at < text.length; at += 1) {
    const length = startsWord(text, at) ? near(text.slice(at), word) : null;
    if (length !== null) return { score: 10, ranges: [{ from: at, to: at + length }] };
  }
  return null;
}

/** How well `query` names `text`, and by which letters; null when it does not. Case and accents do not matter. */
export function rank(query: string, text: string): Ranked | null {
  const words = query.trim().split(/\s+/).filter((word) => word !== "").map(letters);
  const own = letters(text);
  const together = words.length > 1 ? whole(own, letters(query.trim())) : null;
  if (together) return { ...together, score: together.score + 20 };
  const found = words.map((word) => whole(own, word) ?? (word.length > 1 ? scattered(own, word) : null) ?? (word.length > 3 ? slipped(own, word) : null));
  if (found.some((one) => one === null)) return null;
  const ranges = found.flatMap((one) => one?.ranges ?? []).toSorted((a, b) => a.from - b.from);
  const score = found.reduce((sum, one) => sum + (one?.score ?? 0), 0) / Math.max(1, found.length);
  return { score, ranges };
}

/** The things `query` names, best first, at most `limit`. */
export function ranked<Item>(query: string, items: readonly Item[], textOf: (item: Item) => string, limit: number): (Ranked & { item: Item })[] {
  return items
    .flatMap((item) => { const hit = rank(query, textOf(item)); return hit ? [{ ...hit, item }] : []; })
    .toSorted((a, b) => b.score - a.score || textOf(a.item).length - textOf(b.item).length)
    .slice(0, limit);
}
