import type { Run } from "./find";

/** A run of a line; `hit` counts the marked places of the whole text, and one that goes over a line break has the same in both lines. */
export type Piece = Run & { hit: number | null };
export type Line = { kind: "plain" | "heading" | "bullet"; /** Whether an empty line stands before it. */ apart: boolean; pieces: Piece[] };

const BULLET = /^(?:[•◦▪▫‣●○■□·∙–—*-])\s/u;
/** Letters and words a heading has at most. */
const LONGEST = 32;
const WORDS = 4;
/** A name of a section: it begins with a capital, ends without a stop, and lists, counts and addresses nothing. */
const HEADING = /^\p{Lu}[^.,;!?@|/\p{Nd}]*$/u;

const wordsIn = ({ pieces }: Line): string => pieces.map(({ text }) => text).join("").trim();
const isHeading = (text: string): boolean => text.length <= LONGEST && text.split(/\s+/).length <= WORDS && HEADING.test(text);

/** A text as lines, told apart by no more than how they are written. */
export function linesOf(runs: readonly Run[]): Line[] {
  const lines: Line[] = [{ kind: "plain", apart: false, pieces: [] }];
  let hit = -1;
  for (const { text, tone } of runs) {
    if (tone !== null) hit += 1;
    text.split("\n").forEach((part, index) => {
      if (index > 0) lines.push({ kind: "plain", apart: false, pieces: [] });
      if (part !== "") lines.at(-1)?.pieces.push({ text: part, tone, hit: tone === null ? null : hit });
    });
  }
  const texts = lines.map(wordsIn);
  // The last line heads nothing.
  const last = texts.findLastIndex((text) => text !== "");
  const shown: Line[] = [];
  lines.forEach((line, index) => {
    const text = texts[index] ?? "";
    if (text === "") return;
    const apart = texts[index - 1] === "";
    // What stands right beneath a heading is what it heads.
    const beneath = !apart && shown.at(-1)?.kind === "heading";
    shown.push({ ...line, apart, kind: BULLET.test(text) ? "bullet" : index < last && !beneath && isHeading(text) ? "heading" : "plain" });
  });
  return shown;
}
