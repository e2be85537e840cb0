export type Span = { from: number; to: number };
/** Words to be marked in a text, and in which of the mark colours. */
export type Marking = { words: readonly string[]; tone: number; /** Finds the words in another way than letter by letter: where they stand in a string. */ find?: (text: string) => readonly Span[] };

const folded = (letter: string): string => letter.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "").toLowerCase();
// What a letter is without case and accents may be two, such as ß; only the first counts, so that places stay places.
const letters = (text: string): string[] => Array.from(text, (letter) => Array.from(folded(letter))[0] ?? " ");

/** Where `word` stands in `text`, in letters, whatever the case and accents. */
export function places(text: string, word: string): Span[] {
  const [own, wanted] = [letters(text), letters(word.trim())];
  if (wanted.length === 0) return [];
  const found: Span[] = [];
  for (let at = 0; at + wanted.length <= own.length; at += 1) {
    if (!wanted.every((letter, index) => own[at + index] === letter)) continue;
    found.push({ from: at, to: at + wanted.length });
    at += wanted.length - 1;
  }
  return found;
}

/** Places in a string, told in letters. */
const inLetters = (text: string, spans: readonly Span[]): Span[] => spans.map(({ from, to }) => { const start = Array.from(text.slice(0, from)).length; return { from: start, to: start + Array.from(text.slice(from, to)).length }; });

export type Run = { text: string; tone: number | null };

/** A text cut into marked and plain runs; where two markings meet, the one named first holds. */
export function runsOf(text: string, markings: readonly Marking[]): Run[] {
  const own = Array.from(text);
  const tones = Array.from<number | null>({ length: own.length }).fill(null);
  const starts = new Set<number>();
  for (const { words, tone, find } of markings) {
    for (const { from, to } of find ? inLetters(text, find(text)) : words.flatMap((word) => places(text, word))) {
      if (tones.slice(from, to).some((one) => one !== null)) continue;
      tones.fill(tone, from, to);
      starts.add(from);
    }
  }
  const runs: Run[] = [];
  own.forEach((letter, index) => {
    const last = runs.at(-1);
    const tone = tones[index] ?? null;
    if (last?.tone === tone && !starts.has(index)) last.text += letter;
    else runs.push({ text: letter, tone });
  });
  return runs;
}

/** How many marked runs a text has. */
export const hitsOf = (text: string, markings: readonly Marking[]): number => runsOf(text, markings).filter(({ tone }) => tone !== null).length;

/** Which page, and which hit on it, the `at`th of all hits is. */
export function hitAt(perPage: readonly number[], at: number): { page: number; hit: number } | null {
  let rest = at;
  for (const [index, hits] of perPage.entries()) {
    if (rest < hits) return { page: index + 1, hit: rest };
    rest -= hits;
  }
  return null;
}

/** Scrolls the paper, and nothing around it, until an element stands in its upper half. */
export function bring(element: Element): void {
  const desk = element.closest("[data-scroller]");
  if (!desk) return;
  const [own, its] = [element.getBoundingClientRect(), desk.getBoundingClientRect()];
  if (own.top >= its.top && own.bottom <= its.bottom) return;
  desk.scrollTop += own.top - its.top - its.height / 3;
}
