import type { Failure, ModelProgress, RunRow, SyncStatus } from "../../bindings/types";
import type { Tag } from "../../bindings/commands";
import type { Outbox } from "./outbox";
import type { World } from "./world";

const MODELS = ["users", "jobs", "job_postings", "stages", "rejection_reasons", "tags", "candidates", "applications", "details"] as const;
const STEP_MS = 260;
const STEPS = 26;
const DELTA_STEPS = 6;
const iso = (at: number): string => new Date(at).toISOString();

/** The pull of the demo: it advances while one looks. */
export class Sync {
  running = false;
  first = false;
  mode = "all";
  #step = 0;
  #steps = STEPS;
  #full = false;
  #started: number | null = null;
  #synced: number | null;
  #offlineSince: number | null;
  readonly #runs: RunRow[] = [];

  constructor(readonly world: World, readonly outbox: Outbox, readonly now: () => number, readonly notify: (tags: Tag[]) => void, offline: boolean) {
    this.#synced = now() - (offline ? 9 * 60_000 : 40_000);
    this.#offlineSince = offline ? this.#synced : null;
    for (let index = 0; index < 6; index += 1) this.#log(this.#synced - index * 300_000, index === 5, 4 + ((index * 7) % 23), null);
  }

  /** Share of everyone already read, in [0, 1]. */
  get share(): number { return this.first ? Math.max(0, (this.#step - 5) / (this.#steps - 6)) : 1; }

  #rows(model: (typeof MODELS)[number]): number {
    const { people, jobs, applications } = this.world;
    return { users: 46, jobs: jobs.length, job_postings: jobs.filter(({ posted }) => posted).length, stages: 30, rejection_reasons: 6, tags: 14, candidates: people.length, applications: applications.size, details: 0 }[model];
  }

  #model(model: (typeof MODELS)[number], index: number): ModelProgress {
    const rows = this.#rows(model);
    const begin = Math.floor((index / MODELS.length) * this.#steps * 0.5);
    const done = !this.running || this.#step >= this.#steps - (MODELS.length - index);
    const begun = this.#step >= begin;
    const part = Math.min(1, Math.max(0, (this.#step - begin) / Math.max(1, this.#steps - (MODELS.length - index) - begin)));
    const owed = this.first && !done ? Math.floor(this.world.people.length * this.share * (1 - part)) : 0;
    const read = model === "details" ? owed : this.first && !done ? Math.floor(rows * part) : rows;
    return {
      model, rows: begun || !this.first ? read : 0, fetched: this.running ? (this.first ? read : done ? (index * 3) % 11 : 0) : 0,
      state: done ? "done" : begun ? "running" : "waiting", synced_at: this.#synced === null || (this.first && !done) ? null : iso(this.running && done ? this.now() : this.#synced), failure: null,
    };
  }

  status(): SyncStatus {
    const offline: Failure | null = this.#offlineSince === null ? null : { code: "REMOTE.SERVICE_UNAVAILABLE", message: "Ashby cannot be reached.", cure: "Go on working: moves wait here and are sent once the line is back.", request_id: null };
    return {
      running: this.running, first: this.first, full: this.#full, started_at: this.#started === null ? null : iso(this.#started), synced_at: this.first || this.#synced === null ? null : iso(this.#synced),
      offline_since: this.#offlineSince === null ? null : iso(this.#offlineSince), failure: offline, warnings: 0, models: MODELS.map((model, index) => this.#model(model, index)),
      connection: "ACTIVE", setup: this.first ? "FINAL_SYNC_PENDING" : "COMPLETED", mode: this.mode, data_expired_at: null, quality_checks: 0, already_queued: false,
      waiting: this.outbox.count(["waiting", "sending"]), failed: this.outbox.count(["failed"]), undecided: this.outbox.count(["unconfirmed", "conflict"]),
    };
  }

  start(first: boolean, full: boolean): void {
    if (this.running) return;
    [this.running, this.first, this.#full, this.#step, this.#started] = [true, first, full, 0, this.now()];
    this.#steps = first || full ? STEPS : DELTA_STEPS;
    this.#tick();
  }

  #tick(): void {
    setTimeout(() => {
      if (this.#offlineSince !== null) {
        this.running = false;
        this.#log(this.now(), this.#full, 0, this.status().failure);
        this.notify(["sync"]);
        return;
      }
      this.#step += 1;
      const wide: Tag[] = this.first && this.#step % 4 === 0 ? ["jobs", "candidates", "pipeline"] : [];
      if (this.#step < this.#steps) {
        this.notify(["sync", ...wide]);
        this.#tick();
        return;
      }
      this.#synced = this.now();
      this.#log(this.#started ?? this.#synced, this.#full || this.first, 11, null);
      [this.running, this.first] = [false, false];
      this.notify(["sync", "jobs", "candidates", "pipeline"]);
    }, STEP_MS);
  }

  #log(at: number, full: boolean, records: number, failure: Failure | null): void {
    const endpoints = [["user.list", 0], ["job.list", 1], ["candidate.list", 2], ["application.list", 3]] as const;
    this.#runs.unshift({
      id: this.#runs.length + 1, started_at: iso(at), ended_at: iso(at + 2_300), full, outcome: failure ? "failed" : "succeeded",
      endpoints: endpoints.map(([endpoint, place]) => ({ endpoint, records: failure ? 0 : full ? 46 * (place * 9 + 1) : (records * place) % 9, outcome: failure ? "failed" : full ? "listed" : "delta", failure })),
    });
  }

  runs(): RunRow[] { return this.#runs.toSorted((a, b) => b.started_at.localeCompare(a.started_at)).slice(0, 20); }
}
