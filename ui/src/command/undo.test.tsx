import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Platform } from "../platform";

const place = vi.hoisted((): { platform: Platform | null } => ({ platform: null }));
vi.mock("../platform", async (original) => ({
  ...(await original<object>()),
  get platform() { return place.platform; },
}));

const { App } = await import("../app/App");
const { queue } = await import("../component/message");
const { toast } = await import("../component");
const { fake } = await import("../platform/fake");
const { call } = await import("../query");

const shown = () => queue.visibleToasts.map(({ content }) => content.message);
const tag = { candidate_id: "cand-00002", tag: { name: "Seen" } };

async function open() {
  const platform = fake({ search: "?quiet&offline" });
  place.platform = platform;
  location.hash = "#/settings";
  render(<App />);
  await screen.findByRole("link", { name: /^Jobs/ });
  const engine = vi.spyOn(platform, "call");
  return { user: userEvent.setup(), undone: () => engine.mock.calls.filter(([name]) => name.startsWith("undo")) };
}

describe("the undo key", () => {
  beforeEach(() => { queue.clear(); });

  it("takes back what the newest message on the screen offers to, and nothing the engine did before", async () => {
    const { user, undone } = await open();
    await call("add_tag_to_candidate", tag);
    const back = vi.fn();
    toast({ message: "Gave up Rust", action: { label: "Undo", run: back, undoes: "view" } });
    toast({ message: "Saved", action: { label: "Copy path", run: vi.fn() } });
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(back).toHaveBeenCalledOnce(); });
    expect(shown()).toEqual(["Saved"]);
    expect(undone()).toEqual([]);
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(undone()).toEqual([["undo_last", {}]]); });
    expect(back).toHaveBeenCalledOnce();
  });

  it("waits for what is under way, so that it is not what came before that is taken back", async () => {
    const { user } = await open();
    const [before, back] = [vi.fn(), vi.fn()];
    toast({ message: "Moved Ada", action: { label: "Undo", run: before, undoes: "a" } });
    void call("add_tag_to_candidate", tag).then(() => { toast({ message: "Tagged Bo", action: { label: "Undo", run: back, undoes: "b" } }); });
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(back).toHaveBeenCalledOnce(); });
    expect(before).not.toHaveBeenCalled();
  });
});

describe("the message of what was done", () => {
  beforeEach(() => { queue.clear(); });

  it("goes once that was taken back by another way, also while it waits behind others", async () => {
    await open();
    const { intent_id } = await call("add_tag_to_candidate", tag);
    toast({ message: "Tagged", action: { label: "Undo", run: vi.fn(), undoes: intent_id } });
    for (const message of ["One", "Two", "Three"]) toast({ message });
    await call("undo", { intent_id });
    for (const { key } of queue.visibleToasts) queue.close(key);
    expect(shown()).toEqual([]);
  });

  it("goes by the undo key of the engine too", async () => {
    await open();
    const { intent_id } = await call("add_tag_to_candidate", tag);
    toast({ message: "Tagged", action: { label: "Undo", run: vi.fn(), undoes: intent_id } });
    await call("undo_last", {});
    expect(shown()).toEqual([]);
  });
});
