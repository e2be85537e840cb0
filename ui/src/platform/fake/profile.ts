import type { AnswerList, ApplicationView, CandidateProcess, CandidateView, NoteList, Step } from "../../bindings/types";
import type { Fields } from "./fields";
import { reasonType, RECRUITERS } from "./names";
import { failure, type Outbox } from "./outbox";
import type { Application, Person, World } from "./world";

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

const NOTES = [
  "<p>Explains trade-offs plainly and asks good questions about <b>on-call</b>. Would like a written description of the team.</p>",
  "<p>Salary hope is inside the band. Two months' notice, could shorten to six weeks.</p>",
  "<p>Strong on systems, less on people work:</p><ul><li>led a migration of 40 services</li><li>has not managed yet</li></ul>",
  "<p>Prefers mail to calls. Portfolio at <a href=\"https://example.com/portfolio\">example.com/portfolio</a>.</p>",
];

export class Profiles {
  readonly #read = new Map<string, number>();
  constructor(readonly world: World, readonly outbox: Outbox, readonly fields: Fields, readonly now: () => number) {}

  personOf(id: string): Person {
    const person = this.world.people.find((one) => one.id === id);
    if (!person) throw failure("PLATFORM.INPUT_INVALID", "This person is not on this computer.", "They may have been deleted in Ashby. Go back to the list.");
    return person;
  }

  view(id: string): CandidateView {
    const person = this.personOf(id);
    const own = this.world.byPerson.get(id) ?? [];
    const number = Number(id.slice(5));
    const file = `${person.name.split(" ").at(-1) ?? "Resume"}_CV.pdf`;
    return {
      id, name: person.name, title: person.title, company: person.company, location: person.location,
      emails: person.email === null ? [] : [{ value: person.email, kind: "PERSONAL" }], phones: person.phone === null ? [] : [{ value: person.phone, kind: "MOBILE" }], socials: person.link === null ? [] : [{ url: person.link, kind: "LINKED_IN" }],
      source: person.source, credited_to: person.credited, school: person.school, tags: person.tags.map((name) => ({ id: `tag-${name}`, name })),
      fields: this.fields.named(id),
      created_at: iso(person.created), updated_at: iso(person.updated), url: `https://app.ashbyhq.com/candidates/${id}`, resume: person.resume ? { name: file } : null,
      files: person.resume ? [file, "Cover_letter.pdf"].slice(0, 1 + (number % 2)) : [],
      applications: own.toSorted((a, b) => b.created - a.created).map((application) => this.#application(application)), fresh_at: iso(this.#read.get(id) ?? this.now() - 40_000),
    };
  }

  #application(application: Application): ApplicationView {
    const { job, plan, history, stage, ended } = application;
    const position = plan.stages.findIndex(({ id }) => id === stage.id);
    const terminal = stage.kind === "Archived" || stage.kind === "Hired";
    const steps: Step[] = plan.stages.filter(({ kind }) => kind !== "Archived").map((one, index) => {
      const at = history.findIndex((entry) => entry.stage.id === one.id);
      const entered = history[at]?.at ?? null;
      const left = history[at + 1]?.at ?? (ended ?? this.now());
      const state = one.id === stage.id ? "current" : at >= 0 || (!terminal && index < position) ? "past" : "ahead";
      return { stage: one, state, entered_at: entered === null ? null : iso(entered), days: entered === null ? null : Math.max(0, Math.floor((left - entered) / DAY)) };
    });
    if (stage.kind === "Archived") steps.push({ stage, state: "current", entered_at: ended === null ? null : iso(ended), days: null });
    return {
      id: application.id, job_id: job.id, job: job.title, job_status: job.status, outcome: application.outcome, stage, steps, source: application.source === "" ? null : application.source, credited_to: application.credited,
      created_at: iso(application.created), ended_at: ended === null ? null : iso(ended), reason: application.reason, reason_type: reasonType(application.reason), days: Math.floor(((ended ?? this.now()) - application.created) / DAY),
      pending: this.outbox.pending(application), history_known: true,
    };
  }

  process(id: string): CandidateProcess {
    const person = this.personOf(id);
    const own = (this.world.byPerson.get(id) ?? []).filter(({ history }) => history.length > 2);
    const coverage = { total: 240, as_of: iso(this.now() - 40_000), complete: true };
    return {
      interviews: own.map((one) => {
        const at = (one.history.at(-1)?.at ?? this.now()) + 2 * DAY;
        return { id: `interview-${one.id}`, title: "Technical interview", job: one.job.title, stage: one.stage.name, starting_at: iso(at), ending_at: iso(at + 3_600_000), url: "https://meet.example.com/halden", location: null, status: at < this.now() ? "WaitingOnFeedback" : "Scheduled", has_feedback: false, feedback_link: "https://app.ashbyhq.com/feedback", interviewers: RECRUITERS.slice(0, 2) };
      }),
      interviews_coverage: coverage,
      offers: own.filter(({ stage }) => stage.kind === "Offer" || stage.kind === "Hired").map((one) => ({ id: `offer-${one.id}`, job: one.job.title, status: "SENT", offer_status: "WaitingOnCandidateResponse", approval: "Approved", salary: "72000 EUR", starts_at: iso(this.now() + 40 * DAY), created_at: iso(this.now() - DAY), decided_at: null, author: person.credited, versions: 2 })),
      offers_coverage: coverage,
    };
  }

  notes(id: string): NoteList {
    const number = Number(id.slice(5));
    const count = number % 4;
    const notes = Array.from({ length: count }, (_, index) => ({
      id: `${id}-note-${String(index)}`, author: RECRUITERS[(number + index) % RECRUITERS.length] ?? RECRUITERS[0], created_at: iso(this.now() - (index * 6 + 1) * DAY - number * 60_000),
      html: NOTES[(number + index) % NOTES.length] ?? "", private: (number + index) % 5 === 0,
    }));
    const written = this.personOf(id).notes.map(({ id: own, author, at, html, private: hidden }) => ({ id: own, author, created_at: iso(at), html, private: hidden }));
    return { notes: [...written, ...notes], fetched_at: iso(this.#read.get(id) ?? this.now() - 40_000) };
  }

  answers(id: string): AnswerList {
    this.personOf(id);
    const own = this.world.byPerson.get(id) ?? [];
    const said = [["Why Halden?", "TEXT", "You run your own fleet software and answer for it at night. That is the only kind of work I want to do."], ["Largest system you have owned", "TEXT", "Replicated log, six nodes, 1.4 million writes a second, no lost write in three years."], ["Salary hope", "NUMBER", "92,000"]] as const;
    return { answers: own.flatMap((one) => said.slice(0, Number(one.id.slice(4)) % 4).map(([question, kind, answer]) => ({ application_id: one.id, job: one.job.title, question, kind, answer }))), next: null, coverage: { have: own.length, of: own.length, as_of: null } };
  }

  refresh(id: string): void { this.#read.set(id, this.now()); }
}
