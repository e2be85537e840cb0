import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { TodayScreen } from "./TodayScreen";

let onPerson: ReturnType<typeof vi.fn<(candidate: string) => void>>;
let onReview: ReturnType<typeof vi.fn<(job: string) => void>>;
let onInterviews: ReturnType<typeof vi.fn<() => void>>;
let onOffers: ReturnType<typeof vi.fn<() => void>>;
let onOwing: ReturnType<typeof vi.fn<() => void>>;
let asked: { name: string; input: Record<string, unknown> }[];

beforeEach(() => {
  const world = fake({ search: "?offline" });
  onPerson = vi.fn();
  onReview = vi.fn();
  [onInterviews, onOffers, onOwing] = [vi.fn(), vi.fn(), vi.fn()];
  asked = [];
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: Record<string, unknown>) => {
    asked.push({ name, input });
    return world.call(name as never, input as never);
  }) as never);
});

async function open() {
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><TodayScreen onPerson={onPerson} onReview={onReview} onActivity={() => undefined} onInterviews={onInterviews} onOffers={onOffers} onOwing={onOwing} /></QueryClientProvider>);
  await screen.findByRole("region", { name: "Waiting too long" });
  return user;
}
const part = (name: string) => screen.getByRole("region", { name });
const last = (name: string) => asked.findLast((one) => one.name === name)?.input;

const COVERED = { total: 1, as_of: new Date(2026, 10, 27).toISOString(), complete: true };
const TODAY = {
  meeting: { title: "Screen", url: null, location: null, candidate_id: "person-1", name: "Ada Quist", job: null, interviewers: [], feedback_link: null },
  page: { me: null, interviews_coverage: COVERED, offers: [], offers_total: 0, offers_coverage: COVERED, feedback: [], feedback_total: 0 },
};

const meeting = (hour: number) => ({ ...TODAY.meeting, id: `one-${String(hour)}`, starting_at: new Date(2026, 10, 27, hour).toISOString(), ending_at: new Date(2026, 10, 27, hour + 1).toISOString() });

describe("today", () => {
  it("begins with what needs a decision, and names what is new on each job", async () => {
    await open();
    expect(within(await screen.findByRole("region", { name: "Needs you" })).getAllByRole("button").map((button) => button.textContent)).toEqual(expect.arrayContaining(["Decide", "Check now", "See why"]));
    const rows = within(part("New applications")).getAllByRole("button", { name: /^Review / });
    expect(rows.length).toBeGreaterThan(3);
  });

  it("opens a review of the job, and the person who waits, by key alone", async () => {
    const user = await open();
    const [review] = within(part("New applications")).getAllByRole("button", { name: /^Review / });
    review?.closest<HTMLElement>("[data-row]")?.focus();
    await user.keyboard("{Enter}");
    expect(onReview).toHaveBeenCalledWith("job-001");
    const [first, second] = within(part("Waiting too long")).getAllByRole("button").filter((button) => button.dataset.candidateId !== undefined);
    first?.focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(second);
    await user.keyboard("{Enter}");
    expect(onPerson).toHaveBeenCalledWith(second?.dataset.candidateId);
  });

  it("tells how many interviews of today are still to come where it names only some, and leads to the others", async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 27, 9), toFake: ["Date"] });
    const call = vi.mocked(platform.call).getMockImplementation();
    const until = new Date(2026, 10, 28).toISOString();
    vi.spyOn(platform, "call").mockImplementation((async (name: string, input: { until?: string }) => {
      if (name !== "today") return call?.(name as never, input as never);
      return { ...TODAY.page, interviews: [8, 9, 10].map(meeting), interviews_total: input.until === until ? 31 : 90 };
    }) as never);
    const user = await open();
    const today = within(await screen.findByRole("region", { name: "Interviews today" }));
    expect(await today.findByText("30 still to come")).toBeTruthy();
    await user.click(today.getByRole("button", { name: "Show all of today" }));
    expect(onInterviews).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it("names no interview that is over, whether its end is known or not", async () => {
    vi.useFakeTimers({ now: new Date(2026, 10, 27, 9, 30), toFake: ["Date"] });
    const call = vi.mocked(platform.call).getMockImplementation();
    const interviews = [{ ...meeting(7), ending_at: null, name: "Over Hours" }, { ...meeting(8), name: "Over Now" }, { ...meeting(9), ending_at: null, name: "Still Talking" }, { ...meeting(10), name: "To Come" }];
    let shown = interviews;
    vi.spyOn(platform, "call").mockImplementation((async (name: string, input: never) => (name === "today" ? { ...TODAY.page, interviews: shown, interviews_total: shown.length } : call?.(name as never, input))) as never);
    await open();
    const today = within(await screen.findByRole("region", { name: "Interviews today" }));
    expect(today.getAllByRole("button").map((button) => button.textContent)).toEqual(["Still Talking", "To Come"]);
    expect(today.getByText("2")).toBeTruthy();
    cleanup();
    shown = interviews.slice(0, 2);
    await open();
    expect(await screen.findByText("No more interviews today.")).toBeTruthy();
    vi.useRealTimers();
  });

  it("leads to all offers and all missing feedback where it names only some", async () => {
    const call = vi.mocked(platform.call).getMockImplementation();
    const offer = { id: "offer", candidate_id: "person-1", name: "Ada Quist", job: null, status: "SENT", approval: null, created_at: null, starts_at: null };
    vi.spyOn(platform, "call").mockImplementation((async (name: string, input: never) => (
      name === "today" ? { ...TODAY.page, interviews: [], interviews_total: 0, offers: [offer, { ...offer, id: "second", status: "DRAFT", approval: "WaitingOnApprovals" }, { ...offer, id: "third", status: "DRAFT", approval: "Declined" }], offers_total: 65, feedback: [meeting(8)], feedback_total: 1 } : call?.(name as never, input)
    )) as never);
    const user = await open();
    const offers = within(await screen.findByRole("region", { name: "Offers waiting" }));
    expect(offers.getByText("Draft: waiting on approvals")).toBeTruthy();
    expect(offers.getByText("Draft: approval declined")).toBeTruthy();
    await user.click(offers.getByRole("button", { name: "Show all in Offers" }));
    expect(onOffers).toHaveBeenCalledTimes(1);
    expect(within(part("Feedback overdue · last 30 days")).queryByRole("button", { name: /^Show all/ })).toBeNull();
  });

  it("offers a sync where nothing is new and nothing is ahead, and only there", async () => {
    await open();
    await screen.findByRole("region", { name: "Feedback overdue · last 30 days" });
    expect(screen.queryByRole("button", { name: "Sync now" })).toBeNull();
    cleanup();
    vi.mocked(platform.call).mockImplementation(fake({ search: "?empty&quiet" }).call as never);
    await open();
    expect(await screen.findByRole("button", { name: "Sync now" })).toBeTruthy();
  });

  it("asks once whose desk it is, and then looks at their jobs", async () => {
    const user = await open();
    expect(last("waiting_long")).toMatchObject({ mine: false });
    await user.click(screen.getByRole("switch", { name: "My jobs" }));
    const dialog = await screen.findByRole("dialog", { name: "Who are you here?" });
    await user.click(await within(dialog).findByRole("button", { name: /Petra Sandoval/ }));
    await waitFor(() => { expect(last("waiting_long")).toMatchObject({ mine: true }); });
    expect(asked.filter(({ name }) => name === "set_setting").map(({ input }) => input)).toContainEqual({ key: "acting_user", value: "user-Petra Sandoval" });
    await user.click(screen.getByRole("switch", { name: "My jobs" }));
    await waitFor(() => { expect(last("waiting_long")).toMatchObject({ mine: false }); });
  });
});
