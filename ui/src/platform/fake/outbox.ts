import type { ActivityInput, ActivityPage, Code, Conflict, Failure, IntentDetail, IntentRow, IntentState, Pending, Queued, StageRef } from "../../bindings/types";
import { moving, type Deed } from "./deeds";
import type { Application, Person, World } from "./world";

const MINUTE = 60_000;
const SEND_MS = 1_400;
const ANSWER_MS = 900;
const iso = (at: number): string => new Date(at).toISOString();

export type Intent = {
  id: string; deed: Deed; state: IntentState; created: number; settled: number | null;
  attempts: number; failure: Failure | null; conflict: Conflict | null; undoes: string | null; undone: boolean; gesture: string | null;
};

const OPEN: ReadonlySet<IntentState> = new Set(["waiting", "sending"]);
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

  add(deed: Deed, { undoes = null, gesture = null }: { undoes?: string | null; gesture?: string | null } = {}): Intent {
    const intent: Intent = { id: `intent-${String(this.#next)}`, deed, state: "waiting", created: this.#now(), settled: null, attempts: 0, failure: null, conflict: null, undoes, undone: false, gesture };
    this.#next += 1;
    this.intents.unshift(intent);
    deed.apply();
    this.#changed();
    this.send(intent);
    return intent;
  }

  /** One action for many, taken back together. */
  addAll(deeds: readonly Deed[]): Queued {
    const gesture = deeds.length > 1 ? `gesture-${String(this.#next)}` : null;
    const [first] = deeds.map((deed) => this.add(deed, { gesture }));
    if (!first) throw failure("PLATFORM.INPUT_INVALID", "One gesture takes 1 to 500 records, not 0.", "Do it in parts.");
    return { intent_id: first.id, label: deeds.length > 1 ? `${first.deed.label} and ${String(deeds.length - 1)} more` : first.deed.label, undo: first.deed.opposite !== null };
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
    const { gesture } = intent;
    if (gesture === null) return this.#one(intent);
    const taken = this.intents.filter((one) => one.gesture === gesture && !one.undone && one.state !== "cancelled").map((one) => this.#one(one));
    const [last] = taken;
    if (!last) throw failure("PLATFORM.INPUT_INVALID", "This was taken back before.", "Nothing more is needed.");
    return taken.length === 1 ? last : { ...last, label: `Took back ${String(taken.length)} actions`, undoes: taken.flatMap(({ undoes = [] }) => undoes) };
  }

  #one(intent: Intent): Queued {
    const { deed } = intent;
    if (intent.state === "waiting") {
      intent.state = "cancelled";
      intent.settled = this.#now();
      deed.revert();
      this.#changed();
      return { intent_id: intent.id, label: `Not sent: ${deed.title}`, undo: false, undoes: [intent.id] };
    }
    if (deed.opposite === null) throw failure("PLATFORM.INPUT_INVALID", "This has reached Ashby and cannot be taken back from here.", "Notes, files and links can only be removed in Ashby itself.");
    intent.undone = true;
    const back = this.add(deed.opposite(), { undoes: intent.id });
    return { intent_id: back.id, label: back.deed.label, undo: false, undoes: [intent.id] };
  }

  last(): Intent | null {
    return this.intents.find((one) => one.undoes === null && !one.undone && (one.state === "waiting" || (one.state === "done" && one.deed.opposite !== null))) ?? null;
  }

  retry(intent: Intent): Intent {
    intent.state = "waiting";
    intent.failure = null;
    intent.deed.apply();
    this.#changed();
    this.send(intent);
    return intent;
  }

  discard(intent: Intent): Intent {
    if (SHOWN.has(intent.state)) intent.deed.revert();
    intent.state = "cancelled";
    intent.settled = this.#now();
    this.#changed();
    return intent;
  }

  /** What was asked for, and the one call each write of the demo makes. */
  detail({ deed, state, attempts, settled, created }: Intent): IntentDetail {
    const sent = attempts > 0 ? [{ endpoint: deed.action.includes("note") ? "candidate.createNote" : "application.changeStage", state: state === "done" ? "done" : state === "failed" ? "failed" : "unknown", sent_at: iso(created), ended_at: settled === null ? null : iso(settled), result: null }] : [];
    return { input: deed.input ?? {}, calls: sent };
  }

  decide(intent: Intent, mine: boolean): Intent {
    intent.conflict = null;
    return mine ? this.retry(intent) : this.discard(intent);
  }

  pending(application: Application): Pending | null {
    const shown = this.intents.filter(({ deed, state }) => (SHOWN.has(state) || state === "conflict") && (deed.application === application || (deed.application === null && deed.person === application.person)));
    const intent = shown.find(({ deed }) => deed.application !== null) ?? shown[0];
    if (!intent) return null;
    if (intent.deed.application === null) return { intent_id: intent.id, state: intent.state, label: `${intent.deed.label.split(" ")[0] ?? ""}, not sent yet` };
    const label = { waiting: "Moved here, not sent yet", sending: "Moved here, sending now", unconfirmed: "May not have arrived", conflict: "Moved in Ashby meanwhile" }[intent.state as "waiting"];
    return { intent_id: intent.id, state: intent.state, label };
  }

  /** Whether anything about a person waits. */
  busy(person: Person): boolean { return this.intents.some(({ deed, state }) => deed.person === person && (SHOWN.has(state) || state === "conflict")); }

  row(intent: Intent): IntentRow {
    const { deed, state } = intent;
    return {
      id: intent.id, action: deed.action, title: deed.title, detail: deed.detail, candidate_id: deed.person.id, application_id: deed.application?.id ?? null, state,
      created_at: iso(intent.created), settled_at: intent.settled === null ? null : iso(intent.settled), attempts: intent.attempts, failure: intent.failure, conflict: intent.conflict,
      undo: state === "waiting" ? "cancel" : state === "done" && !intent.undone && intent.undoes === null && deed.opposite !== null ? "compensate" : null, undoes: intent.undoes, warnings: [],
    };
  }

  count(states: Iterable<IntentState>): number { const wanted = new Set(states); return this.intents.filter(({ state }) => wanted.has(state)).length; }

  page({ filter, offset, limit }: ActivityInput): ActivityPage {
    const wanted = this.intents.filter(({ state }) => (filter === "needs_you" ? NEEDS.has(state) : filter === "open" ? OPEN.has(state) : !OPEN.has(state) && !NEEDS.has(state)));
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
      const deed = moving(application, to, () => created);
      if (state === "unconfirmed" || state === "done") deed.apply();
      this.intents.push({ id: `intent-${String(this.#next)}`, deed, state, created, settled: state === "done" ? created + 3_000 : null, attempts: 1, failure: null, conflict: null, undoes: null, undone: false, gesture: null, ...rest });
      this.#next += 1;
    };
    const [offer, onsite, technical, screen] = [stage("Offer"), stage("Onsite"), stage("Technical interview"), stage("Recruiter screen")];
    const stuck = at("Technical interview")[2];
    if (stuck && offer) {
      put(stuck, onsite, "conflict", 9, { conflict: { theirs: offer, yours: onsite ?? offer, at: iso(this.#now() - 3 * MINUTE), by: "Dana Okafor" }, attempts: 0 });
      moving(stuck, offer, () => this.#now() - 3 * MINUTE).apply();
    }
    put(at("Recruiter screen")[1], technical, "unconfirmed", 11, { failure: failure("PLATFORM.TASK_TIMED_OUT", "The line broke before Ashby answered.", "Samara reads the record first and sends again only if it is unchanged.", "7f3a-91c2") });
    put(at("Application review")[4], screen, "failed", 26, { failure: failure("INTEGRATION.PERMISSION_MISSING", "This key may not move candidates.", "An Ashby admin can switch on Candidates: write for this key.", "20be-44d0") });
    put(at("Application review")[9], screen, "failed", 58, { failure: failure("REMOTE.INPUT_INVALID", "Ashby refused the move: the application is already archived.", "Discard the move, or restore the application in Ashby first.", "a81c-07e5") });
    [[14, 71], [18, 96], [22, 131], [27, 164], [31, 190], [35, 233], [38, 260]].forEach(([index = 0, ago = 0]) => { put(at("Application review")[index], screen, "done", ago); });
    put(at("Onsite")[1], offer, "done", 44);
    this.intents.sort((a, b) => b.created - a.created);
  }
}
