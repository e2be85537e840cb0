// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { keysNow } from "../../component/hotkey";
import { newClient } from "../../query";
import { DuplicatesScreen } from "./DuplicatesScreen";
import { ProjectsScreen } from "./ProjectsScreen";

vi.mock("./PeopleTabs", () => ({ PeopleTabs: () => null }));

beforeEach(() => {
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
  vi.spyOn(platform, "call").mockImplementation(fake({ search: "?quiet" }).call as never);
  vi.spyOn(platform, "openLink").mockResolvedValue();
});

const show = (screenOf: React.ReactNode) => { render(<QueryClientProvider client={newClient()}>{screenOf}</QueryClientProvider>); return userEvent.setup(); };

describe("projects", () => {
  it("show who is in them, and of how many people that is known", async () => {
    const onOpen = vi.fn();
    const user = show(<ProjectsScreen project="project-0" onProject={() => undefined} onOpen={onOpen} />);
    const people = await screen.findByRole("region", { name: "People in Silver medallists" });
    await user.click(within((await within(people).findAllByRole("listitem"))[0] as HTMLElement).getAllByRole("button")[0] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^cand-/));
    expect(screen.getByText(/Projects known of 812 of 1,284 people/)).toBeTruthy();
  });

  it("take somebody in who is found by name, and let them go", async () => {
    const user = show(<ProjectsScreen project="project-0" onProject={() => undefined} onOpen={() => undefined} />);
    await user.click(await screen.findByRole("button", { name: "Add a person…" }));
    await user.type(await screen.findByRole("combobox", { name: "Name of a person" }), "Adaeze Bakayoko");
    const [found] = await screen.findAllByRole("option", { name: /^Adaeze Bakayoko/ });
    const name = found?.querySelector("span")?.textContent ?? "";
    await user.click(found as HTMLElement);
    const asked = vi.mocked(platform.call).mock.calls.find(([name]) => name === "add_candidate_to_project")?.[1];
    expect(asked).toMatchObject({ project_id: "project-0" });
    const take = await screen.findAllByRole("button", { name: `Take ${name} out of Silver medallists` });
    await user.click(take.at(-1) as HTMLElement);
    expect(platform.call).toHaveBeenCalledWith("remove_candidate_from_project", asked);
  });

  it("are found by a few letters of their name", async () => {
    const user = show(<ProjectsScreen project={null} onProject={() => undefined} onOpen={() => undefined} />);
    // The first is open until another one is chosen.
    await screen.findByRole("region", { name: "People in Leadership bench" });
    await user.type(screen.getByRole("searchbox"), "rust");
    expect(screen.queryByRole("button", { name: /Campus 2025/ })).toBeNull();
    expect(screen.getByText("Rust, open to Berlin")).toBeTruthy();
  });
});

describe("likely doubles", () => {
  it("stand beside each other with what they share, and lead to Ashby where they are merged", async () => {
    const user = show(<DuplicatesScreen onOpen={() => undefined} />);
    expect((await screen.findAllByText("Same mail")).length).toBeGreaterThan(0);
    await user.click(screen.getAllByRole("button", { name: "Merge in Ashby" })[0] as HTMLElement);
    expect(platform.openLink).toHaveBeenCalledWith(expect.stringContaining("app.ashbyhq.com/candidates/"));
  });

  it("are walked over, looked into and opened by keys, which the sheet of keys names", async () => {
    const onOpen = vi.fn();
    const user = show(<DuplicatesScreen onOpen={onOpen} />);
    await screen.findAllByText("Same mail");
    const rows = document.querySelectorAll<HTMLElement>("li[data-candidate-id]");
    const at = () => [...rows].indexOf(document.activeElement as HTMLElement);
    await user.keyboard("{ArrowDown}jj");
    expect(at()).toBe(2);
    await user.keyboard("k{ArrowUp}");
    expect(at()).toBe(0);
    await user.keyboard(" ");
    const peek = await screen.findByRole("complementary");
    expect(at()).toBe(0);
    await user.keyboard("{Escape}");
    expect(peek.isConnected).toBe(false);
    await user.keyboard("j{Enter}");
    expect(onOpen).toHaveBeenCalledWith(rows[1]?.dataset.candidateId);
    expect(keysNow().filter(({ group }) => group === undefined).map(({ keys }) => keys)).toEqual(expect.arrayContaining(["ArrowDown", "Enter", " "]));
  });

  it("that are not there need no words on how to merge them", async () => {
    vi.mocked(platform.call).mockImplementation(fake({ search: "?empty&quiet" }).call as never);
    show(<DuplicatesScreen onOpen={() => undefined} />);
    expect(await screen.findByText("Nobody looks like somebody else.")).toBeTruthy();
    expect(screen.queryByText(/Each group may be/)).toBeNull();
  });
});
