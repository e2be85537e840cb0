/** The operators of the people search, in the order they are offered. */
export const OPERATORS = ["tag", "job", "stage", "status", "source", "company", "title", "location", "has", "created", "updated"] as const;
export type Operator = (typeof OPERATORS)[number];

const STATUSES = ["live", "active", "lead", "hired", "archived"];
const THINGS = ["resume", "file", "email", "phone", "tag", "application", "note"];
const SHOWN = 8;

/** The piece of a query that is being typed, and what stands before it. */
export type Piece = { before: string; negated: boolean; key: Operator | null; value: string };

/** What stands after the last space that is not inside quotes. */
export function pieceOf(query: string): Piece {
  const quotes = query.split('"').length - 1;
  const start = quotes % 2 === 1 ? query.lastIndexOf(" ", query.lastIndexOf('"')) : query.endsWith('"') ? query.lastIndexOf(" ", query.lastIndexOf('"', query.length - 2)) : query.lastIndexOf(" ");
  const piece = query.slice(start + 1);
  const negated = piece.startsWith("-");
  const word = negated ? piece.slice(1) : piece;
  const colon = word.indexOf(":");
  const key = OPERATORS.find((one) => colon > 0 && one === word.slice(0, colon).toLowerCase()) ?? null;
  return { before: query.slice(0, start + 1), negated, key, value: (key === null ? word : word.slice(colon + 1)).replaceAll('"', "") };
}

/** What of a query is looked for in names: no operators, no quotes, nothing that must not be there. */
export const freeWords = (query: string): string => query.replaceAll(/-?[a-z]+:(?:"[^"]*"?|\S*)|(?<=^|\s)-\S+|"/giu, " ").trim();

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Spans of days that are often asked for. */
export function spans(now: number): string[] {
  const ago = (days: number): string => `>${day(now - days * 86_400_000)}`;
  return [ago(7), ago(30), ago(90), day(now).slice(0, 4)];
}

export type Suggestion = { label: string; query: string; /** Whether a value has still to follow. */ open: boolean };

/** A value as it can stand behind an operator. */
export const quoted = (value: string): string => (/^[\p{L}\p{N}._>-]+$/u.test(value) ? value : `"${value.replaceAll('"', "")}"`);
/** Whether a word of `value` begins with what was typed. */
const fits = (value: string, typed: string): boolean => { const low = value.toLowerCase(); return low.startsWith(typed) || low.includes(` ${typed}`); };

/** What the query could go on with: operators while a word is typed, values once one stands. `known` are the names the mirror has. */
export function suggest(query: string, known: readonly string[], now: number): Suggestion[] {
  const { before, negated, key, value } = pieceOf(query);
  const sign = negated ? "-" : "";
  const typed = value.toLowerCase();
  if (key === null) {
    return OPERATORS.filter((one) => one.startsWith(typed)).map((one) => ({ label: `${sign}${one}:`, query: `${before}${sign}${one}:`, open: true }));
  }
  const values = key === "status" ? STATUSES : key === "has" ? THINGS : key === "created" || key === "updated" ? spans(now) : known;
  return [...new Set(values)].filter((one) => fits(one, typed) && one.toLowerCase() !== typed).slice(0, SHOWN)
    .map((one) => ({ label: one, query: `${before}${sign}${key}:${quoted(one)} `, open: false }));
}
