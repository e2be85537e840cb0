import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { withLayout } from "../candidate/table/layout.testing";
import { InterviewsScreen } from "./InterviewsScreen";
import type { InterviewSearch } from "./list";
import { standing, statusOf, theirTime } from "./words";

let restore: () => void;
let call: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  restore = withLayout();
  const world = fake({ search: "?quiet" });
  call = vi.spyOn(platform, "call").mockImplementation(world.call as never);
  vi.spyOn(platform, "openLink").mockResolvedValue();
});
afterEach(() => { cleanup(); restore(); });

function Desk({ start, onOpen }: { start: InterviewSearch; onOpen: (id: string) => void }) {
  const [search, setSearch] = useState(start);
  return <><InterviewsScreen search={search} onSearch={setSearch} onOpen={onOpen} /><Toasts /></>;
}
const open = (start: InterviewSearch = { view: "week" }, onOpen: (id: string) => void = () => undefined) => {
  render(<QueryClientProvider client={newClient()}><Desk start={start} onOpen={onOpen} /></QueryClientProvider>);
  return userEvent.setup();
};
const rows = () => screen.getAllByRole("row").slice(1);
const days = () => rows().filter((row) => row.getAttribute("aria-busy") === null).map((row) => within(row).getAllByRole("gridcell")[0]?.textContent);
const cells = () => within(screen.getByRole("group", { name: "The week, day by day" })).getAllByRole("button");
const shownCount = () => Number(/^\d+/.exec(screen.getByRole("status").textContent ?? "")?.[0]);

describe("the interviews", () => {
  it("of a week add up to those of its days, and a day shows its own", async () => {
    const user = open();
    await waitFor(() => { expect(rows().length).toBeGreaterThan(1); });
    const counts = cells().map((cell) => Number(/, (\d+) interview/.exec(cell.getAttribute("aria-label") ?? "")?.[1]));
    expect(counts).toHaveLength(7);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(shownCount());
    const busiest = counts.indexOf(Math.max(...counts));
    await user.click(cells()[busiest] ?? document.body);
    await waitFor(() => { expect(shownCount()).toBe(counts[busiest]); });
    expect(cells()[busiest]?.getAttribute("aria-pressed")).toBe("true");
  });

  it("name their day in each row, wherever the list opens", async () => {
    open();
    await waitFor(() => { expect(days().length).toBeGreaterThan(1); });
    expect(days().filter((day) => !/^\w{3}, \w{3} \d+$/.test(day ?? ""))).toEqual([]);
  });

  it("open at what comes next today", async () => {
    const noon = new Date().setHours(12, 0, 0, 0);
    vi.spyOn(Date, "now").mockReturnValue(noon);
    const world = fake({ search: "?quiet" });
    call.mockImplementation(world.call as never);
    open({ view: "day" });
    await screen.findByRole("grid");
    const row = await waitFor(() => { expect(document.activeElement?.getAttribute("role")).toBe("row"); return document.activeElement; });
    const midnight = new Date(noon).setHours(0, 0, 0, 0);
    const today = await world.call("agenda", { bounds: [midnight, midnight + 86_400_000].map((at) => new Date(at).toISOString()), user: null, offset: 0, limit: 100 });
    const next = today.rows.findIndex(({ starting_at: at }) => Date.parse(at ?? "") >= noon - 1_800_000);
    expect(next).toBeGreaterThan(0);
    expect(row?.getAttribute("data-index")).toBe(String(next));
    vi.mocked(Date.now).mockRestore();
  });

  it("go on to the next week and come back to today by keys", async () => {
    const user = open();
    const title = await screen.findByRole("heading", { level: 2 });
    const now = title.textContent;
    await user.keyboard("{ArrowRight}");
    await waitFor(() => { expect(screen.getByRole("heading", { level: 2 }).textContent).not.toBe(now); });
    await user.keyboard("t");
    await waitFor(() => { expect(screen.getByRole("heading", { level: 2 }).textContent).toBe(now); });
  });

  it("are mine only once it is known who that is", async () => {
    const user = open();
    await waitFor(() => { expect(rows().length).toBeGreaterThan(1); });
    const all = shownCount();
    await user.keyboard("m");
    const dialog = await screen.findByRole("dialog", { name: "Who are you here?" });
    const people = await within(dialog).findAllByRole("button", { name: /@halden/ });
    await user.click(people[0] ?? dialog);
    await waitFor(() => { expect(shownCount()).toBeLessThan(all); });
    expect(call).toHaveBeenCalledWith("set_setting", expect.objectContaining({ key: "acting_user" }));
  });

  it("whose feedback is missing name who owes it", async () => {
    open({ view: "owing" });
    await waitFor(() => { expect(rows().length).toBeGreaterThan(0); });
    expect(screen.getByRole("columnheader", { name: "Whose feedback is missing" })).toBeDefined();
    expect(screen.getByRole("status").textContent).toMatch(/wait.* for feedback/);
  });

  it("open their person, and their call outside", async () => {
    const onOpen = vi.fn();
    const user = open({ view: "week", on: new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10) }, onOpen);
    await waitFor(() => { expect(rows().length).toBeGreaterThan(1); });
    rows()[0]?.focus();
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^cand-/));
    const join = screen.getAllByRole("button", { name: /^Join the call with/ })[0];
    await user.click(join ?? document.body);
    expect(platform.openLink).toHaveBeenCalledWith("https://meet.example.com/halden");
  });

  it("of nobody say so of the time that is shown, and leave nothing to save", async () => {
    call.mockImplementation(fake({ search: "?empty&quiet" }).call as never);
    const user = open({ view: "day" });
    expect(await screen.findByText("No interviews today.")).toBeDefined();
    expect(screen.getByRole("button", { name: "Sync now" })).toBeDefined();
    expect(screen.getByRole("status").textContent).not.toContain("of 0");
    await waitFor(() => { expect(screen.getByRole("button", { name: "Save as .ics" }).hasAttribute("disabled")).toBe(true); });
    await user.keyboard("{ArrowRight}");
    expect(await screen.findByText("No interviews on this day.")).toBeDefined();
    await user.keyboard("w");
    expect(await screen.findByText(/^No interviews (this|in that) week\.$/)).toBeDefined();
  });

  it("are saved for a calendar, and say where", async () => {
    const user = open();
    await waitFor(() => { expect(rows().length).toBeGreaterThan(1); });
    await user.click(screen.getByRole("button", { name: "Save as .ics" }));
    expect(await screen.findByText(/^\d+ interviews saved$/)).toBeDefined();
    expect(screen.getByText(/Downloads\/interviews-\d{4}-\d{2}-\d{2}\.ics$/)).toBeDefined();
  });
});

describe("the candidate's time", () => {
  it("is told only where their clock shows another", () => {
    const at = "2026-11-27T09:00:00.000Z";
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(theirTime({ starting_at: at, time_zone: "Asia/Kolkata" })).toMatch(/^14:30 in Kolkata$/);
    expect([here, null, "Nowhere/Atall"].map((zone) => theirTime({ starting_at: at, time_zone: zone }))).toEqual(["", "", ""]);
    expect(theirTime({ starting_at: null, time_zone: "Asia/Kolkata" })).toBe("");
  });

  it("names its day where that is not ours", () => {
    const at = new Date(2026, 10, 27, 23, 30).toISOString();
    expect(theirTime({ starting_at: at, time_zone: "Pacific/Kiritimati" })).toMatch(/^Sat \d\d:\d\d in Kiritimati$/);
  });
});

describe("an interview that has feedback", () => {
  it("does not wait for it, though another of its appointment does", () => {
    expect([true, false, null].map((given) => standing({ status: "WaitingOnFeedback", has_feedback: given }))).toEqual(["FeedbackGiven", "WaitingOnFeedback", "WaitingOnFeedback"]);
    expect([standing({ status: "Complete", has_feedback: true }), standing({ status: null, has_feedback: true })]).toEqual(["Complete", null]);
    expect(statusOf("FeedbackGiven")).toBe("Feedback is in");
  });
});
