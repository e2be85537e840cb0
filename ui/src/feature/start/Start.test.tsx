import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Platform } from "../../platform";

const place = vi.hoisted((): { platform: Platform | null } => ({ platform: null }));
vi.mock("../../platform", async (original) => ({
  ...(await original<object>()),
  get platform() { return place.platform; },
}));

const { App } = await import("../../app/App");
const { fake } = await import("../../platform/fake");

const open = (search: string): UserEvent => {
  location.hash = "";
  place.platform = fake({ search });
  render(<App />);
  return userEvent.setup();
};
const button = (name: RegExp) => screen.findByRole("button", { name });

describe("the first run", () => {
  beforeEach(() => { localStorage.clear(); });

  it("opens the demo workspace with one press", async () => {
    const user = open("?first-run");
    await user.click(await button(/Explore the demo/));
    expect(await screen.findByRole("link", { name: /^Jobs/ })).toBeTruthy();
  });

  it("names a wrong key with its cure, and goes on with a good one", async () => {
    const user = open("?first-run");
    await user.click(await button(/^Connect Ashby/));
    const field = screen.getByLabelText("API key");
    expect(field.getAttribute("type")).toBe("password");
    await user.type(field, "bad-key-0001{Enter}");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Copy the whole key again");
    await user.clear(field);
    expect(screen.queryByRole("alert")).toBeNull();
    await user.type(field, "good-key-0001{Enter}");
    expect(await button(/^Continue with this key/)).toBeTruthy();
  });

  it("says what a key that cannot write will miss, and starts all the same", async () => {
    const user = open("?first-run");
    await user.click(await button(/^Connect Ashby/));
    await user.type(screen.getByLabelText("API key"), "readonly-key-0001{Enter}");
    expect(await screen.findByText("Read only")).toBeTruthy();
    expect(screen.getByText(/Moves cannot be sent/)).toBeTruthy();
    await user.click(await button(/^Continue with this key/));
    await user.click(await button(/Start the first sync/));
    expect(await screen.findByRole("heading", { name: "First sync" })).toBeTruthy();
    expect(await screen.findByRole("link", { name: /^Jobs/ })).toBeTruthy();
  });

  it("asks for a passphrase long enough before it is taken", async () => {
    const user = open("?first-run");
    const connect = vi.spyOn(place.platform ?? fake(), "call");
    await user.click(await button(/^Connect Ashby/));
    await user.type(screen.getByLabelText("API key"), "good-key-0001{Enter}");
    await user.click(await button(/^Continue with this key/));
    await user.click(screen.getByRole("radio", { name: /passphrase/ }));
    await user.type(await screen.findByLabelText("Passphrase"), "short");
    await user.click(await button(/Start the first sync/));
    expect(await screen.findByText("At least 8 characters, please.")).toBeTruthy();
    expect(connect.mock.calls.some(([name]) => name === "connect")).toBe(false);
    await user.type(screen.getByLabelText("Passphrase"), " no longer");
    await user.click(await button(/Start the first sync/));
    await waitFor(() => { expect(connect.mock.calls.find(([name]) => name === "connect")?.[1]).toMatchObject({ vault: { kind: "passphrase", passphrase: "short no longer" }, mode: { kind: "all" } }); });
  });
});

describe("a workspace that is not open", () => {
  it("stays shut for a wrong passphrase and opens for the right one", async () => {
    const user = open("?locked");
    await user.type(await screen.findByLabelText("Passphrase"), "wrong{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("does not open the vault");
    expect(screen.queryByRole("link", { name: /^Jobs/ })).toBeNull();
    await user.clear(screen.getByLabelText("Passphrase"));
    await user.type(screen.getByLabelText("Passphrase"), "open sesame{Enter}");
    expect(await screen.findByRole("link", { name: /^Jobs/ })).toBeTruthy();
  });

  it("offers to rebuild a damaged copy", async () => {
    const user = open("?damaged");
    expect((await screen.findByRole("alert")).textContent).toContain("Rebuild it from Ashby");
    await user.click(await button(/Rebuild from Ashby/));
    expect(await screen.findByRole("link", { name: /^Jobs/ })).toBeTruthy();
  });

  it("never offers to rebuild for a keychain that is merely away", async () => {
    open("?keychain");
    const alert = await screen.findByRole("alert");
    expect(within(alert).getByText(/Nothing is lost/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Rebuild/ })).toBeNull();
    expect(await button(/Try again/)).toBeTruthy();
  });
});
