import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Platform } from "../../platform";

const place = vi.hoisted((): { platform: Platform | null } => ({ platform: null }));
vi.mock("../../platform", async (original) => ({
  ...(await original<object>()),
  get platform() { return place.platform; },
}));

const { App } = await import("../../app/App");
const { fake } = await import("../../platform/fake");
const { IntentItem } = await import("./IntentItem");
const { reportOf } = await import("./report");

const open = async () => {
  const platform = fake({ search: "?offline" });
  place.platform = platform;
  location.hash = "#/activity";
  render(<App />);
  await screen.findByRole("region", { name: "Needs you" });
  return { platform, user: userEvent.setup(), item: (state: string) => document.querySelector<HTMLElement>(`[data-intent-id][data-state="${state}"]`) };
};

describe("Activity", () => {
  it("shows each trouble with its cause, cure, code and request id", async () => {
    const { item } = await open();
    const text = item("failed")?.textContent ?? "";
    for (const part of ["This key may not move candidates.", "An Ashby admin can switch on", "INTEGRATION.PERMISSION_MISSING", "request 20be-44d0"]) expect(text).toContain(part);
    expect(item("unconfirmed")?.textContent).toContain("Check now");
    expect(item("unconfirmed")?.textContent).not.toContain("Retry");
  });

  it("begins the line below with the time where there is nothing else to say", () => {
    const acts = { retry: vi.fn(), undo: vi.fn(), discard: vi.fn(), decide: vi.fn() };
    const row = { id: "i", action: "add_tag_to_candidate", title: "Tagged Ada", detail: "", candidate_id: null, application_id: null, state: "done", created_at: "2026-11-23T10:00:00Z", settled_at: null, attempts: 1, failure: null, conflict: null, undo: null, undoes: null, warnings: [] } as const;
    place.platform = fake({});
    const { container } = render(<IntentItem row={{ ...row, warnings: [] }} acts={acts} first onOpen={() => undefined} onEdit={() => undefined} />);
    expect(container.querySelector("p:last-child")?.textContent).not.toMatch(/^ ·/);
  });

  it("settles a conflict by key: 1 keeps what is in Ashby", async () => {
    const { platform, user, item } = await open();
    const call = vi.spyOn(platform, "call");
    item("conflict")?.focus();
    await user.keyboard("1");
    await waitFor(() => { expect(item("conflict")).toBeNull(); });
    expect(call.mock.calls.find(([name]) => name === "decide")?.[1]).toMatchObject({ choice: "theirs" });
  });

  it("lets a retried move wait while there is no line", async () => {
    const { user, item } = await open();
    const failed = item("failed");
    const id = failed?.dataset.intentId ?? "";
    failed?.focus();
    await user.keyboard("r");
    await waitFor(() => { expect(document.querySelector<HTMLElement>(`[data-intent-id="${id}"]`)?.dataset.state).toBe("waiting"); });
  });

  it("keeps the hand on a write that is given up, wherever it goes in the list", async () => {
    const { user, item } = await open();
    const failed = item("failed");
    const id = failed?.dataset.intentId ?? "";
    failed?.focus();
    await user.keyboard("d");
    await waitFor(() => { expect(failed?.isConnected).toBe(false); });
    expect(document.activeElement).toBe(document.querySelector(`[data-intent-id="${id}"][data-state="cancelled"]`));
  });

  it("says who moved it in Ashby meanwhile", async () => {
    const { item } = await open();
    expect(item("conflict")?.textContent).toContain("Moved in Ashby by Dana Okafor, 3\u00A0min");
  });

  it("corrects what failed by key and gives the failed one up", async () => {
    Element.prototype.scrollIntoView = () => undefined;
    const { platform, user, item } = await open();
    const call = vi.spyOn(platform, "call");
    const failed = item("failed");
    const id = failed?.dataset.intentId ?? "";
    failed?.focus();
    await user.keyboard("e");
    await user.click(await screen.findByRole("button", { name: /Stage/ }));
    await user.click(await screen.findByRole("option", { name: "Onsite" }));
    await user.click(screen.getByRole("button", { name: /^Send it so/ }));
    await waitFor(() => { expect(document.querySelector<HTMLElement>(`[data-intent-id="${id}"]`)?.dataset.state ?? "cancelled").toBe("cancelled"); });
    expect(call.mock.calls.find(([name]) => name === "edit")?.[1]).toMatchObject({ intent_id: id, input: { stage_id: "engineering-stage-4" } });
  });

  it("moves the focus from one write to the next", async () => {
    const { user } = await open();
    const items = [...document.querySelectorAll<HTMLElement>("[data-intent-id]")];
    items[0]?.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(items[1]);
  });

  it("tells support states and codes, and no one's name", async () => {
    const { platform } = await open();
    const [status, runs, page] = await Promise.all([platform.call("sync_status", {}), platform.call("sync_runs", {}), platform.call("activity", { filter: "needs_you", offset: 0, limit: 20 })]);
    const text = reportOf({ version: "0.1.0", status, runs, intents: page.rows });
    expect(text).toContain("INTEGRATION.PERMISSION_MISSING");
    for (const { title, detail } of page.rows) {
      expect(text).not.toContain(title);
      expect(text).not.toContain(detail);
    }
  });
});
