import type { StageRef } from "../../bindings/types";
import { COMPANIES, DEPARTMENTS, PEOPLES, REASONS, RECRUITERS, SCHOOLS, SOURCES, TAGS } from "./names";
import { Random } from "./random";

const DAY = 86_400_000;
const HOUR = 3_600_000;

export type Plan = { id: string; name: string; stages: StageRef[] };
export type Person = {
  id: string; name: string; title: string | null; company: string | null; location: string | null; email: string | null; phone: string | null; link: string | null;
  school: string | null; source: string; credited: string | null; tags: string[]; created: number; updated: number; resume: boolean; fold: string;
  /** Written from here, newest first. */
  notes: { id: string; author: string; at: number; html: string; private: boolean }[];
};
export type Application = {
  id: string; person: Person; job: Job; plan: Plan; stage: StageRef; history: { stage: StageRef; at: number }[];
  source: string; credited: string | null; created: number; ended: number | null; outcome: string; reason: string | null;
};
export type Job = {
  id: string; title: string; code: string; status: string; confidential: boolean; department: string; location: string; remote: string;
  team: string[]; openings: number; posted: boolean; opened: number; plans: Plan[]; applications: Application[];
};
export type World = { people: Person[]; jobs: Job[]; applications: Map<string, Application>; byPerson: Map<string, Application[]> };

/** Letters without case and accents, as search compares them. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").toLowerCase();

function plan(id: string, name: string, middle: readonly [string, string][]): Plan {
  const all: readonly [string, string][] = [["Sourced", "Lead"], ["Application review", "PreInterviewScreen"], ...middle, ["Offer", "Offer"], ["Hired", "Hired"], ["Archived", "Archived"]];
  return { id, name, stages: all.map(([stage, kind], index) => ({ id: `${id}-stage-${String(index)}`, name: stage, kind })) };
}

const PLANS: Record<string, Plan[]> = {
  engineering: [plan("engineering", "Engineering loop", [["Recruiter screen", "Active"], ["Technical interview", "Active"], ["Onsite", "Active"]])],
  standard: [plan("standard", "Standard loop", [["Recruiter screen", "Active"], ["Hiring manager", "Active"], ["Panel", "Active"]])],
  sales: [plan("sales", "Sales loop", [["Recruiter screen", "Active"], ["Role play", "Active"], ["Panel", "Active"]])],
};
const REHIRE = plan("direct", "Direct hire", [["Conversation", "Active"]]);

/** Share of live applications in each open stage, early stages the fullest. */
const SPREAD = [0.25, 0.42, 0.14, 0.09, 0.06, 0.04];
const AGES = [9, 14, 12, 17, 16, 6];

class Builder {
  readonly world: World = { people: [], jobs: [], applications: new Map(), byPerson: new Map() };
  readonly #random: Random;
  readonly #now: number;
  readonly #taken = new Set<string>();

  constructor(seed: number, now: number) {
    this.#random = new Random(seed);
    this.#now = now;
  }

  person(roles: readonly string[]): Person {
    const random = this.#random;
    const index = this.world.people.length;
    const people = random.pick(PEOPLES);
    let name = `${random.pick(people.given)} ${random.pick(people.family)}`;
    if (this.#taken.has(name)) name = `${random.pick(people.given)} ${random.pick(people.family)}-${random.pick(people.family)}`;
    if (index === 61) name = "Maximiliane-Katharina Freifrau von Hohenstein-Waldburg zu Achterberg";
    this.#taken.add(name);
    const bare = index % 23 === 7;
    const handle = fold(name).replaceAll(/[^a-z]+/g, ".");
    const created = this.#now - Math.floor(random.next() ** 2 * 700 * DAY) - HOUR;
    const person: Person = {
      id: `cand-${String(index + 1).padStart(5, "0")}`, name, title: bare ? null : random.pick(roles), company: bare ? null : random.pick(COMPANIES),
      location: random.chance(0.92) ? random.pick(people.places) : null, email: random.chance(0.95) ? `${handle}@mail.example` : null,
      phone: random.chance(0.6) ? `+49 30 555 ${String(1000 + random.below(9000))}` : null, link: random.chance(0.7) ? `https://www.linkedin.com/in/${handle.replaceAll(".", "-")}` : null,
      school: random.pick(SCHOOLS), source: random.pick(SOURCES), credited: random.chance(0.5) ? random.pick(RECRUITERS) : null,
      tags: random.some(TAGS, random.pick([0, 1, 1, 1, 2, 3])), created, updated: Math.min(this.#now - random.below(72 * HOUR), created + random.below(60 * DAY)), resume: index % 17 !== 5, fold: "", notes: [],
    };
    person.fold = fold([person.name, person.title, person.company, person.location, person.email, ...person.tags].join(" "));
    this.world.people.push(person);
    return person;
  }

  job(title: string, at: number, department: (typeof DEPARTMENTS)[number], status: string): Job {
    const random = this.#random;
    const plans = [...(PLANS[department.plan] ?? []), ...(title === "Platform Engineer" ? [REHIRE] : [])];
    const job: Job = {
      id: `job-${String(at + 1).padStart(3, "0")}`, title, code: `HR-${String(104 + at * 7)}`, status, confidential: at === 11, department: department.name,
      location: random.pick(["Berlin", "Leipzig", "Aarhus", "London", "Lisbon"]), remote: random.pick(["HYBRID", "REMOTE", "ON_SITE", "HYBRID"]),
      team: random.some(RECRUITERS, 1 + random.below(3)), openings: 1 + random.below(3), posted: status === "OPEN" && at % 5 !== 4, opened: this.#now - (6 + random.below(160)) * DAY, plans, applications: [],
    };
    this.world.jobs.push(job);
    return job;
  }

  apply(person: Person, job: Job, live: boolean): void {
    const random = this.#random;
    const plan = job.plans.length > 1 && random.chance(0.3) ? (job.plans[1] ?? REHIRE) : (job.plans[0] ?? REHIRE);
    const open = plan.stages.filter(({ kind }) => kind !== "Hired" && kind !== "Archived");
    const roll = random.next();
    let reached = 0;
    for (let sum = SPREAD[0] ?? 1; roll > sum && reached < open.length - 1; sum += SPREAD[reached] ?? 1) reached += 1;
    const days = Math.floor(random.next() ** 1.4 * (AGES[reached] ?? 10));
    let at = this.#now - days * DAY - random.below(20) * HOUR;
    const ended = live ? null : at - random.below(120) * DAY;
    if (ended !== null) at = ended;
    const history: Application["history"] = [];
    for (let index = reached; index >= (reached === 0 ? 0 : 1); index -= 1) {
      const stage = open[index];
      if (stage) history.unshift({ stage, at });
      at -= (1 + random.below(9)) * DAY;
    }
    const hired = !live && random.chance(0.06);
    const last = plan.stages.find(({ kind }) => kind === (hired ? "Hired" : "Archived"));
    if (ended !== null && last) history.push({ stage: last, at: ended });
    const application: Application = {
      id: `app-${String(this.world.applications.size + 1).padStart(5, "0")}`, person, job, plan, stage: history.at(-1)?.stage ?? REHIRE.stages[0] ?? { id: "", name: "", kind: "Lead" }, history,
      source: person.source, credited: person.credited, created: history[0]?.at ?? at, ended, outcome: live ? "PENDING" : hired ? "HIRED" : "DECLINED", reason: live || hired ? null : random.pick(REASONS),
    };
    this.world.applications.set(application.id, application);
    job.applications.push(application);
    const own = this.world.byPerson.get(person.id) ?? [];
    own.push(application);
    this.world.byPerson.set(person.id, own);
  }

  fill(job: Job, live: number, closed: number, roles: readonly string[]): void {
    for (let index = 0; index < live; index += 1) this.apply(this.person(roles), job, true);
    for (let index = 0; index < closed; index += 1) {
      // Some come back: a person with an ended application elsewhere.
      const old = index % 3 === 0 ? this.world.people[(index * 37) % this.world.people.length] : undefined;
      this.apply(old ?? this.person(roles), job, false);
    }
  }
}

const CANDIDATES = 1_284;
const JOBS = 38;
const BIG = 5_400;

/** Halden Robotics, an invented company: `CANDIDATES` people over `JOBS` jobs; `big` adds one very full job. */
export function worldOf(now: number, big: boolean): World {
  const build = new Builder(7, now);
  const titles = DEPARTMENTS.flatMap((department) => department.titles.map((title) => ({ title, department })));
  for (let at = 0; at < JOBS; at += 1) {
    const { title, department } = titles[at % titles.length] ?? { title: "Engineer", department: DEPARTMENTS[0] };
    if (!department) continue;
    const again = at >= titles.length;
    const status = again ? (at % 2 === 0 ? "CLOSED" : "ARCHIVED") : at % 9 === 8 ? "DRAFT" : "OPEN";
    const job = build.job(again ? `${title} (2025)` : title, at, department, status);
    const left = CANDIDATES - build.world.people.length;
    if (at === 0) build.fill(job, 152, 60, department.roles);
    else if (at === JOBS - 1) build.fill(job, 0, Math.max(0, Math.floor(left * 1.5)), department.roles);
    else if (status === "OPEN") build.fill(job, Math.min(left, 12 + ((at * 13) % 34)), Math.min(left, 8), department.roles);
    else build.fill(job, 0, Math.min(left, 9), department.roles);
    if (big && title === "Warehouse Robotics Associate" && !again) build.fill(job, BIG, 0, department.roles);
  }
  return build.world;
}
