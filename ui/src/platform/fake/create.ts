import type { Choosable, CreateForm, CreateInput, Duplicate, DuplicatesForInput, Likeness, Queued } from "../../bindings/types";
import type { Lists } from "./lists";
import { RECRUITERS, SOURCES } from "./names";
import { failure, type Outbox } from "./outbox";
import { fold, type Application, type Person } from "./world";

const page = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "").toLowerCase();
const options = (...names: string[]) => names.map((name) => ({ id: name.toLowerCase(), name }));

const question = (id: string, title: string, format: Record<string, unknown>, required = false) => ({ id, title, description: null, format, required });

/** New people at the demo. */
export class Create {
  constructor(readonly lists: Lists, readonly outbox: Outbox, readonly now: () => number) {}

  readonly sources = (): Choosable[] => SOURCES.map((name) => ({ id: `source-${name}`, name }));
  readonly users = (): Choosable[] => RECRUITERS.map((name) => ({ id: `user-${name}`, name }));

  form(id: string): CreateForm {
    const job = this.lists.jobOf(id);
    const stages = (job.plans[0]?.stages ?? []).filter(({ kind }) => kind !== "Archived" && kind !== "Hired");
    return {
      job_id: job.id, job: job.title, open: job.status === "OPEN", stages, first_stage: stages.find(({ kind }) => kind === "PreInterviewScreen")?.id ?? null, resume_required: true,
      questions: [
        question("q-why", "Why Halden?", { type: "TEXT", display_type: "MULTI_LINE" }, true), question("q-years", "Years of experience", { type: "NUMBER", display_type: "FIELD", min: 0, max: 60 }), question("q-start", "Earliest start", { type: "DATE" }),
        question("q-visa", "Do you need a visa?", { type: "BOOLEAN" }, true), question("q-where", "Where would you work?", { type: "SINGLE_SELECT", options: options("Berlin", "Remote") }, true), question("q-tools", "What do you know?", { type: "MULTI_SELECT", options: options("Rust", "Go", "C++") }),
        question("q-work", "A piece of your work", { type: "FILE" }),
      ],
      surveys: [{ id: "survey-1", title: "Equal opportunities", kind: "EEOC", questions: [question("s-gender", "Gender", { type: "SINGLE_SELECT", options: options("Woman", "Man", "Another", "I would rather not say") })] }],
      sources: this.sources(), default_source: null, users: this.users(),
    };
  }

  duplicates({ email = "", name = "", links = [] }: DuplicatesForInput): Duplicate[] {
    const wanted = fold(name).trim();
    const found = this.lists.world.people.flatMap((person): { person: Person; because: Likeness[] }[] => {
      const because: Likeness[] = [...(email !== "" && person.email?.toLowerCase() === email.toLowerCase() ? ["email" as const] : []), ...(person.link !== null && links.some((link) => page(link) === page(person.link ?? "")) ? ["link" as const] : []), ...(wanted.includes(" ") && fold(person.name) === wanted ? ["name" as const] : [])];
      return because.length > 0 ? [{ person, because }] : [];
    });
    return found.slice(0, 5).map(({ person, because }) => ({
      id: person.id, name: person.name, title: person.title, company: person.company, email: person.email, because, pending: false,
      applications: (this.lists.world.byPerson.get(person.id) ?? []).map(({ id, job, stage, outcome }) => ({ id, job_id: job.id, job: job.title, stage, outcome })),
    }));
  }

  make({ candidate, application, source, sourced_by }: CreateInput): Queued {
    const { world } = this.lists;
    if (application?.job_id === undefined) throw failure("PLATFORM.INPUT_INVALID", "application.job_id is missing.", "Give the id of an open job.");
    const job = this.lists.jobOf(application.job_id);
    if (job.status !== "OPEN") throw failure("PLATFORM.INPUT_INVALID", "This job takes no applications.", "Open the job in Ashby, or choose another one.");
    const [at, name] = [this.now(), `${candidate.first_name} ${candidate.last_name}`];
    const known = world.people.find(({ email }) => email?.toLowerCase() === candidate.email_address.toLowerCase());
    const person: Person = known ?? {
      id: `cand-${String(world.people.length + 1).padStart(5, "0")}`, name, title: null, company: null, location: candidate.location?.city ?? null, email: candidate.email_address, phone: candidate.phone_number ?? null, link: candidate.social_links?.[0]?.url ?? null, school: null,
      source: this.sources().find(({ id }) => id === source?.id)?.name ?? "Sourced", credited: this.users().find(({ id }) => id === sourced_by?.user_id)?.name ?? null, tags: [], created: at, updated: at, resume: false, fold: fold(`${name} ${candidate.email_address}`), notes: [],
    };
    const plan = job.plans[0];
    const stage = plan?.stages.find(({ id }) => id === application.stage_id) ?? plan?.stages.find(({ kind }) => kind === "PreInterviewScreen");
    const one: Application | null = plan && stage ? { id: `app-${String(world.applications.size + 1).padStart(5, "0")}`, person, job, plan, stage, history: [{ stage, at }], source: person.source, credited: person.credited, created: at, ended: null, outcome: "PENDING", reason: null } : null;
    const label = `Added ${name} to ${job.title}`;
    return this.outbox.addAll([{
      action: "create_application", person, application: one, title: label.replace("Added", "Add"), label, detail: job.title, opposite: null,
      apply: () => {
        if (!known) world.people.push(person);
        if (!one) return;
        world.applications.set(one.id, one);
        job.applications.push(one);
        world.byPerson.set(person.id, [...(world.byPerson.get(person.id) ?? []), one]);
      },
      revert: () => {
        if (!known) world.people = world.people.filter((other) => other !== person);
        if (!one) return;
        world.applications.delete(one.id);
        job.applications = job.applications.filter((other) => other !== one);
        world.byPerson.set(person.id, (world.byPerson.get(person.id) ?? []).filter((other) => other !== one));
      },
    }]);
  }
}
