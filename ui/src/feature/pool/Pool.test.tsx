// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { DuplicatesScreen } from "./DuplicatesScreen";
import { ProjectsScreen } from "./ProjectsScreen";

vi.mock("./PeopleTabs", () => ({ PeopleTabs: () => null }));

beforeEach(() => {
  vi.spyOn(platform, "call").mockImplementation(fake({ search: "?quiet" }).call as never);
  vi.spyOn(platform, "openLink").mockResolvedValue();
});

const show = (screenOf: React.ReactNode) => { render(<QueryClientProvider client={newClient()}>{screenOf}</QueryClientProvider>); return userEvent.setup(); };

describe("projects", () => {
  it("show who is in them, and of how many people that is known", async () => {
    const onOpen = vi.fn();
    const user = show(<ProjectsScreen project="project-0" onProject={() => undefined} onOpen={onOpen} />);
    const people = await screen.findByRole("region", { name: "People in Silver medallists" });
    await user.click((await within(people).findAllByRole("button"))[0] as HTMLElement);
    expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^cand-/));
    expect(screen.getByText(/projects of 812 of 1,284 people known/)).toBeTruthy();
  });

  it("are found by a few letters of their name", async () => {
    const user = show(<ProjectsScreen project={null} onProject={() => undefined} onOpen={() => undefined} />);
    await screen.findByText("Campus 2025");
    await user.type(screen.getByRole("searchbox"), "rust");
    expect(screen.queryByText("Campus 2025")).toBeNull();
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
});
