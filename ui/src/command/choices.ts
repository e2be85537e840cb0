import type { PaletteHit } from "../bindings/types";
import type { Help } from "../component";
import { t } from "../words";
import type { Action } from "./actions";
import { rank, ranked, type Range } from "./rank";
import type { Recent } from "./recents";

type Named = { id: string; title: string; ranges: readonly Range[]; at?: number };
export type Choice =
  | (Named & { kind: "command"; key: string | null; run: () => void })
  | (Named & { kind: "candidate" | "job"; detail: string | null });
export type Group = { id: string; title: string; choices: Choice[] };

type Asked = { query: string; actions: readonly Action[]; here: readonly Help[]; hits: readonly PaletteHit[]; recents: readonly Recent[] };

const COMMANDS = 5;
const RECENTS = 5;

const found = (query: string) => ({ kind, id, title, subtitle }: PaletteHit): Choice => ({ kind, id, title, detail: subtitle, ranges: rank(query, title)?.ranges ?? [] });

/** What the screen offers by key comes before what is always there. */
function commands(actions: readonly Action[], here: readonly Help[]): Action[] {
  const own = here.flatMap(({ keys, label, group, run }): Action[] => (run && group === undefined ? [{ id: `here ${keys}`, title: label, key: keys, run }] : []));
  return [...own, ...actions];
}

const said = (action: Action, ranges: readonly Range[]): Choice => ({ kind: "command", ...action, ranges });

/** The groups of the palette. Without a word the recent come first; with one, commands, people and jobs by how well they fit. */
export function choicesOf({ query, actions, here, hits, recents }: Asked): Group[] {
  const all = commands(actions, here);
  const groups: Group[] = query === "" ? [
    { id: "recent", title: t("frame.palette.recent"), choices: recents.slice(0, RECENTS).map((one) => ({ kind: one.kind, id: one.id, title: one.title, detail: one.kind === "candidate" ? one.subtitle : null, ranges: [], at: one.at })) },
    { id: "commands", title: t("frame.palette.commands"), choices: all.map((action) => said(action, [])) },
  ] : [
    { id: "commands", title: t("frame.palette.commands"), choices: ranked(query, all, ({ title }) => title, COMMANDS).map(({ item, ranges }) => said(item, ranges)) },
    { id: "people", title: t("frame.palette.persons"), choices: hits.filter(({ kind }) => kind === "candidate").map(found(query)) },
    { id: "jobs", title: t("frame.palette.jobs"), choices: hits.filter(({ kind }) => kind === "job").map(found(query)) },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
