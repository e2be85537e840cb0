import type {
  Board, BoardCardsInput, BoardFilter, BoardInput, CandidateListInput, CandidatePage, CandidateRow, Card, CardPage, Coverage, FilterNames, JobListInput, JobPage, JobRow, MoveTarget, NameCount, PaletteHit, PaletteInput, StageCount,
} from "../../bindings/types";
import { failure, type Outbox } from "./outbox";
import { fold, type Application, type Job, type Person, type World } from "./world";

const DAY = 86_400_000;
const KINDS = ["Lead", "PreInterviewScreen", "Active", "Offer", "Hired", "Archived"];
const iso = (at: number): string => new Date(at).toISOString();
const live = ({ outcome }: Application): boolean => outcome === "PENDING";

/** Ranks `text` for a query: every word must begin a word of it; the name counts most. */
function matches(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
}

type Term = { negated: boolean; key: string; value: string };
const KEYS = new Set(["tag", "job", "stage", "source", "status", "company", "title", "location", "has", "created", "updated"]);

/** Operators and free words of a query, and what is no operator. */
function understood(query: string): { words: string[]; terms: Term[]; problems: string[] } {
  const pieces = query.match(/-?[a-z]+:(?:"[^"]*"?|\S*)|\S+/giu) ?? [];
  const parts = pieces.map((piece) => /^(?<sign>-?)(?<key>[a-z]+):"?(?<value>[^"]*)"?$/iu.exec(piece)?.groups ?? { word: piece });
  const terms = parts.flatMap(({ sign, key = "", value = "" }) => (KEYS.has(key) && value !== "" ? [{ negated: sign === "-", key, value }] : []));
  return { words: fold(parts.flatMap(({ word }) => word ?? []).join(" ")).split(/\s+/).filter((word) => word !== ""), terms, problems: parts.flatMap(({ key }) => (key === undefined || KEYS.has(key) ? [] : [`${key}: is no operator.`])) };
}

const among = (names: readonly string[], name: string | null): boolean => names.length === 0 || names.includes(name ?? "");

/** The interview an application comes to next: some of those in interviews have one. */
export function nextOf({ id, stage, outcome }: Application, now: number): Card["next"] {
  const number = Number(id.slice(4));
  if (outcome !== "PENDING" || stage.kind !== "Active" || number % 5 > 1) return null;
  const day = new Date(now + (number % 4) * DAY);
  day.setHours(9 + (number % 8), number % 2 === 0 ? 30 : 0, 0, 0);
  return day.getTime() < now ? null : { title: stage.name, starting_at: iso(day.getTime()) };
}

export class Lists {
  constructor(readonly world: World, readonly outbox: Outbox, readonly now: () => number, readonly coverage: (total: number) => Coverage, readonly share: () => number) {}

  days(application: Application): number | null {
    const entered = application.history.findLast(({ stage }) => stage.id === application.stage.id)?.at;
    return entered === undefined ? null : Math.floor((this.now() - entered) / DAY);
  }

  jobs({ query, statuses, sort, desc, offset, limit }: JobListInput): JobPage {
    const words = fold(query).split(/\s+/).filter((word) => word !== "");
    const known = this.world.jobs.slice(0, Math.ceil(this.world.jobs.length * Math.min(1, this.share() * 2)));
    const found = known.filter((job) => matches(fold([job.title, job.department, job.location, job.code, ...job.team].join(" ")), words));
    const shown = found.filter(({ status }) => statuses.length === 0 || statuses.includes(status)).map((job) => this.#job(job));
    const by = (row: JobRow): number | string => ({ title: row.title, status: row.status ?? "", active: row.active, opened: row.opened_at ?? "" })[sort];
    shown.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : a.title.localeCompare(b.title)) * (desc ? -1 : 1));
    const counts = [...new Set(found.map(({ status }) => status))].map((status) => ({ status, count: found.filter((job) => job.status === status).length }));
    return { total: shown.length, rows: shown.slice(offset, offset + limit), counts, coverage: this.coverage(known.length) };
  }

  #job(job: Job): JobRow {
    const running = job.applications.filter(live);
    const stages: StageCount[] = KINDS.map((kind) => ({ kind, count: running.filter(({ stage }) => stage.kind === kind).length })).filter(({ count }) => count > 0);
    const { id, title, code, status, confidential, department, location, remote, team, openings, posted, opened } = job;
    return { id, title, code, status, confidential, department, location, remote, team, openings, active: running.length, stages, posted, opened_at: iso(opened) };
  }

  jobOf(id: string): Job {
    const job = this.world.jobs.find((one) => one.id === id);
    if (!job) throw failure("PLATFORM.INPUT_INVALID", "This job is not on this computer.", "Sync now, or go back to the list of jobs.");
    return job;
  }

  /** Whether a filter lets an application through. */
  #passes(application: Application, filter: BoardFilter | undefined): boolean {
    if (!filter) return true;
    const { source, credited, person } = application;
    return among(filter.sources, source) && among(filter.credited_to, credited) && (filter.tags.length === 0 || filter.tags.some((tag) => person.tags.includes(tag)))
      && !filter.without_tags.some((tag) => person.tags.includes(tag)) && (filter.min_days === null || (this.days(application) ?? 0) >= filter.min_days);
  }

  names(job_id: string): FilterNames {
    const running = this.jobOf(job_id).applications.filter(live);
    const counted = (of: (one: Application) => string[]): NameCount[] => {
      const counts = new Map<string, number>();
      for (const name of running.flatMap(of)) counts.set(name, (counts.get(name) ?? 0) + 1);
      return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
    };
    return { sources: counted(({ source }) => [source]), credited_to: counted(({ credited }) => [credited ?? ""]), tags: counted(({ person }) => person.tags) };
  }

  #inPlan(job: Job, plan: string | undefined): Application[] { return job.applications.filter((one) => one.plan.id === plan); }

  board({ job_id, plan, filter }: BoardInput): Board {
    const job = this.jobOf(job_id);
    const plans = job.plans.map(({ id, name }, index) => ({ id, name, is_default: index === 0, count: this.#inPlan(job, id).filter(live).length }));
    const chosen = job.plans.find(({ id }) => id === plan) ?? job.plans[0];
    const all = this.#inPlan(job, chosen?.id);
    const own = all.filter((one) => this.#passes(one, filter));
    const columns = (chosen?.stages ?? []).map((stage) => {
      const here = own.filter((one) => one.stage.id === stage.id);
      const days = here.map((one) => this.days(one) ?? 0).sort((a, b) => a - b);
      const ended = stage.kind === "Hired" || stage.kind === "Archived";
      return { stage, count: here.length, median_days: ended ? null : (days[Math.floor(days.length / 2)] ?? null), oldest_days: ended ? null : (days.at(-1) ?? null) };
    });
    return {
      job: { id: job.id, title: job.title, status: job.status, department: job.department, location: job.location, url: `https://app.ashbyhq.com/jobs/${job.id}` },
      plan: plans.find(({ id }) => id === chosen?.id) ?? null, plans, columns, total: own.filter(live).length, unfiltered: all.filter(live).length, coverage: this.coverage(this.world.applications.size),
    };
  }

  cards({ job_id, stage_id, offset, limit, filter }: BoardCardsInput): CardPage {
    const here = this.jobOf(job_id).applications.filter((one) => one.stage.id === stage_id && this.#passes(one, filter));
    here.sort((a, b) => (this.days(a) ?? 0) - (this.days(b) ?? 0) || (b.history.at(-1)?.at ?? 0) - (a.history.at(-1)?.at ?? 0) || a.id.localeCompare(b.id));
    return { total: here.length, rows: here.slice(offset, offset + limit).map((one) => this.#card(one)) };
  }

  #card(application: Application): Card {
    const { person, source, credited } = application;
    const headline = person.title === null ? person.company : person.company === null ? person.title : `${person.title} at ${person.company}`;
    return { application_id: application.id, candidate_id: person.id, name: person.name, headline, source, credited_to: credited, tags: person.tags, days: this.days(application), next: nextOf(application, this.now()), pending: this.outbox.pending(application) };
  }

  applicationOf(id: string): Application {
    const application = this.world.applications.get(id);
    if (!application) throw failure("PLATFORM.INPUT_INVALID", "This application is not on this computer.", "Sync now and try again.");
    return application;
  }

  targets(application: Application): MoveTarget[] {
    return application.plan.stages.map((stage) => ({
      stage, current: stage.id === application.stage.id,
      refusal: stage.kind === "Archived" ? "Archiving needs a reason. Do it in Ashby for now." : stage.kind === "Hired" ? "Hiring starts from an accepted offer in Ashby." : application.ended === null ? null : "This application has ended. Restore it in Ashby first.",
    }));
  }

  people({ query, sort, desc, offset, limit }: CandidateListInput): CandidatePage {
    const begun = performance.now();
    const { words, terms, problems } = understood(query);
    const known = this.world.people.slice(0, Math.floor(this.world.people.length * this.share()));
    const found = known.filter((person) => matches(person.fold, words) && terms.every((term) => this.#holds(person, term)));
    const first = words[0] ?? "";
    const rank = (person: Person): number => (fold(person.name).startsWith(first) ? 2 : matches(fold(person.name), words) ? 1 : 0);
    const order: Record<string, (a: Person, b: Person) => number> = {
      relevance: (a, b) => rank(a) - rank(b) || a.updated - b.updated, name: (a, b) => a.name.localeCompare(b.name, "en"), updated: (a, b) => a.updated - b.updated, created: (a, b) => a.created - b.created,
    };
    const by = order[sort];
    if (by) found.sort((a, b) => by(a, b) * (desc ? -1 : 1));
    const rows = found.slice(offset, offset + limit).map((person) => this.#row(person, terms));
    return { total: found.length, exact: true, rows, took_us: Math.round((performance.now() - begun) * 1_000), problems, coverage: this.coverage(known.length) };
  }

  #holds(person: Person, { negated, key, value }: Term): boolean {
    const own = this.world.byPerson.get(person.id) ?? [];
    const fields: Record<string, string[]> = {
      tag: person.tags, job: own.flatMap(({ job }) => [job.title, job.code, job.id]), stage: own.map(({ stage }) => stage.name), source: [person.source], company: [person.company ?? ""], title: [person.title ?? ""], location: [person.location ?? ""],
      has: [person.resume ? "resume" : "", person.tags.length > 0 ? "tag" : ""], status: own.map(({ outcome }) => (outcome === "PENDING" ? "live" : outcome === "HIRED" ? "hired" : "archived")),
    };
    const known = fields[key];
    return known === undefined || known.some((one) => matches(fold(one), [fold(value)])) !== negated;
  }

  #row(person: Person, terms: Term[] = []): CandidateRow {
    const own = this.world.byPerson.get(person.id) ?? [];
    const asked = terms.filter(({ key, negated }) => key === "job" && !negated);
    const lead = own.find(({ job }) => asked.some(({ value }) => job.id === value || matches(fold(`${job.title} ${job.code}`), [fold(value)]))) ?? own.find(live) ?? own.at(-1);
    return {
      id: person.id, name: person.name, title: person.title, company: person.company, location: person.location, email: person.email, tags: person.tags, source: person.source, applications: own.length,
      application: lead?.id ?? null, job: lead?.job.title ?? null, stage: lead?.stage ?? null, updated_at: iso(person.updated), created_at: iso(person.created), pending: this.outbox.busy(person),
    };
  }

  palette({ query, limit }: PaletteInput): PaletteHit[] {
    const words = fold(query).split(/\s+/).filter((word) => word !== "");
    if (words.length === 0) return [];
    const people = this.world.people.filter(({ name }) => matches(fold(name), words)).slice(0, limit);
    const jobs = this.world.jobs.filter(({ title, code }) => matches(fold(`${title} ${code}`), words)).slice(0, limit);
    const tags = [...new Set(this.world.people.flatMap((person) => person.tags))].filter((tag) => matches(fold(tag), words)).slice(0, limit);
    return [
      ...people.map((person): PaletteHit => ({ kind: "candidate", id: person.id, title: person.name, subtitle: [person.title, person.company].filter((part) => part !== null).join(" at ") || null })),
      ...jobs.map((job): PaletteHit => ({ kind: "job", id: job.id, title: job.title, subtitle: [job.code, job.department, job.location].join(" · ") })),
      ...tags.map((tag): PaletteHit => ({ kind: "tag", id: tag, title: tag, subtitle: null })),
    ];
  }
}
