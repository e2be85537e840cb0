import type { IntentRow, RunRow, SyncStatus } from "../../bindings/types";

type Facts = { version: string; status: SyncStatus; runs: readonly RunRow[]; intents: readonly IntentRow[] };

/** A text for support: states, codes, request ids and times. No names, stages, jobs or other personal data. */
export function reportOf({ version, status, runs, intents }: Facts): string {
  const models = status.models.map(({ model, rows, state, synced_at, failure }) => `  ${model}: ${String(rows)} rows, ${state}, ${synced_at ?? "never"}${failure ? `, ${failure.code}` : ""}`);
  const writes = intents.map(({ id, action, state, created_at, settled_at, attempts, failure }) =>
    `  ${created_at} ${action} ${state}, attempts ${String(attempts)}, settled ${settled_at ?? "no"}${failure ? `, ${failure.code}, request ${failure.request_id ?? "none"}` : ""} (${id})`);
  const passes = runs.map(({ started_at, ended_at, full, outcome, endpoints }) => {
    const trouble = endpoints.flatMap(({ endpoint, failure }) => (failure ? [`${endpoint} ${failure.code} ${failure.request_id ?? ""}`.trim()] : []));
    return `  ${started_at} to ${ended_at ?? "now"}, ${full ? "full" : "delta"}, ${outcome}${trouble.length > 0 ? `: ${trouble.join("; ")}` : ""}`;
  });
  return [
    `Samara ${version}`,
    `sync: running ${String(status.running)}, first ${String(status.first)}, last ${status.synced_at ?? "never"}, offline since ${status.offline_since ?? "no"}${status.failure ? `, ${status.failure.code}` : ""}`,
    `writes: ${String(status.waiting)} waiting, ${String(status.failed)} failed, ${String(status.undecided)} undecided`,
    "models:", ...models, "writes:", ...writes, "runs:", ...passes,
  ].join("\n");
}
