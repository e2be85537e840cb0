import type { ListInput, ListPage } from "../../bindings/types";
import { USERS } from "./agenda";
import type { Fields } from "./fields";
import type { Lists } from "./lists";
import { RECRUITERS } from "./names";
import { failure } from "./outbox";

const iso = (at: number): string => new Date(at).toISOString();

/** Generic reads, as far as the screens of the demo need them. */
export function rowsOf(lists: Lists, fields: Fields, { model, filters }: ListInput): ListPage {
  const named: Record<string, string[]> = {
    ats_tags: [...new Set(lists.world.people.flatMap(({ tags }) => tags))], ats_application_stages: [...new Set(lists.world.jobs.flatMap(({ plans }) => plans.flatMap(({ stages }) => stages.map(({ name }) => name))))],
    ...(filters.ids === undefined ? { ats_jobs: lists.world.jobs.map(({ title }) => title) } : {}),
  };
  if (model === "ats_users") return { next: null, results: RECRUITERS.map((name) => ({ id: `user-${name}`, remote_id: `user-${name}`, first_name: name.split(" ")[0], last_name: name.split(" ").at(-1), email: `${name.split(" ")[0]?.toLowerCase() ?? "x"}@halden.example`, status: "ACTIVE" })) };
  const names = named[model];
  if (names) return { next: null, results: names.map((name) => ({ id: name, name })) };
  if (model === "ats_users") return { next: null, results: USERS.map(({ id, name }) => ({ id, first_name: name.split(" ")[0] ?? "", last_name: name.split(" ").slice(1).join(" "), email: `${(name.split(" ")[0] ?? "").toLowerCase()}@halden.example` })) };
  if (model === "ats_candidates") return { next: null, results: lists.world.people.filter(({ id }) => id === filters.ids).map(({ id, name, email }) => ({ id, integration_fields: fields.raw(id), remote_data: { id, name, primaryEmailAddress: { value: email } } })) };
  if (model === "ats_applications") return { next: null, results: (filters.ids ?? "").split(",").map((id) => ({ id, remote_id: id, integration_fields: fields.raw(id) })) };
  if (model === "ats_interviews") return { next: null, results: (filters.ids ?? "").split(",").map((id) => ({ id, remote_id: `event-${id}`, application_id: id.replace("interview-", "") })) };
  if (model !== "ats_jobs") throw failure("INTEGRATION.MODEL_NOT_AVAILABLE", `The browser's workspace does not hold ${model}.`, "Open it in Samara itself.");
  const results = (filters.ids ?? "").split(",").map((id) => lists.jobOf(id)).map((job) => ({
    id: job.id, remote_id: job.id, name: job.title, job_code: job.code, confidential: job.confidential, status: job.status, employment_type: "FULL_TIME", visibility: "PUBLIC", department: job.department, remote_work_status: job.remote,
    salary_amount_from: 62_000, salary_amount_to: 78_000, salary_currency: "EUR", salary_period: "YEAR", location: { raw: job.location }, opened_at: iso(job.opened), closed_at: null, remote_created_at: iso(job.opened), remote_updated_at: iso(job.opened),
    remote_data: { id: job.id, title: job.title, customFields: [{ title: "Cost centre", value: "4711" }, { title: "Backfill", value: false }] },
    job_postings: job.posted ? [{ id: `${job.id}-posting`, title: job.title, status: "ACTIVE", visibility: "PUBLIC", url: "https://jobs.example.com/halden", description_html: "<h2>What you will do</h2><p>You keep <b>three hundred robots</b> talking to each other.</p><ul><li>Own services from design to on-call</li><li>Write things down</li></ul><script>alert(1)</script>" }] : [],
    screening_questions: [
      { id: "q1", title: "Why Halden?", format: { type: "TEXT" }, required: true, category: null }, { id: "q2", title: "Earliest start", format: { type: "DATE" }, required: false, category: null },
      { id: "q3", title: "Where would you work?", format: { type: "SINGLE_SELECT", options: [{ name: "Berlin" }, { name: "Remote" }] }, required: true, category: null }, { id: "q4", title: "Gender", format: { type: "SINGLE_SELECT", options: [] }, required: false, category: "EEO", description: "Voluntary." },
    ],
    hiring_team: job.team.map((name, index) => ({ id: `user-${name}`, first_name: name, last_name: null, email: `${name.split(" ")[0]?.toLowerCase() ?? "x"}@halden.example`, hiring_team_roles: [index === 0 ? "HIRING_MANAGER" : "RECRUITER"], job_roles: [] })),
  }));
  return { next: null, results };
}
