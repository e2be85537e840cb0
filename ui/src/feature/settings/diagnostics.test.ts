import { describe, expect, it } from "vitest";
import { fake } from "../../platform/fake";
import { diagnosticsOf } from "./diagnostics";

describe("the file for support", () => {
  it("has states and codes, and nothing that was written or named by anybody", async () => {
    const { call } = fake({ search: "?offline" });
    const sync = await call("sync_status", {});
    const workspace = { ...(await call("workspace_state", {})), name: "Secret Corp" };
    const told = JSON.stringify(diagnosticsOf({
      workspace, sync: { ...sync, failure: { code: "STORE.BUSY", message: "Ada Lovelace is busy", cure: "Ask Ada", request_id: null } }, runs: await call("sync_runs", {}), checks: 0, report: await call("key_report", {}), agent: "WebKit", made: "2026-11-27T00:00:00.000Z",
    }));
    expect(told).toContain("STORE.BUSY");
    expect(told).not.toMatch(/Ada|Secret Corp|Maren/);
  });
});
