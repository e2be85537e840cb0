import type { Marking } from "../candidate/resume/find";

/** Words that belong together and are looked for in résumés. */
export type Group = { name: string; words: readonly string[] };

/** The setting they are kept in. */
export const KEYWORDS = "keyword_groups";
/** Groups that have a colour of their own. */
export const GROUPS = 4;

export function groupsOf(kept: string | null | undefined): Group[] {
  try {
    const value: unknown = JSON.parse(kept ?? "[]");
    if (!Array.isArray(value)) return [];
    return value.flatMap((one: unknown) => {
      if (typeof one !== "object" || one === null || !("name" in one) || typeof one.name !== "string" || !("words" in one) || !Array.isArray(one.words)) return [];
      return [{ name: one.name, words: one.words.filter((word): word is string => typeof word === "string") }];
    }).slice(0, GROUPS);
  } catch {
    return [];
  }
}

/** Words as they are typed: by commas or lines. */
export const wordsOf = (text: string): string[] => [...new Set(text.split(/[,\n;]/).map((word) => word.trim()).filter((word) => word !== ""))];

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** What finds the words of a group: whole ones, in any case; a star at the end stands for any letters. */
export function finder(words: readonly string[]): RegExp | null {
  const parts = words.toSorted((a, b) => b.length - a.length).map((word) => {
    const open = word.endsWith("*");
    return `${escaped(open ? word.slice(0, -1) : word).replaceAll(/\s+/g, String.raw`\s+`)}${open ? String.raw`[\p{L}\p{N}]*` : ""}`;
  });
  return parts.length === 0 ? null : new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${parts.join("|")})(?![\p{L}\p{N}])`, "giu");
}

/** Where a pattern stands in a text. */
export const found = (text: string, pattern: RegExp): { from: number; to: number }[] => [...text.matchAll(pattern)].filter(([hit]) => hit !== "").map((match) => ({ from: match.index, to: match.index + match[0].length }));

/** How often each group stands in a text. */
export const counted = (text: string, groups: readonly Group[]): number[] => groups.map(({ words }) => { const pattern = finder(words); return pattern === null ? 0 : found(text, pattern).length; });

/** The groups as they are marked in a text, each in its colour. */
export const markingsOf = (groups: readonly Group[]): Marking[] => groups.map(({ words }, group) => ({ words, tone: group + 1, find: (text) => { const pattern = finder(words); return pattern === null ? [] : found(text, pattern); } }));
