import type { PaletteHit, View } from "../bindings/types";
import { statusOf } from "../feature/job/words";
import type { Help, Offer } from "../component";
import { t } from "../words";
import { PALETTE, type Action } from "./actions";
import { rank, ranked, type Range } from "./rank";
import type { Recent } from "./recents";

type Named = { id: string; title: string; ranges: readonly Range[]; at?: number };
export type Choice =
  | (Named & { kind: "command"; key: string | null; run: () => void })
  | (Named & { kind: PaletteHit["kind"]; detail: string | null })
  | (Named & { kind: "view"; view: View });
export type Group = { id: string; title: string; choices: Choice[] };
type Scored = Group & { /** How well its best choice fits. */ score: number };

type Asked = { query: string; actions: readonly Action[]; here: readonly Help[]; offers: readonly Offer[]; hits: readonly PaletteHit[]; views: readonly View[]; recents: readonly Recent[]; /** Into the list of all jobs that are called so. */ onJobs: () => void };

const COMMANDS = 5;
const RECENTS = 5;
const VIEWS = 3;
const HITS = 6;
/** Jobs are few, and many are called alike. */
const JOBS = 12;

type Hit = Choice & { score: number };
/** A name that holds the words comes before what was found by something else, and what shows them in a line below before what does not. */
function found(query: string, { kind, id, title, subtitle, status }: PaletteHit): Hit {
  const own = rank(query, title);
  const detail = status === undefined ? subtitle : [statusOf(status), subtitle].filter((part) => part !== null).join(" · ");
  return { kind, id, title, detail, ranges: own?.ranges ?? [], score: own?.score ?? (subtitle !== null && rank(query, subtitle) ? 1 : 0) };
}
const scoreOf = ([best]: readonly { score: number }[]): number => best?.score ?? 0;

/** Letters from which on a command is also found by the middle of a word, as long words are put together of short ones. */
const INSIDE = 4;
const begins = (title: string, [first]: readonly Range[]): boolean => first !== undefined && !/[\p{L}\p{N}]/u.test([...title][first.from - 1] ?? "");

/** What the screen offers comes before what is always there. */
function commands({ actions, here, offers }: Asked): Action[] {
  const own = here.flatMap(({ keys, label, group, run }): Action[] => (run && group !== PALETTE.group ? [{ id: `here ${keys}`, title: label, key: keys, run }] : []));
  return [...own, ...offers.map(({ label, run }): Action => ({ id: `here ${label}`, title: label, key: null, run })), ...actions];
}

const said = (action: Action, ranges: readonly Range[]): Choice => ({ kind: "command", ...action, ranges });

/** The commands a query names. Two letters from the middle of a word name none: Enter would do something nobody asked for. */
const named = (query: string, all: readonly Action[]) => ranked(query, all, ({ title }) => title, all.length).filter(({ item, ranges }) => query.length >= INSIDE || begins(item.title, ranges)).slice(0, COMMANDS);

/** The groups of the palette. Without a word the recent come first; with one, the group whose best choice fits best; of those that fit alike commands, views, people, jobs and tags in this order. */
export function choicesOf(asked: Asked): Group[] {
  const { query, hits, views, recents } = asked;
  const all = commands(asked);
  const of = (wanted: PaletteHit["kind"]): Hit[] => hits.filter(({ kind }) => kind === wanted).map((hit) => found(query, hit)).toSorted((a, b) => b.score - a.score);
  if (query === "") {
    return filled([
      { id: "recent", title: t("frame.palette.recent"), choices: recents.slice(0, RECENTS).map((one) => ({ kind: one.kind, id: one.id, title: one.title, detail: one.kind === "candidate" ? one.subtitle : null, ranges: [], at: one.at })) },
      { id: "commands", title: t("frame.palette.commands"), choices: all.map((action) => said(action, [])) },
    ]);
  }
  const [ours, kept, people, jobs, tags] = [named(query, all), ranked(query, views, ({ name }) => name, VIEWS), of("candidate"), of("job"), of("tag")];
  const groups: Scored[] = [
    { id: "commands", title: t("frame.palette.commands"), score: scoreOf(ours), choices: ours.map(({ item, ranges }) => said(item, ranges)) },
    { id: "views", title: t("frame.palette.views"), score: scoreOf(kept), choices: kept.map(({ item, ranges }) => ({ kind: "view", id: item.id, title: item.name, view: item, ranges })) },
    { id: "people", title: t("frame.palette.persons"), score: scoreOf(people), choices: people.slice(0, HITS) },
    { id: "jobs", title: t("frame.palette.jobs"), score: scoreOf(jobs), choices: jobs.length > JOBS ? [...jobs.slice(0, JOBS), { kind: "command", id: "jobs", title: t("frame.palette.moreJobs", { query }), ranges: [], key: null, run: asked.onJobs }] : jobs },
    { id: "tags", title: t("frame.palette.tags"), score: scoreOf(tags), choices: tags.slice(0, HITS) },
  ];
  return filled(groups.toSorted((a, b) => b.score - a.score));
}

const filled = (groups: readonly Group[]): Group[] => groups.filter(({ choices }) => choices.length > 0);
