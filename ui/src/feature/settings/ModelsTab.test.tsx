import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ScopeReport } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { ModelsTab } from "./ModelsTab";

const asked: unknown[] = [];
const report = (at: string | null): ScopeReport => ({
  asked_at: at, key: null,
  models: [{
    model: "ats_offers", state: "no_permission", permissions: ["offersRead"], failure: null, synced_at: null, asked_at: null, rows: 0,
    fields: [
      { field: "status", state: "needs_permission", filled: 0, of: 0, permission: "offersRead" }, { field: "post_url", state: "filled", filled: 25, of: 100, permission: null }, { field: "location.zip_code", state: "ashby_has_none", filled: 0, of: 0, permission: null },
    ],
  }],
});

beforeEach(() => {
  asked.length = 0;
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: { rerun: boolean }) => {
    asked.push(input);
    if (name === "test_model") return Promise.resolve({ ...report(null).models[0], state: "ok", asked_at: new Date().toISOString() });
    return Promise.resolve(report(input.rerun ? new Date().toISOString() : null));
  }) as never);
  render(<QueryClientProvider client={newClient()}><ModelsTab /></QueryClientProvider>);
});
afterEach(() => { vi.restoreAllMocks(); });

describe("models and fields", () => {
  it("tell of a model what is missing, and of each field when it is opened", async () => {
    const head = await screen.findByRole("button", { name: /Offers/ });
    expect(screen.getByText("needs permission offersRead")).toBeTruthy();
    await userEvent.click(head);
    const told = screen.getAllByRole("listitem").slice(1).map((item) => item.textContent);
    expect(told).toEqual(["statusneeds permission offersRead", "post_urlfilled in 25 of 100", "location.zip_codeAshby has none"]);
  });

  it("are tested again one by one, and say when", async () => {
    await userEvent.click(await screen.findByRole("button", { name: /Offers/ }));
    expect(screen.getByText("Not tested yet")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Test this model" }));
    expect(await screen.findByRole("button", { name: /Offers.*Here/ })).toBeTruthy();
    expect(screen.queryByText("Not tested yet")).toBeNull();
    expect(screen.getByRole("button", { name: "Test this model again" })).toBeTruthy();
    expect(asked).toEqual([{ rerun: false }, { model: "ats_offers" }]);
  });

  it("ask Ashby only when told to", async () => {
    await userEvent.click(await screen.findByRole("button", { name: "Ask Ashby" }));
    expect(await screen.findByRole("button", { name: "Ask again" })).toBeTruthy();
    expect(asked).toEqual([{ rerun: false }, { rerun: true }]);
  });
});
