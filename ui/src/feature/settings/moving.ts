import type { View } from "../../bindings/types";
import { call } from "../../query";
import { KEYMAP } from "../../app/useSettings";
import { LOCK_AFTER } from "../../app/useIdleLock";
import { TEMPLATES } from "../candidate/note/templates";
import { LENS } from "../me/me";
import { STALE } from "../pipeline/stale";
import { KEYWORDS } from "../review/keywords";

/** What goes along: settings of one's own. Nothing about people, and no key. */
export const CARRIED = ["theme", "density", "language", KEYMAP, TEMPLATES, LOCK_AFTER, "files.limit_mb", "log.runs_days", "log.details_days", KEYWORDS, LENS, STALE] as const;
const VERSION = 1;

export type Luggage = { samara: number; views: Omit<View, "id">[]; settings: Record<string, string>; remapping: unknown };
export class Refused extends Error {
  constructor(readonly why: "bad" | "newer") { super(why); }
}

/** Everything that goes along, gathered. */
export async function packed(): Promise<Luggage> {
  const views = await call("list_views", {});
  const settings: Record<string, string> = {};
  for (const key of CARRIED) {
    const value = await call("setting", { key });
    if (value !== null) settings[key] = value;
  }
  const { remapping } = await call("remapping", {});
  return { samara: VERSION, views: views.map(({ name, query, sort, desc, columns }) => ({ name, query, sort, desc, columns })), settings, remapping };
}

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const SORTS: ReadonlySet<unknown> = new Set(["relevance", "name", "updated", "created"]);
const isView = (value: unknown): value is Luggage["views"][number] => isRow(value) && typeof value.name === "string" && typeof value.query === "string" && SORTS.has(value.sort) && typeof value.desc === "boolean" && Array.isArray(value.columns);

/** Reads such a file; only what is known is taken from it. */
export function luggageOf(text: string): Luggage {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Refused("bad");
  }
  if (!isRow(read) || typeof read.samara !== "number") throw new Refused("bad");
  if (read.samara > VERSION) throw new Refused("newer");
  const given = isRow(read.settings) ? read.settings : {};
  const settings = Object.fromEntries(CARRIED.flatMap((key) => (typeof given[key] === "string" ? [[key, given[key]]] : [])));
  return { samara: read.samara, views: Array.isArray(read.views) ? read.views.filter(isView) : [], settings, remapping: read.remapping ?? null };
}

/** Puts it in place: a view of the same name is replaced, everything else stays. Answers whether all of it went. */
export async function unpack({ views, settings, remapping }: Luggage): Promise<boolean> {
  const here = await call("list_views", {});
  let whole = true;
  for (const view of views) {
    const same = here.find(({ name }) => name.toLowerCase() === view.name.toLowerCase());
    try {
      await call("save_view", { ...view, id: same?.id ?? null });
    } catch {
      whole = false;
    }
  }
  for (const [key, value] of Object.entries(settings)) await call("set_setting", { key, value });
  if (isRow(remapping)) {
    try {
      await call("set_remapping", { remapping });
    } catch {
      whole = false;
    }
  }
  return whole;
}
