/** What a `samara://` link asks to see. */
export type Wanted = { kind: "candidate" | "job" | "view"; id: string };

const KINDS = ["candidate", "job", "view"] as const;

/** Reads a link. One that names anything else, or wants something done, is none: links only show. */
export function wantedBy(link: string): Wanted | null {
  const [, kind, id, rest] = /^samara:\/\/([a-z]+)\/([\w-]+)\/?(.*)$/i.exec(link) ?? [];
  const known = KINDS.find((one) => one === kind?.toLowerCase());
  return known === undefined || id === undefined || rest !== "" ? null : { kind: known, id };
}
