import type { CommandName, Commands, Tag } from "../../bindings/commands";
import type { AnswerRow, FeedbackRow, FileRow, Moment, NoteRow, Pending, ProjectRow, TagRef } from "../../bindings/types";
import type { Lists } from "./lists";
import { reasonType, RECRUITERS } from "./names";
import type { Intent, Outbox } from "./outbox";
import type { Profiles } from "./profile";
import type { Person, World } from "./world";

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();
type Handlers = { [Name in CommandName]?: (input: Commands[Name]["input"]) => Commands[Name]["output"] };

const ASKED: readonly [string, string][] = [
  ["Why Halden?", "You run your own fleet software and answer for it at night. That is the only kind of work I want to do."],
  ["Largest system you have owned", "A replicated log over six nodes, 1.4 million writes a second, no lost write in three years.\nBefore that: ingest for 220,000 vehicles."], ["Earliest start", "2027-02-01"], ["Where would you work?", "Berlin, Remote"], ["Notice period", "2 months"],
];
const SCORES: readonly [string, string][] = [["Overall recommendation", "Strong yes"], ["Systems", "4 – Drew the failover before being asked, and named its weak point."], ["Collaboration", "3"], ["Notes", "Would do well beside Dana's team. Ask about on-call in the next round."]];
const POOLS: readonly [string, string, boolean][] = [["Silver medallists", "Reached an offer or the last round; call them first.", false], ["Rust, open to Berlin", "Sourced at RustFest and after.", false], ["Leadership bench", "For the board only.", true], ["Campus 2025", "Closed.", false]];

/** What the demo knows of people beyond their profile: papers, projects, doubles, and what is written about them here. */
export class Persons {
  readonly #added = new Map<string, FileRow[]>();
  readonly #members = new Map<string, Set<string>>();
  readonly #given = new Map<string, FeedbackRow[]>();

  constructor(readonly world: World, readonly outbox: Outbox, readonly lists: Lists, readonly profiles: Profiles, readonly now: () => number, readonly notify: (tags: Tag[]) => void) {
    world.people.forEach(({ id }, index) => POOLS.forEach((_, place) => { if (index % (17 + place * 12) === 3) this.put(`project-${String(place)}`, id); }));
  }

  put(project: string, person: string, inside = true): void {
    const own = this.#members.get(project) ?? new Set();
    if (inside) own.add(person);
    else own.delete(person);
    this.#members.set(project, own);
  }

  isIn(project: string, person: string): boolean { return this.#members.get(project)?.has(person) ?? false; }
  /** The name of a project that can be used, for adding only one in use. */
  projectName(id: string, inUse: boolean): string | null { const found = this.#projects().find((one) => one.id === id && !(inUse && one.archived)); return found?.name ?? null; }

  give(person: string, row: FeedbackRow, stands: boolean): void {
    const others = (this.#given.get(person) ?? []).filter(({ id }) => id !== row.id);
    this.#given.set(person, stands ? [row, ...others] : others);
  }

  /** What waits of one kind, by what it is about. */
  #waiting(id: string, action: string): { intent: Intent; pending: Pending }[] {
    return this.outbox.intents.filter(({ deed, state }) => deed.person.id === id && deed.action === action && (state === "waiting" || state === "sending"))
      .map((intent) => ({ intent, pending: { intent_id: intent.id, state: intent.state, label: intent.state === "sending" ? "Sending" : "Not sent yet" } }));
  }

  tags(id: string, own: readonly TagRef[]): TagRef[] {
    const waiting = this.#waiting(id, "add_tag_to_candidate");
    return own.map(({ id: tag, name }) => ({ id: tag, name, pending: waiting.find(({ intent }) => intent.deed.detail === name)?.pending }));
  }

  /** The newest notes are those that wait: they stand in front in the order they were written. */
  notes(id: string, own: readonly NoteRow[]): NoteRow[] {
    const waiting = this.#waiting(id, "add_note_to_application");
    return own.map((note, index) => (waiting[index] ? Object.assign({}, note, { author: "You", pending: waiting[index].pending }) : note));
  }

  #number(id: string): number { return Number(id.slice(5)); }

  #answers(id: string): AnswerRow[] {
    const own = this.world.byPerson.get(id) ?? [];
    return own.filter((_, index) => index === 0 || this.#number(id) % 2 === 0).flatMap(({ id: application, job }) => ASKED.slice(0, 3 + (this.#number(id) % 3)).map(([question, answer]) => ({ application_id: application, job: job.title, question, kind: "TEXT", answer })));
  }

  #feedback(id: string): FeedbackRow[] {
    const given = this.#given.get(id) ?? [];
    return [...given, ...(this.world.byPerson.get(id) ?? []).filter(({ history }) => history.length > 2).map((application, index) => ({
      id: `feedback-${application.id}`, application_id: application.id, interview_id: null, author: RECRUITERS[index % RECRUITERS.length] ?? "", submitted_at: iso((application.history.at(-1)?.at ?? this.now()) - DAY), answers: SCORES.map(([question, answer]) => ({ question, answer })),
    }))];
  }

  #files(id: string): FileRow[] {
    const { resume, files } = this.profiles.view(id);
    const names = [...new Set([...(resume === null ? [] : [resume.name]), ...files])];
    return [...names.map((name, index) => ({ id: `file-${id}-${String(index)}`, name, is_resume: name === resume?.name, is_cover_letter: false, here: index === 0, has_text: index === 0, unreadable: null })), ...(this.#added.get(id) ?? [])];
  }

  #timeline(id: string): Moment[] {
    const person = this.profiles.personOf(id);
    const empty = { application_id: null, job: null, title: null, detail: null, by: null };
    const moments: Moment[] = [{ ...empty, at: iso(person.created), kind: "added", detail: person.source, by: person.credited }];
    for (const one of this.world.byPerson.get(id) ?? []) {
      const about = { ...empty, application_id: one.id, job: one.job.title };
      moments.push({ ...about, at: iso(one.created), kind: "applied", detail: one.source }, ...one.history.map(({ stage, at }) => ({ ...about, at: iso(at), kind: "stage", title: stage.name })));
      if (one.reason !== null && one.ended !== null) moments.push({ ...about, at: iso(one.ended), kind: reasonType(one.reason) === "RejectedByCandidate" ? "withdrawn" : "rejected", detail: one.reason });
    }
    for (const note of this.notes(id, this.profiles.notes(id).notes)) moments.push({ ...empty, at: note.created_at, kind: "note", detail: note.html.replaceAll(/<[^>]+>/g, " ").trim(), by: note.author });
    for (const { submitted_at: at, author, application_id: application } of this.#feedback(id)) moments.push({ ...empty, at, kind: "feedback", by: author, application_id: application });
    return moments.sort((a, b) => b.at.localeCompare(a.at));
  }

  #projects(): ProjectRow[] {
    return POOLS.map(([name, description, confidential], place) => ({ id: `project-${String(place)}`, name, description, archived: place === POOLS.length - 1, confidential, created_at: iso(this.now() - (200 + place * 90) * DAY), people: this.#members.get(`project-${String(place)}`)?.size ?? 0 }));
  }

  #doubles() {
    const byName = new Map<string, Person[]>();
    for (const person of this.world.people) { const key = person.name.split(" ")[0] ?? ""; byName.set(key, [...(byName.get(key) ?? []), person]); }
    return [...byName.values()].filter((people) => people.length > 1).slice(0, 12).map((people, index) => ({
      alike: index % 3 === 0 ? ["email" as const, "name" as const] : index % 3 === 1 ? ["phone" as const] : ["name" as const],
      people: people.slice(0, 2).flatMap((person) => this.lists.people({ query: person.name, sort: "name", desc: false, offset: 0, limit: 1 }).rows.map((row) => Object.assign(row, { url: `https://app.ashbyhq.com/candidates/${person.id}`, shared: index % 3 === 0 ? [people[0]?.email ?? ""] : index % 3 === 1 ? ["+49 30 5550148"] : [] }))),
    }));
  }

  readonly handlers: Handlers = {
    candidate_answers: ({ id }) => { const answers = this.#answers(id); const of = this.world.byPerson.get(id)?.length ?? 0; return { answers, next: null, coverage: { have: new Set(answers.map((one) => one.application_id)).size, of, as_of: iso(this.now() - 3_600_000) } }; },
    candidate_feedback: ({ id }) => { const feedback = this.#feedback(id); return { feedback, next: null, total: feedback.length, as_of: iso(this.now() - 40_000) }; },
    candidate_files: ({ id }) => this.#files(id),
    file_text: ({ candidate_id }) => { const { name, title, company } = this.profiles.personOf(candidate_id); return { text: `${name}\n${title ?? ""} ${company ?? ""}\n\nDear team,\n\nI read of three hundred robots that have to talk to each other, and I would like to be the one who makes sure that they do. What I would bring is nine years of systems that do not lose what they were told.\n\nWith kind regards\n${name}`, next: null, unreadable: null }; },
    candidate_timeline: ({ id, offset }) => { const all = this.#timeline(id); const moments = all.slice(offset, offset + 50); return { moments, next: offset + 50 < all.length ? offset + 50 : null, total: all.length, notes_as_of: iso(this.now() - 40_000) }; },
    candidate_projects: ({ id }) => this.#projects().filter((project) => this.#members.get(project.id)?.has(id)),
    list_projects: () => ({ projects: this.#projects().sort((a, b) => Number(a.archived) - Number(b.archived) || a.name.localeCompare(b.name)), have: 812, of: this.world.people.length, as_of: iso(this.now() - 40_000) }),
    project_people: ({ project_id, offset }) => [...(this.#members.get(project_id) ?? [])].map((id) => this.profiles.personOf(id)).map(({ id, name, title, company }) => ({ id, name, headline: [title, company].filter((part) => part !== null).join(" at ") })).slice(offset, offset + 100),
    list_duplicates: () => { const groups = this.#doubles(); return { groups, total: groups.length, next: null, as_of: iso(this.now() - 8_000) }; },
    job_openings: ({ job_remote_id }) => [1, 2].map((place) => ({ id: `${job_remote_id}-opening-${String(place)}`, identifier: `REQ-${String(200 + place)}`, state: place === 1 ? "Open" : "Filled", archived: false, description: place === 1 ? "Second seat on the fleet team." : null, opened_at: iso(this.now() - 60 * DAY), closed_at: place === 1 ? null : iso(this.now() - 9 * DAY), target_hire_date: iso(this.now() + 30 * DAY), target_start_date: iso(this.now() + 90 * DAY), is_backfill: place === 2 })),
    add_attachment_to_candidate: ({ candidate_id, attachment }) => {
      const person = this.profiles.personOf(candidate_id);
      this.#added.set(candidate_id, [...(this.#added.get(candidate_id) ?? []), { id: `file-${candidate_id}-${attachment.name}`, name: attachment.name, is_resume: false, is_cover_letter: attachment.type === "COVER_LETTER", here: true, has_text: false, unreadable: null }]);
      this.notify(["candidate"]);
      return { intent_id: `file-${attachment.name}`, label: `Attached ${attachment.name} to ${person.name}`, undo: false };
    },
  };
}
