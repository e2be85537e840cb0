import type { ChartStage, Meeting, JobChart, JobChartInput, MonthSource, OfferWaiting, ReviewJobs, ReviewJobsInput, ReviewQueue, ReviewQueueInput, Today, TodayInput, UserName, WaitingInput, WaitingPage } from "../../bindings/types";
import { nextOf, type Lists } from "./lists";
import { RECRUITERS } from "./names";
import type { Application, Job } from "./world";

const DAY = 86_400_000;
const SHOWN = 12;
const iso = (at: number): string => new Date(at).toISOString();

const entered = (one: Application): number => one.history.findLast(({ stage }) => stage.id === one.stage.id)?.at ?? one.created;

/** What the day of someone at the demo begins with. */
export class Day {
  constructor(readonly lists: Lists, readonly now: () => number, readonly setting: (key: string) => string | null) {}

  me(): UserName | null {
    const id = this.setting("acting_user") ?? "";
    const name = RECRUITERS.find((one) => id === `user-${one}`);
    return name === undefined ? null : { id, name, jobs: this.lists.world.jobs.filter(({ team }) => team.includes(name)).length };
  }

  #jobs(mine: boolean): Job[] {
    const me = mine ? this.me() : null;
    return this.lists.world.jobs.filter(({ team }) => me === null || team.includes(me.name));
  }

  #live(mine: boolean): Application[] { return this.#jobs(mine).flatMap(({ applications }) => applications.filter(({ outcome }) => outcome === "PENDING")); }

  #interview(one: Application, at: number): Meeting {
    return {
      id: `interview-${one.id}`, title: one.stage.name, starting_at: iso(at), ending_at: iso(at + 45 * 60_000), url: "https://meet.example.com/halden", location: null, candidate_id: one.person.id, name: one.person.name,
      job: one.job.title, interviewers: RECRUITERS.slice(Number(one.id.slice(4)) % 3, (Number(one.id.slice(4)) % 3) + 2), feedback_link: "https://app.ashbyhq.com/feedback",
    };
  }

  today({ mine, until }: TodayInput): Today {
    const live = this.#live(mine);
    const interviews = live.flatMap((one) => { const next = nextOf(one, this.now()); return next && next.starting_at < until ? [this.#interview(one, Date.parse(next.starting_at))] : []; }).sort((a, b) => a.starting_at.localeCompare(b.starting_at));
    const offers = live.filter(({ stage }) => stage.kind === "Offer").map((one): OfferWaiting => ({ id: `offer-${one.id}`, candidate_id: one.person.id, name: one.person.name, job: one.job.title, status: Number(one.id.slice(4)) % 2 === 0 ? "SENT" : "DRAFT", approval: Number(one.id.slice(4)) % 2 === 0 ? "Approved" : "WaitingOnApprovals", created_at: iso(this.now() - 2 * DAY), starts_at: iso(this.now() + 40 * DAY) }));
    const feedback = live.filter(({ id, stage }) => stage.kind === "Active" && Number(id.slice(4)) % 23 === 3).map((one, index) => this.#interview(one, this.now() - (index + 1) * DAY));
    const coverage = (total: number) => ({ total, as_of: iso(this.now() - 40_000), complete: true });
    return {
      me: this.me(), interviews: interviews.slice(0, SHOWN), interviews_total: interviews.length, interviews_coverage: coverage(240), offers: offers.slice(0, SHOWN), offers_total: offers.length, offers_coverage: coverage(31),
      feedback: feedback.slice(0, SHOWN), feedback_total: feedback.length,
    };
  }

  #review(job: Job): Application[] {
    return job.applications.filter(({ outcome, stage, id }) => outcome === "PENDING" && stage.kind === "PreInterviewScreen" && !this.lists.outbox.intents.some(({ deed, state }) => deed.application?.id === id && (state === "waiting" || state === "sending")))
      .sort((a, b) => a.created - b.created || a.id.localeCompare(b.id));
  }

  reviewJobs({ mine, since }: ReviewJobsInput): ReviewJobs {
    const jobs = this.#jobs(mine).map((job) => {
      const own = this.#review(job);
      return { job_id: job.id, title: job.title, code: job.code, fresh: own.filter(({ created }) => iso(created) >= since).length, to_review: own.length, oldest_at: own[0] ? iso(own[0].created) : null };
    }).filter(({ to_review }) => to_review > 0).sort((a, b) => b.fresh - a.fresh || b.to_review - a.to_review);
    return { jobs: jobs.slice(0, 100), total: jobs.length, fresh: jobs.reduce((sum, { fresh }) => sum + fresh, 0), to_review: jobs.reduce((sum, { to_review }) => sum + to_review, 0) };
  }

  reviewQueue({ job_id, offset, limit }: ReviewQueueInput): ReviewQueue {
    const own = this.#review(this.lists.jobOf(job_id));
    return { total: own.length, rows: own.slice(offset, offset + limit).map(({ id, person }) => ({ application_id: id, candidate_id: person.id, name: person.name, company: person.company })) };
  }

  waiting({ mine, days, offset, limit }: WaitingInput): WaitingPage {
    const rows = this.#live(mine).filter((one) => one.stage.kind !== "Lead" && entered(one) < this.now() - days * DAY).sort((a, b) => entered(a) - entered(b));
    return { total: rows.length, rows: rows.slice(offset, offset + limit).map((one) => ({ application_id: one.id, candidate_id: one.person.id, name: one.person.name, job_id: one.job.id, job: one.job.title, stage: one.stage, entered_at: iso(entered(one)) })) };
  }

  chart({ job_id, plan }: JobChartInput): JobChart {
    const job = this.lists.jobOf(job_id);
    const chosen = job.plans.find(({ id }) => id === plan) ?? job.plans[0];
    const own = job.applications.filter((one) => one.plan.id === chosen?.id);
    const shown = (chosen?.stages ?? []).filter(({ kind }) => kind !== "Lead" && kind !== "Archived");
    const stages = shown.map((stage, place): ChartStage => {
      const stays = own.flatMap(({ history }) => { const at = history.findIndex((one) => one.stage.id === stage.id); const [from, to] = [history[at]?.at, history[at + 1]?.at]; return at >= 0 && from !== undefined && to !== undefined ? [Math.floor((to - from) / DAY)] : []; }).sort((a, b) => a - b);
      const share = (part: number) => stays[Math.ceil((stays.length - 1) * part)] ?? null;
      return { stage, reached: own.filter(({ history }) => history.some((one) => shown.findIndex(({ id }) => id === one.stage.id) >= place)).length, stays: stays.length, median_days: share(0.5), most_days: share(0.9) };
    });
    const counts = new Map<string, MonthSource>();
    for (const { created, source } of own) {
      const month = iso(created).slice(0, 7);
      const one = counts.get(`${month} ${source}`) ?? { month, source, count: 0 };
      counts.set(`${month} ${source}`, { ...one, count: one.count + 1 });
    }
    return { stages, applications: own.length, known: Math.round(own.length * 0.96), months: [...counts.values()].sort((a, b) => a.month.localeCompare(b.month) || b.count - a.count) };
  }
}
