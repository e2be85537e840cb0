import type { FieldValue, FeedbackInput, FeedbackRow, InProjectInput, MailedRejectInput, SourceInput, TransferInput, UnarchiveInput } from "../../bindings/types";
import { shown } from "../../feature/record";
import { moving, rejecting, type Deed } from "./deeds";
import type { Definition, Fields } from "./fields";
import { FORMS, TEMPLATES } from "./forms";
import type { Lists } from "./lists";
import { RECRUITERS, SOURCES } from "./names";
import { failure } from "./outbox";
import type { Persons } from "./person";
import type { Application, Job, Plan } from "./world";

const invalid = (message: string, cure: string) => failure("PLATFORM.INPUT_INVALID", message, cure);
const already = (message: string) => failure("OUTBOX.ALREADY_SO", message, "Nothing more is needed.");
const terminal = ({ kind }: { kind: string }): boolean => kind === "Archived" || kind === "Hired";

/** What recruiters do at the demo beyond moving, rejecting, tagging and writing. */
export class More {
  constructor(readonly lists: Lists, readonly fields: Fields, readonly persons: Persons, readonly now: () => number) {}

  #put(application: Application, job: Job, plan: Plan, stage: Application["stage"], history: Application["history"]): void {
    application.job.applications = application.job.applications.filter((one) => one !== application);
    Object.assign(application, { job, plan, stage, history });
    job.applications.push(application);
    application.person.updated = this.now();
  }

  transfer({ application_id, job_id, stage_id }: TransferInput): Deed {
    const application = this.lists.applicationOf(application_id);
    const to = this.lists.jobOf(job_id);
    const { job, plan, stage, history, person } = application;
    if (job === to) throw invalid(`${person.name} is on the job ${to.title} already.`, "Move the application to another stage instead.");
    if (to.status !== "OPEN") throw invalid(`The job ${to.title} takes no applications.`, "Choose an open job.");
    const plans = to.plans[0];
    const next = plans?.stages.find(({ id, kind }) => (stage_id === undefined ? kind === "PreInterviewScreen" : id === stage_id));
    if (!plans || !next || terminal(next)) throw invalid("This is not a stage the job takes applications in.", "Choose another stage.");
    return {
      action: "transfer_application_to_job", person, application, title: `Move ${person.name} to the job ${to.title}`, label: `Moved ${person.name} to the job ${to.title}`, detail: `${job.title} → ${to.title} · ${next.name}`,
      apply: () => { this.#put(application, to, plans, next, [{ stage: next, at: this.now() }]); }, revert: () => { this.#put(application, job, plan, stage, history); },
      opposite: () => this.transfer({ application_id, job_id: job.id, stage_id: stage.id }),
    };
  }

  unarchive({ application_id, stage_id }: UnarchiveInput): Deed {
    const application = this.lists.applicationOf(application_id);
    const { person, stage, outcome, ended, reason, history, plan } = application;
    if (stage.kind !== "Archived") throw already(`${person.name} is not archived.`);
    const open = plan.stages.filter((one) => !terminal(one));
    const last = history.toReversed().find((stay) => open.some(({ id }) => id === stay.stage.id))?.stage;
    const to = open.find(({ id }) => id === (stage_id ?? last?.id)) ?? open[0];
    if (!to) throw invalid("The interview plan of this application has no stage to go back to.", "Name a stage, or do it in Ashby.");
    const deed = moving(application, to, this.now);
    const back = () => { deed.revert(); Object.assign(application, { outcome, ended, reason, history, stage }); };
    return {
      ...deed, action: "unarchive_application", title: `Take ${person.name} back into process`, label: `Took ${person.name} back to ${to.name}`, detail: `${application.job.title} · ${to.name}`,
      apply: () => { deed.apply(); Object.assign(application, { outcome: "PENDING", ended: null, reason: null }); }, revert: back, opposite: () => ({ ...deed, apply: back, opposite: null }),
    };
  }

  source({ application_id, source_id }: SourceInput): Deed {
    const application = this.lists.applicationOf(application_id);
    const { person, source: before, job } = application;
    const name = source_id === null ? "" : (SOURCES.find((one) => `source-${one}` === source_id) ?? null);
    if (name === null) throw invalid("This source cannot be used.", "Choose one of the sources that are in use.");
    if (name === before) throw already(`${person.name} already has this source.`);
    const to = name === "" ? "No source" : name;
    const put = (source: string) => () => { application.source = source; person.updated = this.now(); };
    return {
      action: "change_application_source", person, application, title: `Change the source of ${person.name} to ${to}`, label: `Changed the source of ${person.name} to ${to}`, detail: `${job.title} · ${before === "" ? "No source" : before} → ${to}`,
      apply: put(name), revert: put(before), opposite: () => this.source({ application_id, source_id: before === "" ? null : `source-${before}` }),
    };
  }

  #shaped({ title, fieldType, selectableValues }: Definition, value: unknown): unknown {
    const choice = (one: unknown) => selectableValues.find(({ label, value: own }) => label === one || own === one)?.value;
    const many = Array.isArray(value) ? value.map(choice) : [];
    const fits: Record<string, boolean> = {
      Number: typeof value === "number", Boolean: typeof value === "boolean", ValueSelect: choice(value) !== undefined, MultiValueSelect: Array.isArray(value) && !many.includes(undefined), Url: /^https?:\/\//.test(shown(value)),
      Date: /^\d{4}-\d\d-\d\d/.test(shown(value)), Currency: typeof value === "object", NumberRange: typeof value === "object",
    };
    if (value === null) return null;
    if (fits[fieldType] === false) throw invalid(`${title} cannot hold this value.`, `Give a value for a field of the type ${fieldType}.`);
    return fieldType === "ValueSelect" ? choice(value) : fieldType === "MultiValueSelect" ? many : value;
  }

  fill(model: "Candidate" | "Application", id: string, given: readonly FieldValue[]): Deed {
    const application = model === "Application" ? this.lists.applicationOf(id) : null;
    const person = application?.person ?? this.persons.profiles.personOf(id);
    const changes = given.map(({ field, value }) => {
      const definition = this.fields.definition(model, field);
      if (!definition) throw invalid(`There is no custom field ${field} to be filled here.`, "Choose one of the fields that are in use.");
      return { definition, to: this.#shaped(definition, value), from: this.fields.get(id, definition.id) };
    });
    if (changes.every(({ to, from }) => JSON.stringify(to) === JSON.stringify(from))) throw already(`${person.name} already has these values.`);
    const put = (side: "to" | "from") => () => { for (const change of changes) this.fields.set(id, change.definition.id, change[side]); person.updated = this.now(); };
    return {
      action: model === "Candidate" ? "set_candidate_fields" : "set_application_fields", person, application, title: `Change fields of ${person.name}`, label: `Changed fields of ${person.name}`,
      detail: changes.map(({ definition, to }) => `${definition.title}: ${to === null ? "empty" : this.fields.words(definition, to)}`).join(" · "), apply: put("to"), revert: put("from"),
      opposite: () => this.fill(model, id, changes.map(({ definition, from }) => ({ field: definition.id, value: from }))),
    };
  }

  project({ candidate_id, project_id }: InProjectInput, add: boolean): Deed {
    const person = this.persons.profiles.personOf(candidate_id);
    const name = this.persons.projectName(project_id, add);
    if (name === null) throw invalid("This project cannot be used.", "Choose one of the projects that are in use.");
    if (this.persons.isIn(project_id, candidate_id) === add) throw already(`${person.name} ${add ? "is in" : "is not in"} the project ${name} already.`);
    const put = (inside: boolean) => () => { this.persons.put(project_id, candidate_id, inside); };
    return {
      action: add ? "add_candidate_to_project" : "remove_candidate_from_project", person, application: null, title: add ? `Put ${person.name} into the project ${name}` : `Take ${person.name} out of the project ${name}`,
      label: add ? `Put ${person.name} into the project ${name}` : `Took ${person.name} out of the project ${name}`, detail: name, apply: put(add), revert: put(!add), opposite: () => this.project({ candidate_id, project_id }, !add),
    };
  }

  feedback({ application_id, form_id, answers, user_id }: FeedbackInput): Deed {
    const application = this.lists.applicationOf(application_id);
    const form = FORMS.find(({ id }) => id === form_id);
    if (!form) throw invalid("This feedback form cannot be used.", "Choose one of the forms that are in use.");
    const asked = form.formDefinition.sections.flatMap((section) => section.fields);
    const missing = asked.filter(({ isRequired, field }) => isRequired && (answers[field.path] ?? null) === null).map(({ field }) => field.title);
    if (missing.length > 0) throw invalid(`The form needs more answers: ${missing.join(", ")}.`, "Answer them, too.");
    const { person } = application;
    const row: FeedbackRow = {
      id: `feedback-${application_id}-${String(this.now())}`, application_id, interview_id: null, author: RECRUITERS.find((name) => `user-${name}` === user_id) ?? RECRUITERS[3], submitted_at: "",
      answers: asked.flatMap(({ field }) => (answers[field.path] === undefined ? [] : [{ question: field.title, answer: this.#said(field, answers[field.path]) }])),
    };
    return {
      action: "submit_feedback", person, application, title: `Give feedback on ${person.name}`, label: `Gave feedback on ${person.name}`, detail: `${application.job.title} · ${form.title} · Cannot be taken back once sent`,
      apply: () => { this.persons.give(person.id, { ...row, submitted_at: new Date(this.now()).toISOString() }, true); }, revert: () => { this.persons.give(person.id, row, false); }, opposite: null,
    };
  }

  #said({ selectableValues }: { selectableValues: { label: string; value: string }[] }, answer: unknown): string {
    const label = (one: unknown) => selectableValues.find(({ value }) => value === one)?.label ?? shown(one);
    if (Array.isArray(answer)) return answer.map(label).join(", ");
    if (typeof answer === "object" && answer !== null) return shown("score" in answer ? answer.score : "value" in answer ? answer.value : null);
    return typeof answer === "boolean" ? (answer ? "Yes" : "No") : label(answer);
  }

  mailed({ application_id, template_id, send_at, note }: MailedRejectInput, reason: string): Deed {
    const application = this.lists.applicationOf(application_id);
    const { person } = application;
    const template = TEMPLATES.find(({ id, intendedTypes }) => id === template_id && intendedTypes.includes("email"));
    if (!template) throw invalid("This template cannot be mailed.", "Choose one of the mail templates that are in use.");
    if (send_at !== undefined && Date.parse(send_at) <= this.now()) throw invalid("This is no time to come.", "Give a time ahead with its offset, such as 2030-01-31T09:00:00+01:00.");
    if (person.email === null) throw invalid(`${person.name} has no mail address.`, "Reject without a mail.");
    if (application.stage.kind === "Archived") throw invalid(`${person.name} is rejected already: Ashby sends no mail then.`, "Write to the person yourself.");
    const deed = rejecting(application, reason, note, this.now);
    return { ...deed, action: "reject_application_with_mail", title: `${deed.title} and mail`, label: `${deed.label} and mailed`, detail: `${deed.detail} · Mail “${template.title}” ${send_at ?? "the next morning at 9:32, the organisation's time"} · Cannot be taken back once sent`, opposite: null };
  }
}

