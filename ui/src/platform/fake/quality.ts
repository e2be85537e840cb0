import type { QualityCheckRow } from "../../bindings/types";

/** Deletions that wait for a decision. */
export class Quality {
  open: QualityCheckRow[];

  constructor(asked: number | null) {
    const at = new Date((asked ?? 0) - 540_000).toISOString();
    this.open = asked === null ? [] : [
      { id: 1, model: "candidates", endpoint: "candidate.list", live: 1_284, missing: 402, reason: "many", at, message: "402 of 1284 candidates are not in Ashby's list any more." },
      { id: 2, model: "jobs", endpoint: "job.list", live: 38, missing: 2, reason: "confidential", at, message: "2 of 38 jobs are not in Ashby's list any more." },
    ];
  }

  decide(id: number): void { this.open = this.open.filter((check) => check.id !== id); }
}
