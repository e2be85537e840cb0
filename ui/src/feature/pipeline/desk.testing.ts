import type { Board, Card, IntentRow, MoveTarget, Queued, StageRef } from "../../bindings/types";

const REASONS = [{ id: "skills", name: "Skills do not match" }, { id: "withdrew", name: "Withdrew" }, { id: "salary", name: "Salary beyond the band" }];

/** A small workspace for tests of the board: one job, its stages and who is in them. */
export class Desk {
  readonly stages: StageRef[] = [
    { id: "review", name: "Application review", kind: "PreInterviewScreen" },
    { id: "screen", name: "Recruiter screen", kind: "Active" },
    { id: "onsite", name: "Onsite", kind: "Active" },
    { id: "hired", name: "Hired", kind: "Hired" },
    { id: "archived", name: "Archived", kind: "Archived" },
  ];

  readonly asked: { name: string; input: unknown }[] = [];
  /** What the next move is answered with instead of being done. */
  refuseMove: unknown = null;
  private slow: { column: string; until: Promise<void> } | null = null;
  private held: Promise<void> = Promise.resolve();
  private readonly columns = new Map<string, Card[]>(this.stages.map(({ id }) => [id, []]));
  private readonly intents = new Map<string, { card: Card; from: string; to: string }>();
  private readonly gestures = new Map<string, readonly string[]>();
  private made = 0;

  private readonly conflicts: IntentRow[] = [];

  /** Lets a move of an application meet another one in Ashby. */
  conflict(application: string, theirs: string, yours: string): this {
    const stage = (id: string): StageRef => this.stages.find((one) => one.id === id) ?? { id, name: id, kind: "Active" };
    this.conflicts.push({
      id: "clash", action: "move_application_to_stage", title: "Move", detail: "", candidate_id: null, application_id: application, state: "conflict", created_at: "2026-11-23T10:00:00Z", settled_at: null, attempts: 1, failure: null,
      conflict: { theirs: stage(theirs), yours: stage(yours), at: null, by: null }, undo: null, undoes: null, warnings: [],
    });
    return this;
  }

  /** Holds moves back until the returned function is called. */
  hold(): () => void {
    let release: (() => void) | null = null;
    this.held = new Promise((resolve) => { release = resolve; });
    return () => { release?.(); };
  }

  put(stage: string, ...names: string[]): this {
    for (const name of names) {
      const id = name.toLowerCase();
      this.column(stage).push({ application_id: `app-${id}`, candidate_id: `person-${id}`, name, headline: null, source: "Referral", credited_to: null, tags: [], days: 3, next: null, pending: null });
    }
    return this;
  }

  names(stage: string): string[] {
    return this.column(stage).map((card) => card.name);
  }

  /** What was asked of one command, in order. */
  inputs(name: string): unknown[] {
    return this.asked.filter((one) => one.name === name).map(({ input }) => input);
  }

  call = (name: string, input: never): Promise<unknown> => {
    this.asked.push({ name, input });
    return (name === "move_application_to_stage" ? this.held : Promise.resolve()).then(() => this.answer(name, input));
  };

  private column(stage: string): Card[] {
    const cards = this.columns.get(stage);
    if (!cards) throw new Error(`no stage ${stage}`);
    return cards;
  }

  private answer(name: string, input: Record<string, never>): unknown {
    switch (name) {
      case "board": return this.board(input["job_id"] ?? "");
      case "board_cards": {
        if (input["stage_id"] === this.slow?.column) return this.slow?.until.then(() => this.cards(input));
        return this.cards(input);
      }
      case "move_targets": return this.targets(input["application_id"] ?? "");
      case "move_application_to_stage": return this.move(input["application_id"] ?? "", input["stage_id"] ?? "");
      case "rejection_reasons": return REASONS;
      case "reject_application": return this.reject(input["application_id"] ?? "");
      case "activity": return { waiting: 0, needs_you: this.conflicts.length, done: 0, total: this.conflicts.length, rows: this.conflicts };
      case "decide": return this.conflicts[0];
      case "act_many": return this.many(input as unknown as { action: string; inputs: { application_id: string; stage_id?: string }[] });
      case "undo": return this.undo(input["intent_id"] ?? "");
      case "undo_last": return this.undoLast();
      default: return null;
    }
  }

  /** Has a column answer nothing until what this gives is called. */
  stall(column: string): () => void {
    const go: (() => void)[] = [];
    this.slow = { column, until: new Promise((resolve) => { go.push(resolve); }) };
    return () => { for (const now of go) now(); };
  }

  private cards(input: Record<string, never>): unknown {
    const cards = this.column(input["stage_id"] ?? "");
    const offset = Number(input["offset"]);
    return { total: cards.length, rows: cards.slice(offset, offset + Number(input["limit"])) };
  }

  private board(id: string): Board {
    const total = [...this.columns.values()].reduce((sum, cards) => sum + cards.length, 0);
    const plan = { id: "plan", name: "Loop", is_default: true, count: total };
    return {
      job: { id, title: "Senior Backend Engineer", status: "OPEN", department: null, location: null, url: null },
      plan, plans: [plan], total, unfiltered: total, coverage: { total, as_of: null, complete: true },
      columns: this.stages.map((stage) => ({ stage, count: this.column(stage.id).length, median_days: 3, oldest_days: 9 })),
    };
  }

  private where(application: string): string {
    return this.stages.find(({ id }) => this.column(id).some((card) => card.application_id === application))?.id ?? "";
  }

  private targets(application: string): MoveTarget[] {
    const here = this.where(application);
    return this.stages.map((stage) => ({ stage, current: stage.id === here, refusal: stage.kind === "Archived" ? "Archiving needs a reason." : stage.kind === "Hired" ? "Hiring starts from an accepted offer." : null }));
  }

  private move(application: string, to: string): unknown {
    if (this.refuseMove !== null) throw this.refuseMove as Error;
    const from = this.where(application);
    const cards = this.column(from);
    const card = cards.splice(cards.findIndex((one) => one.application_id === application), 1)[0];
    if (!card) throw new Error(`no application ${application}`);
    this.made += 1;
    const intent_id = `intent-${String(this.made)}`;
    this.intents.set(intent_id, { card, from, to });
    this.column(to).unshift({ ...card, days: 0, pending: { intent_id, state: "waiting", label: "Moved here, not sent yet" } });
    return { intent_id, label: `Moved ${card.name}`, undo: true };
  }

  private reject(application: string): unknown {
    const where = this.where(application);
    const cards = this.column(where);
    const [card] = cards.splice(cards.findIndex((one) => one.application_id === application), 1);
    if (!card) throw new Error(`no application ${application}`);
    this.made += 1;
    const intent_id = `intent-${String(this.made)}`;
    this.intents.set(intent_id, { card, from: where, to: "archived" });
    this.column("archived").unshift(card);
    return { intent_id, label: `Rejected ${card.name}`, undo: true };
  }

  private many({ action, inputs }: { action: string; inputs: { application_id: string; stage_id?: string }[] }): unknown {
    const done = inputs.toReversed().map(({ application_id, stage_id }) => (action === "reject_application" ? this.reject(application_id) : this.move(application_id, stage_id ?? "")) as { intent_id: string });
    const [first] = done;
    if (first) this.gestures.set(first.intent_id, done.map(({ intent_id }) => intent_id));
    return first;
  }

  /** What was done last is taken back; sent already, it is by a write of its own. */
  private undoLast(): Queued {
    const last = [...this.intents.keys()].at(-1) ?? "";
    const { undoes } = this.undo([...this.gestures].find(([, all]) => all.includes(last))?.[0] ?? last);
    return { intent_id: "opposite", label: "Took back", undo: false, undoes };
  }

  private undo(intent: string): Queued {
    const rest = (this.gestures.get(intent) ?? []).filter((one) => one !== intent);
    this.gestures.delete(intent);
    for (const one of rest.toReversed()) this.undo(one);
    const done = this.intents.get(intent);
    if (!done) throw new Error(`no intent ${intent}`);
    const cards = this.column(done.to);
    cards.splice(cards.findIndex((one) => one.application_id === done.card.application_id), 1);
    this.column(done.from).unshift(done.card);
    this.intents.delete(intent);
    return { intent_id: intent, label: "Undone", undo: false, undoes: [intent, ...rest] };
  }
}
