import type { BoardFilter } from "../../bindings/types";

/** What a board can be filtered by. */
export const KINDS = ["source", "tag", "age", "credited"] as const;
export type FilterKind = (typeof KINDS)[number];

const NONE: BoardFilter = { sources: [], credited_to: [], tags: [], without_tags: [], min_days: null };

/** Ages that are offered, in days. */
export const AGES = [3, 7, 14, 30, 60] as const;

const names = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

/** A filter as the address holds it; nothing where it lets everything through. */
export function filterOf(value: unknown): BoardFilter | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const { sources, credited_to, tags, without_tags, min_days } = value as Record<string, unknown>;
  const days = typeof min_days === "number" && Number.isInteger(min_days) && min_days > 0 ? min_days : null;
  return tidy({ sources: names(sources), credited_to: names(credited_to), tags: names(tags), without_tags: names(without_tags), min_days: days });
}

/** The same filter, or nothing where it lets everything through. */
export function tidy(filter: BoardFilter): BoardFilter | undefined {
  const { sources, credited_to, tags, without_tags, min_days } = filter;
  return sources.length + credited_to.length + tags.length + without_tags.length > 0 || min_days !== null ? filter : undefined;
}

/** A filter with something of it changed. */
export const changed = (filter: BoardFilter | undefined, change: Partial<BoardFilter>): BoardFilter | undefined => tidy({ ...NONE, ...filter, ...change });

/** Which kinds a filter uses. */
export function used(filter: BoardFilter | undefined): FilterKind[] {
  const { sources, credited_to, tags, without_tags, min_days } = filter ?? NONE;
  const on: Record<FilterKind, boolean> = { source: sources.length > 0, tag: tags.length + without_tags.length > 0, age: min_days !== null, credited: credited_to.length > 0 };
  return KINDS.filter((kind) => on[kind]);
}

/** A filter without one kind. */
export function dropped(filter: BoardFilter | undefined, kind: FilterKind): BoardFilter | undefined {
  switch (kind) {
    case "source": return changed(filter, { sources: [] });
    case "tag": return changed(filter, { tags: [], without_tags: [] });
    case "age": return changed(filter, { min_days: null });
    case "credited": return changed(filter, { credited_to: [] });
  }
}
