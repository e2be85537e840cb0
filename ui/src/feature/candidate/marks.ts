/** A piece of a text, and whether the search found it. */
export type Piece = { text: string; hit: boolean };

const MARKS = /\p{M}/gu;
const WORD = /[\p{L}\p{N}]/u;

const fold = (text: string): string => text.normalize("NFD").replace(MARKS, "").toLowerCase();

/** Signs at the ends of a word, which the search passes over; but C# and C++ are words. */
const SIGNS = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}#+]+$/gu;

/** The plain words of a query, folded; operators such as `tag:` and excluded words mark nothing. */
export const words = (query: string): string[] =>
  query.split(/\s+/).filter((word) => !word.includes(":") && !word.startsWith("-")).map((word) => fold(word.replace(SIGNS, ""))).filter((word) => word !== "");

/** Cuts `text` where words of the query begin one of its words, accents and case aside. */
export function marked(text: string, query: string): Piece[] {
  const sought = words(query);
  if (sought.length === 0) return [{ text, hit: false }];
  const letters = Array.from(text);
  const folded = letters.map(fold);
  const hits = letters.map(() => false);
  letters.forEach((_, start) => {
    const before = letters[start - 1];
    if (before !== undefined && WORD.test(before)) return;
    for (const word of sought) {
      const length = prefix(folded, start, word);
      hits.fill(true, start, start + length);
    }
  });
  return join(letters, hits);
}

/** `text` from its first mark on, so that the mark is seen where there is little room. */
export function around(text: string, query: string): Piece[] {
  const [first, ...rest] = marked(text, query);
  if (first === undefined) return [];
  return [first.hit || rest.length === 0 ? first : { text: "… ", hit: false }, ...rest];
}

/** How many letters from `start` spell `word`; 0 when they do not. */
function prefix(folded: readonly string[], start: number, word: string): number {
  let rest = word;
  for (let index = start; index < folded.length; index += 1) {
    const letter = folded[index] ?? "";
    if (rest.startsWith(letter)) rest = rest.slice(letter.length);
    else return 0;
    if (rest === "") return index - start + 1;
  }
  return 0;
}

function join(letters: readonly string[], hits: readonly boolean[]): Piece[] {
  const pieces: Piece[] = [];
  letters.forEach((letter, index) => {
    const hit = hits[index] ?? false;
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += letter;
    else pieces.push({ text: letter, hit });
  });
  return pieces;
}
