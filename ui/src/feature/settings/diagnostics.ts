import type { KeyReport, RunRow, SyncStatus, WorkspaceState } from "../../bindings/types";

/** What support needs: versions, states, counts and codes. Names, texts, ids of people and keys have no place in it. */
export function diagnosticsOf({ workspace, sync, runs, checks, report, agent, made }: { workspace: WorkspaceState; sync: SyncStatus; runs: readonly RunRow[]; checks: number; report: KeyReport | null; agent: string; made: string }) {
  return {
    made_at: made, samara: workspace.version, web_view: agent,
    workspace: { kind: workspace.kind, phase: workspace.phase, vault: workspace.vault, failure: workspace.failure?.code ?? null },
    key: report === null ? null : { introspected: report.introspected, modules: report.modules.map(({ module, read, write }) => ({ module, read, write })) },
    sync: {
      running: sync.running, first: sync.first, synced_at: sync.synced_at, offline_since: sync.offline_since, connection: sync.connection, setup: sync.setup, mode: sync.mode, warnings: sync.warnings, failure: sync.failure?.code ?? null,
      waiting: sync.waiting, failed: sync.failed, undecided: sync.undecided, quality_checks: checks,
      models: sync.models.map(({ model, rows, state, synced_at, failure }) => ({ model, rows, state, synced_at, failure: failure?.code ?? null })),
      extras: (sync.extras ?? []).map(({ kind, have, of, failed }) => ({ kind, have, of, failed })),
    },
    runs: runs.slice(0, 20).map(({ started_at, ended_at, full, outcome, endpoints }) => ({
      started_at, ended_at, full, outcome, endpoints: endpoints.map(({ endpoint, records, outcome: of, failure }) => ({ endpoint, records, outcome: of, failure: failure?.code ?? null, request_id: failure?.request_id ?? null })),
    })),
  };
}
