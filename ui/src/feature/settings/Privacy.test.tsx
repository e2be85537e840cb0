// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keymapNow, wearKeymap } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { Locked } from "../start/Locked";
import { RecoveryCode } from "./RecoveryCode";

vi.mock("../../command/actions", () => ({ PALETTE: { keys: "Mod+k", label: "Search", group: "everywhere" }, useActions: () => [] }));

let computer: ReturnType<typeof fake>;
const start = (search: string) => {
  computer = fake({ search });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
};
beforeEach(() => { vi.stubGlobal("CSS", { escape: (text: string) => text }); Element.prototype.scrollIntoView = () => undefined; });
afterEach(() => { wearKeymap({}); });
const show = (what: React.ReactNode) => { render(<QueryClientProvider client={newClient()}>{what}</QueryClientProvider>); return userEvent.setup(); };

describe("a recovery code", () => {
  it("is shown once, and gone when it was written down", async () => {
    start("?locked");
    await computer.call("unlock", { passphrase: "open sesame" });
    const user = show(<RecoveryCode />);
    await user.click(await screen.findByRole("button", { name: "Make a new code" }));
    await screen.findByText("K7QPM-2XW4T-9BHRD-VFJ3C-N8YLE");
    await user.click(screen.getByRole("button", { name: "I have written it down" }));
    await waitFor(() => { expect(screen.queryByText(/K7QPM/)).toBeNull(); });
    expect(await computer.call("setting", { key: "privacy.recovery_made_at" })).toMatch(/^20/);
  });

  it("opens a locked workspace with a key and a new passphrase", async () => {
    start("?locked");
    const user = show(<Locked name="Halden" />);
    await user.click(screen.getByRole("button", { name: "Use a recovery code…" }));
    const go = screen.getByRole("button", { name: /^Open/ });
    await user.type(screen.getByLabelText("Recovery code"), "k7qpm 2xw4t");
    await user.type(screen.getByLabelText("API key"), "key-of-halden");
    expect(go.hasAttribute("disabled")).toBe(true);
    await user.type(screen.getByLabelText("New passphrase"), "long enough");
    await user.click(go);
    await screen.findByText(/This is no recovery code/);
    await user.type(screen.getByLabelText("Recovery code"), "9bhrdvfj3cn8yle");
    await user.click(go);
    await waitFor(async () => { expect((await computer.call("workspace_state", {})).phase).toBe("ready"); });
  });
});

describe("keys", () => {
  it("are changed by pressing another, and name what holds one already", async () => {
    start("?quiet");
    const { KeysTab } = await import("./KeysTab");
    const user = show(<KeysTab />);
    await user.click(screen.getByRole("button", { name: "Change the key for Move to the next stage" }));
    await screen.findByRole("dialog");
    await user.keyboard("h");
    await screen.findByText(/H is already Move to the stage before/);
    await user.keyboard("y");
    await waitFor(async () => { expect(await computer.call("setting", { key: "keymap" })).toBe('{"l":"y"}'); });
    expect(keymapNow()).toEqual({});
  });

  it("are those that choose, look through and walk the week too", async () => {
    start("?quiet");
    const { KeysTab } = await import("./KeysTab");
    const user = show(<KeysTab />);
    await user.click(screen.getByRole("button", { name: "Change the key for Select a row or card" }));
    for (const [key, what] of [["v", "Review those selected"], ["w", "Keywords in Review; week in Interviews"], ["o", "Open the person in Review; feedback due in Interviews"]] as const) {
      await user.keyboard(key);
      await screen.findByText(`${key.toUpperCase()} is already ${what}. Choose another key, or change that one first.`);
    }
    await user.keyboard("z");
    await waitFor(async () => { expect(await computer.call("setting", { key: "keymap" })).toBe('{"x":"z"}'); });
  });
});
