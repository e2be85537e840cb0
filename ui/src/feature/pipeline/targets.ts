import type { MoveTarget } from "../../bindings/types";

/** The stage beside `stage` in the order of the plan, or nothing at either end. */
export function neighbour(targets: readonly MoveTarget[], stage: string, by: 1 | -1): MoveTarget | null {
  const here = targets.findIndex((target) => target.stage.id === stage);
  return here < 0 ? null : (targets[here + by] ?? null);
}

/** The next stage a person can be moved to with one key, or nothing when the next one refuses. */
export function onward(targets: readonly MoveTarget[], stage: string): MoveTarget | null {
  const next = neighbour(targets, stage, 1);
  return next && next.refusal === null ? next : null;
}
