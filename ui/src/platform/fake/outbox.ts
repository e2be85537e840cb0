import type { ActivityInput, ActivityPage, Code, Conflict, Failure, IntentRow, IntentState, Pending, Queued, StageRef } from "../../bindings/types";
import type { Application, World } from "./world";

const MINUTE = 60_000;
const SEND_MS = 1_400;
const ANSWER_MS = 900;
const iso = (at: number): string => new Date(at).toISOString();

export type Intent = {
  id: string; application: Application; from: StageRef; to: StageRef; state: IntentState; created: number; settled: number | null;
  attempts: number; failure: Failure | null; conflict: Conflict | null; undoes: string | null; undone: boolean;
};

const OPEN: ReadonlySet<IntentState> = new Set(["waiting", "sending", "failed", "unconfirmed", "conflict"]);
const NEEDS: ReadonlySet<IntentState> = new Set(["failed", "unconfirmed", "conflict"]);
/** States whose effect is shown although Ashby has not confirmed it. */
const SHOWN: ReadonlySet<IntentState> = new Set(["waiting", "sending", "unconfirmed"]);

export const failure = (code: Code, message: string, cure: string, request_id: string | null = null): Failure => ({ code, message, cure, request_id });

/** The writes of the demo: they wait, are sent, and arrive, each after a moment. */
export class Outbox {
  readonly intents: Intent[] = [];
  offline = false;
  #next = 1;
  readonly #changed: () => void;
  readonly #now: () => number;

  constructor(now: () => number, changed: () => void) {
    this.#now = now;
    this.#changed = changed;
  }

  #at(application: Application, stage: StageRef, at = this.#now()): void {
    application.stage = stage;
    application.history = [...application.history.filter((one) => one.stage.id !== stage.id), { stage, at }];
    application.person.updated = at;
  }

  add(application: Application, to: StageRef, undoes: string | null = null): Intent {
    const intent: Intent = {
      id: `intent-${String(this.#next)}`, application, from: application.stage, to, state: "waiting", created: this.#now(), settled: null,
      attempts: 0, failure: null, conflict: null, undoes, undone: false,
    };
    this.#next += 1;
    this.intents.unshift(intent);
    this.#at(application, to);
    this.#changed();
    this.send(intent);
    return intent;
  }

  send(intent: Intent): void {
    if (this.offline) return;
    setTimeout(() => {
      if (intent.state !== "waiting" || this.offline) return;
      intent.state = "sending";
      intent.attempts += 1;
      this.#changed();
      setTimeout(() => {
        if (intent.state !== "sending") return;
        intent.state = "done";
        intent.settled = this.#now();
        this.#changed();
      }, ANSWER_MS);
    }, SEND_MS);
  }

  find(id: string): Intent {
    const intent = this.intents.find((one) => one.id === id);
    if (!intent) throw failure("PLATFORM.INPUT_INVALID", "This action is not known any more.", "Open Activity to see what is still here.");
    return intent;
  }

  undo(intent: Intent): Queued {
    const { application, from } = intent;
    if (intent.state === "waiting") {
      intent.state = "cancelled";
      intent.settled = this.#now();
      this.#at(application, from);
      this.#changed();
      return { intent_id: intent.id, label: `Took back the move of ${application.person.name}`, undo: false };
    }
    intent.undone = true;
    const back = this.add(application, from, intent.id);
    return { intent_id: back.id, label: `Moved ${application.person.name} back to ${from.name}`, undo: true };
  }

  last(): Intent | null {
    return this.intents.find((one) => one.undoes === null && !one.undone && (one.state === "waiting" || one.state === "done")) ?? null;
  }

  retry(intent: Intent): Intent {
    intent.state = "waiting";
    intent.failure = null;
    this.#at(intent.application, intent.to);
    this.#changed();
    this.send(intent);
    return intent;
  }

  discard(intent: Intent): Intent {
    if (SHOWN.has(intent.state)) this.#at(intent.application, intent.from);
    intent.state = "cancelled";
    intent.settled = this.#now();
    this.#changed();
    return intent;
  }

  decide(intent: Intent, mine: boolean): Intent {
    intent.conflict = null;
    return mine ? this.retry(intent) : this.discard(intent);
  }

  pending(application: Application): Pending | null {
    const intent = this.intents.find((one) => one.application === application && (SHOWN.has(one.state) || one.state === "conflict"));
    if (!intent) return null;
    const label = { waiting: "Moved here, not sent yet", sending: "Moved here, sending now", unconfirmed: "May not have arrived", conflict: "Moved in Ashby meanwhile" }[intent.state as "waiting"];
    return { intent_id: intent.id, state: intent.state, label };
  }

  row(intent: Intent): IntentRow {
    const { application, from, to, state } = intent;
    const { name } = application.person;
    return {
      id: intent.id, action: "move_application_to_stage", title: intent.undoes === null ? `Move ${name} to ${to.name}` : `Move ${name} back to ${to.name}`,
      detail: `${application.job.title} · ${from.name} → ${to.name}`, candidate_id: application.person.id, application_id: application.id, state,
      created_at: iso(intent.created), settled_at: intent.settled === null ? null : iso(intent.settled), attempts: intent.attempts, failure: intent.failure, conflict: intent.conflict,
      undo: state === "waiting" ? "cancel" : state === "done" && !intent.undone && intent.undoes === null ? "compensate" : null, undoes: intent.undoes, warnings: [],
    };
  }

  count(states: Iterable<IntentState>): number { const wanted = new Set(states); return this.intents.filter(({ state }) => wanted.has(state)).length; }

  page({ filter, offset, limit }: ActivityInput): ActivityPage {
    const wanted = this.intents.filter(({ state }) => (filter === "needs_you" ? NEEDS.has(state) : filter === "open" ? OPEN.has(state) : !OPEN.has(state)));
    return {
      waiting: this.count(["waiting", "sending"]), needs_you: this.count(NEEDS), done: this.count(["done", "cancelled"]), total: wanted.length,
      rows: wanted.slice(offset, offset + limit).map((intent) => this.row(intent)),
    };
  }

  /** What a working day leaves behind: some done, one failed, one unconfirmed, one conflict. */
  seed(world: World): void {
    const job = world.jobs[0];
    if (!job) return;
    const at = (name: string) => job.applications.filter(({ stage, outcome }) => stage.name === name && outcome === "PENDING");
    const stage = (name: string) => job.plans[0]?.stages.find((one) => one.name === name);
    const put = (application: Application | undefined, to: StageRef | undefined, state: IntentState, ago: number, rest: Partial<Intent> = {}) => {
      if (!application || !to) return;
      const created = this.#now() - ago * MINUTE;
      const from = application.stage;
      if (state === "unconfirmed" || state === "done") this.#at(application, to, created);
      this.intents.push({ id: `intent-${String(this.#next)}`, application, from, to, state, created, settled: state === "done" ? created + 3_000 : null, attempts: 1, failure: null, conflict: null, undoes: null, undone: false, ...rest });
      this.#next += 1;
    };
    const [offer, onsite, technical, screen] = [stage("Offer"), stage("Onsite"), stage("Technical interview"), stage("Recruiter screen")];
    const stuck = at("Technical interview")[2];
    if (stuck && offer) {
      put(stuck, onsite, "conflict", 9, { conflict: { theirs: offer, yours: onsite ?? offer, at: iso(this.#now() - 3 * MINUTE) }, attempts: 0 });
      this.#at(stuck, offer, this.#now() - 3 * MINUTE);
    }
    put(at("Recruiter screen")[1], technical, "unconfirmed", 11, { failure: failure("PLATFORM.TASK_TIMED_OUT", "The line broke before Ashby answered.", "Samara reads the record first and sends again only if it is unchanged.", "7f3a-91c2") });
    put(at("Application review")[4], screen, "failed", 26, { failure: failure("INTEGRATION.PERMISSION_MISSING", "This key may not move candidates.", "An Ashby admin can switch on Candidates: write for this key.", "20be-44d0") });
    put(at("Application review")[9], screen, "failed", 58, { failure: failure("REMOTE.INPUT_INVALID", "Ashby refused the move: the application is already archived.", "Discard the move, or restore the application in Ashby first.", "a81c-07e5") });
    [[14, 71], [18, 96], [22, 131], [27, 164], [31, 190], [35, 233], [38, 260]].forEach(([index = 0, ago = 0]) => { put(at("Application review")[index], screen, "done", ago); });
    put(at("Onsite")[1], offer, "done", 44);
    this.intents.sort((a, b) => b.created - a.created);
  }
}
