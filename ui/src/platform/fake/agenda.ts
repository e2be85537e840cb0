import type { AgendaInput, AgendaInterview, AgendaPage, Calendar, Coverage, OfferListInput, OfferPage, OfferRow, OverdueInput, OverduePage } from "../../bindings/types";
import { RECRUITERS } from "./names";
import type { Application, World } from "./world";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONES = ["Europe/Berlin", "Europe/Lisbon", "America/New_York", null, "Asia/Kolkata"];
const OUTCOMES: readonly [status: string, state: string][] = [["SENT", "WaitingOnCandidateResponse"], ["APPROVED", "WaitingOnOfferCreation"], ["DRAFT", "WaitingOnApprovals"], ["ACCEPTED", "CandidateAccepted"], ["DECLINED", "CandidateRejected"], ["ABANDONED", "OfferCancelled"]];

const iso = (at: number): string => new Date(at).toISOString();
const cut = <Row>(rows: Row[], { offset, limit }: { offset: number; limit: number }): Row[] => rows.slice(offset, offset + limit);

/** Who the demo's users are; what the picker of users lists. */
export const USERS = RECRUITERS.map((name, index) => ({ id: `user-${String(index + 1)}`, name }));

/** Interviews of those in interview stages, in working hours around now; offers of those who came so far. */
export class Agenda {
  constructor(private readonly world: World, private readonly now: () => number, private readonly coverage: (total: number) => Coverage) {}

  #all(): AgendaInterview[] {
    const own = [...this.world.applications.values()].filter(({ stage, history }) => stage.kind === "Active" || (stage.kind === "Offer" && history.length > 2));
    return own.map((application, index) => this.#interview(application, index)).toSorted((one, other) => (one.starting_at ?? "").localeCompare(other.starting_at ?? ""));
  }

  #interview({ id, person, job, stage }: Application, index: number): AgendaInterview {
    const midnight = new Date(this.now()).setHours(0, 0, 0, 0);
    const at = midnight + ((index % 17) - 6) * DAY + (9 + (index % 8)) * HOUR + (index % 3) * 15 * MINUTE;
    const over = at + HOUR < this.now();
    const team = USERS.slice(index % 3, (index % 3) + 1 + (index % 2));
    const given = over && index % 4 !== 0;
    return {
      id: `interview-${id}`, candidate_id: person.id, candidate: person.name, time_zone: ZONES[index % ZONES.length] ?? null, candidate_url: "https://app.ashbyhq.com/candidates", job: job.title, stage: stage.name, stage_type: stage.kind,
      title: stage.name === "Onsite" ? "System design" : stage.name, starting_at: iso(at), ending_at: iso(at + HOUR), url: index % 4 === 1 ? null : "https://meet.example.com/halden", location: index % 4 === 1 ? "Berlin, room Esche" : null,
      status: over ? (given ? "Complete" : "WaitingOnFeedback") : "Scheduled", has_feedback: given, feedback_link: "https://app.ashbyhq.com/feedback",
      interviewers: team.map(({ id: user, name }, place) => ({ user_id: user, name, training_role: place === 1 && index % 5 === 0 ? "Shadow" : null, is_feedback_required: place === 0 })), owing: over && !given ? team.slice(0, 1).map(({ name }) => name) : [],
    };
  }

  #of(user: string | null): AgendaInterview[] {
    return this.#all().filter(({ interviewers }) => user === null || interviewers.some(({ user_id: id }) => id === user));
  }

  #owing(user: string | null): AgendaInterview[] {
    return this.#of(user).filter(({ has_feedback: given, ending_at: end }) => given === false && end !== null && Date.parse(end) < this.now()).toReversed();
  }

  between({ bounds, user, offset, limit }: AgendaInput): AgendaPage {
    const [first = "", last = ""] = [bounds[0], bounds.at(-1)];
    const within = (from: string, to: string) => this.#of(user).filter(({ starting_at: at }) => at !== null && at >= from && at < to);
    const rows = within(first, last);
    return { total: rows.length, days: bounds.slice(1).map((to, index) => within(bounds[index] ?? "", to).length), rows: cut(rows, { offset, limit }), owing: this.#owing(user).length, coverage: this.coverage(this.#all().length) };
  }

  overdue({ user, offset, limit }: OverdueInput): OverduePage {
    const rows = this.#owing(user);
    return { total: rows.length, rows: cut(rows, { offset, limit }), coverage: this.coverage(this.#all().length) };
  }

  chosen(calendar: Calendar): AgendaInterview[] {
    if (calendar.kind === "one") return this.#all().filter(({ id }) => id === calendar.id);
    return this.#of(calendar.user).filter(({ starting_at: at }) => at !== null && at >= calendar.from && at < calendar.to);
  }

  offers({ statuses, sort, desc, offset, limit }: OfferListInput): OfferPage {
    const own = [...this.world.applications.values()].filter(({ stage }) => stage.kind === "Offer" || stage.kind === "Hired");
    const all = own.map((application, index): OfferRow => {
      const { id, person, job, stage, history } = application;
      const [status, state] = stage.kind === "Hired" ? ["ACCEPTED", "CandidateAccepted"] : (OUTCOMES[index % OUTCOMES.length] ?? ["SENT", "WaitingOnCandidateResponse"]);
      const created = history.at(-1)?.at ?? this.now();
      const decided = ["ACCEPTED", "DECLINED"].includes(status);
      return {
        id: `offer-${id}`, candidate_id: person.id, candidate: person.name, job: job.title, status, offer_status: state, approval: status === "DRAFT" ? "WaitingOnApprovals" : "Approved", salary: `${String(58 + (index % 40))}000 EUR`,
        starts_at: index % 6 === 2 ? null : iso(created + (40 + (index % 30)) * DAY).slice(0, 10), created_at: iso(created), decided_at: decided ? iso(created + 3 * DAY) : null, author: RECRUITERS[index % RECRUITERS.length] ?? null,
      };
    });
    const counts = [...new Set(all.map(({ status }) => status))].map((status) => ({ status: status ?? "", count: all.filter((one) => one.status === status).length }));
    const key = ({ starts_at: starts, created_at: created }: OfferRow) => (sort === "starts" ? starts : created);
    const rows = all.filter(({ status }) => statuses.length === 0 || statuses.includes(status ?? "")).toSorted((one, other) => {
      const [a, b] = [key(one), key(other)];
      return a === null || b === null ? Number(a === null) - Number(b === null) : (desc ? -1 : 1) * a.localeCompare(b);
    });
    return { total: rows.length, rows: cut(rows, { offset, limit }), counts, coverage: this.coverage(all.length) };
  }
}
