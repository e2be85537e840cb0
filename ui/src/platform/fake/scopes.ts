import type { KeyReport, ModelVerdict, ScopeReport, SyncStatus } from "../../bindings/types";

const FIELDS = ["remote_id", "name", "status", "remote_created_at", "remote_updated_at", "custom_fields"];

/** A verdict of every kind, over the models the demo holds. */
export function scopesOf(asked: { at: string; key: KeyReport } | null, status: SyncStatus): ScopeReport {
  const held = status.models.filter(({ model }) => model !== "details").map(({ model, rows, synced_at }): ModelVerdict => ({
    model: `ats_${model}`, state: rows === 0 ? "empty" : "ok", permissions: ["candidatesRead"], failure: null, synced_at, asked_at: synced_at, rows,
    fields: [
      ...FIELDS.map((field, index) => ({ field, state: index === 5 ? "unfilled" as const : "filled" as const, filled: index === 5 ? 0 : Math.max(1, Math.min(rows, 100) - index * 17), of: Math.min(rows, 100), permission: null })),
      { field: "location.zip_code", state: "ashby_has_none", filled: 0, of: 0, permission: null },
    ],
  }));
  const offers: ModelVerdict = { model: "ats_offers", state: "no_permission", permissions: ["offersRead"], failure: null, synced_at: null, asked_at: asked?.at ?? null, rows: 0, fields: [{ field: "status", state: "needs_permission", filled: 0, of: 0, permission: "offersRead" }] };
  return { asked_at: asked?.at ?? null, key: asked?.key ?? null, models: [...held, offers] };
}
