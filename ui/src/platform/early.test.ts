import { describe, expect, it, vi } from "vitest";

const invoke = vi.hoisted(() => vi.fn());
vi.mock("@tauri-apps/api/core", () => ({ invoke }));
const { askEarly, takeEarly } = await import("./early");

describe("what is asked for early", () => {
  it("is handed out once, to whoever asks the same", async () => {
    invoke.mockResolvedValueOnce({ phase: "none" });
    askEarly("workspace_state", {});
    expect(invoke).toHaveBeenCalledWith("call", { name: "workspace_state", input: {} });
    expect(takeEarly("sync_status", {})).toBeUndefined();
    await expect(takeEarly("workspace_state", {})).resolves.toEqual({ phase: "none" });
    expect(takeEarly("workspace_state", {})).toBeUndefined();
  });

  it("tells its failure to whoever takes it, and nobody else", async () => {
    invoke.mockRejectedValueOnce(new Error("locked"));
    askEarly("sync_status", {});
    await new Promise((done) => { setTimeout(done); });
    await expect(takeEarly("sync_status", {})).rejects.toThrow("locked");
  });
});
