import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { JobListInput, JobRow } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { withLayout } from "../candidate/table/layout.testing";
import { JobsScreen } from "./JobsScreen";
import type { JobSearch } from "./list";

const job = (title: string, status: string, active: number): JobRow => ({
  id: title.toLowerCase(), title, code: null, status, confidential: false, department: null, location: "Berlin", remote: "HYBRID", team: ["Dana Whitlock", "Jonas Meinhardt"], openings: 1, active,
  stages: [{ kind: "Active", count: active }], posted: true, opened_at: null,
});
const JOBS = [job("Designer", "OPEN", 4), job("Engineer", "OPEN", 90), job("Writer", "CLOSED", 0)];

let restore: () => void;
let asked: JobListInput[];

beforeEach(() => {
  restore = withLayout();
  asked = [];
  vi.spyOn(platform, "call").mockImplementation(((_: string, input: JobListInput) => {
    asked.push(input);
    const found = JOBS.filter(({ title, status }) => (input.statuses.length === 0 || input.statuses.includes(status ?? "")) && title.toLowerCase().includes(input.query));
    const rows = [...found].sort((a, b) => (input.sort === "title" ? a.title.localeCompare(b.title) : a.active - b.active) * (input.desc ? -1 : 1));
    return Promise.resolve({ total: rows.length, rows, counts: [{ status: "CLOSED", count: 1 }, { status: "OPEN", count: 2 }], coverage: { total: 3, as_of: null, complete: true } });
  }) as never);
});
afterEach(() => { cleanup(); restore(); });

function Desk({ onOpen }: { onOpen: (id: string) => void }) {
  const [search, setSearch] = useState<JobSearch>({});
  return <JobsScreen search={search} onSearch={setSearch} onOpen={onOpen} />;
}
const open = (onOpen: (id: string) => void = () => undefined) => {
  render(<QueryClientProvider client={newClient()}><Desk onOpen={onOpen} /></QueryClientProvider>);
  return userEvent.setup();
};
const titles = () => screen.getAllByRole("row").slice(1).map((row) => row.getAttribute("aria-label"));

describe("the jobs", () => {
  it("start with the open ones, the busiest first", async () => {
    open();
    await waitFor(() => { expect(titles()).toEqual(["Engineer", "Designer"]); });
    expect(screen.getByRole("button", { name: /Open/, pressed: true }).textContent).toBe("Open2");
  });

  it("say who is in process once they stand there", async () => {
    open();
    expect(await screen.findByRole("img", { name: "In process: 4 interviewing" })).toBeTruthy();
  });

  it("are filtered by a status chip", async () => {
    const user = open();
    await user.click(await screen.findByRole("button", { name: /Closed/ }));
    await waitFor(() => { expect(titles()).toEqual(["Writer"]); });
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(screen.getByRole("row", { name: "Writer" }));
    expect(screen.queryByRole("columnheader", { name: "Status" })).toBeNull();
    await user.click(screen.getByRole("button", { name: /^All/ }));
    await waitFor(() => { expect(screen.getByRole("columnheader", { name: "Status" })).toBeTruthy(); });
  });

  it("show the filter in force where no job is open, and the way to the others", async () => {
    vi.mocked(platform.call).mockImplementation(((_: string, { statuses }: JobListInput) => {
      const rows = statuses.length === 0 ? JOBS.slice(2) : [];
      return Promise.resolve({ total: rows.length, rows, counts: [{ status: "CLOSED", count: 1 }], coverage: { total: 1, as_of: null, complete: true } });
    }) as never);
    const user = open();
    expect((await screen.findByRole("button", { name: /^Open/, pressed: true })).textContent).toBe("Open0");
    expect(await screen.findByText("No job is “Open”.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Show the one job there is" }));
    await waitFor(() => { expect(titles()).toEqual(["Writer"]); });
  });

  it("are sorted by a head, and the other way by the same again", async () => {
    const user = open();
    await user.click(await screen.findByRole("button", { name: "Title" }));
    await waitFor(() => { expect(titles()).toEqual(["Designer", "Engineer"]); });
    expect(screen.getByRole("columnheader", { name: "Title" }).getAttribute("aria-sort")).toBe("ascending");
    await user.click(screen.getByRole("button", { name: "Title" }));
    await waitFor(() => { expect(titles()).toEqual(["Engineer", "Designer"]); });
  });

  it("are searched by a key and opened by another", async () => {
    const onOpen = vi.fn();
    const user = open(onOpen);
    await screen.findByRole("row", { name: "Engineer" });
    await user.keyboard("/des");
    await waitFor(() => { expect(titles()).toEqual(["Designer"]); });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onOpen).toHaveBeenCalledWith("designer", undefined);
  });

  it("that no search finds lead back to all", async () => {
    const user = open();
    await user.type(await screen.findByLabelText("Search jobs"), "zzz");
    await user.click(await screen.findByRole("button", { name: "Clear search and filters" }));
    await waitFor(() => { expect(titles()).toHaveLength(3); });
  });
});
