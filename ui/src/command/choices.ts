import type { PaletteHit, View } from "../bindings/types";
import type { Help, Offer } from "../component";
import { t } from "../words";
import type { Action } from "./actions";
import { rank, ranked, type Range } from "./rank";
import type { Recent } from "./recents";

type Named = { id: string; title: string; ranges: readonly Range[]; at?: number };
export type Choice =
  | (Named & { kind: "command"; key: string | null; run: () => void })
  | (Named & { kind: PaletteHit["kind"]; detail: string | null })
  | (Named & { kind: "view"; view: View });
export type Group = { id: string; title: string; choices: Choice[] };

type Asked = { query: string; actions: readonly Action[]; here: readonly Help[]; offers: readonly Offer[]; hits: readonly PaletteHit[]; views: readonly View[]; recents: readonly Recent[] };

const COMMANDS = 5;
const RECENTS = 5;
const VIEWS = 3;

type Hit = Choice & { score: number };
/** A name that holds the words comes before what was found by something else, and what shows them in a line below before what does not. */
function found(query: string, { kind, id, title, subtitle }: PaletteHit): Hit {
  const own = rank(query, title);
  return { kind, id, title, detail: subtitle, ranges: own?.ranges ?? [], score: own?.score ?? (subtitle !== null && rank(query, subtitle) ? 1 : 0) };
}
const scoreOf = (hits: readonly Hit[]): number => hits[0]?.score ?? 0;

/** What the screen offers comes before what is always there. */
function commands({ actions, here, offers }: Asked): Action[] {
  const own = here.flatMap(({ keys, label, group, run }): Action[] => (run && group === undefined ? [{ id: `here ${keys}`, title: label, key: keys, run }] : []));
  return [...own, ...offers.map(({ label, run }): Action => ({ id: `here ${label}`, title: label, key: null, run })), ...actions];
}

const said = (action: Action, ranges: readonly Range[]): Choice => ({ kind: "command", ...action, ranges });

/** The groups of the palette. Without a word the recent come first; with one, commands, views, people, jobs and tags by how well they fit. */
export function choicesOf(asked: Asked): Group[] {
  const { query, hits, views, recents } = asked;
  const all = commands(asked);
  const of = (wanted: PaletteHit["kind"]): Hit[] => hits.filter(({ kind }) => kind === wanted).map((hit) => found(query, hit)).toSorted((a, b) => b.score - a.score);
  const [people, jobs] = [of("candidate"), of("job")];
  const records: Group[] = [{ id: "people", title: t("frame.palette.persons"), choices: people }, { id: "jobs", title: t("frame.palette.jobs"), choices: jobs }];
  const groups: Group[] = query === "" ? [
    { id: "recent", title: t("frame.palette.recent"), choices: recents.slice(0, RECENTS).map((one) => ({ kind: one.kind, id: one.id, title: one.title, detail: one.kind === "candidate" ? one.subtitle : null, ranges: [], at: one.at })) },
    { id: "commands", title: t("frame.palette.commands"), choices: all.map((action) => said(action, [])) },
  ] : [
    { id: "commands", title: t("frame.palette.commands"), choices: ranked(query, all, ({ title }) => title, COMMANDS).map(({ item, ranges }) => said(item, ranges)) },
    { id: "views", title: t("frame.palette.views"), choices: ranked(query, views, ({ name }) => name, VIEWS).map(({ item, ranges }) => ({ kind: "view", id: item.id, title: item.name, view: item, ranges })) },
    ...(scoreOf(jobs) > scoreOf(people) ? records.toReversed() : records),
    { id: "tags", title: t("frame.palette.tags"), choices: of("tag") },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
