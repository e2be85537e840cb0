import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApplicationView, CandidateView, MoveTarget, NoteList, StageRef } from "../../bindings/types";
import { keysNow } from "../../component";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { CandidateScreen, type CandidateTab } from "./CandidateScreen";
import { leaveFrom } from "./trail";

const stages: StageRef[] = [{ id: "review", name: "Review", kind: "PreInterviewScreen" }, { id: "screen", name: "Screen", kind: "Active" }, { id: "archived", name: "Archived", kind: "Archived" }];
const [review, , archived] = stages as [StageRef, StageRef, StageRef];

const application: ApplicationView = {
  id: "app", job_id: "job", job: "Backend Engineer", job_status: "OPEN", outcome: "PENDING", stage: review, source: "Referral", credited_to: null, created_at: null, ended_at: null, reason: null, reason_type: null,
  days: 12, pending: null, history_known: true, steps: stages.map((stage, index) => ({ stage, state: index === 0 ? "current" as const : "ahead" as const, entered_at: null, days: index === 0 ? 4 : null })),
};
const person = (id: string, name: string): CandidateView => ({
  id, name, title: null, company: null, location: null, emails: [{ value: "ada@example.org", kind: "Work" }], phones: [], socials: [], source: null, credited_to: null, school: null, tags: [],
  fields: [{ label: "Notice", value: "2 months" }], created_at: null, updated_at: null, url: null, resume: { name: "Ada.pdf" }, files: ["Portfolio.pdf"], applications: [application], fresh_at: null,
});
const targets: MoveTarget[] = stages.map((stage) => ({ stage, current: stage === review, refusal: stage === archived ? "Archiving needs a reason." : null }));

let notes: NoteList;
let asked: { name: string; input: unknown }[];
let answers: Record<string, (input: never) => unknown>;

beforeEach(() => {
  notes = { fetched_at: null, notes: [] };
  asked = [];
  answers = {
    candidate: ({ id }: { id: string }) => person(id, id === "ada" ? "Ada Lovelace" : "Bo Diddley"), candidate_notes: () => notes, candidate_projects: () => [], setting: () => null, move_targets: () => targets, candidate_refresh: () => ({}),
    move_application_to_stage: () => new Promise(() => undefined),
    list_candidates: () => ({ total: 2, exact: true, took_us: 1, problems: [], coverage: { total: 2, as_of: null, complete: true }, rows: [{ id: "ada" }, { id: "bo" }] }),
  };
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: never) => {
    asked.push({ name, input });
    return Promise.resolve(answers[name]?.(input));
  }) as never);
  vi.spyOn(platform, "resume").mockRejectedValue({ code: "REMOTE.SERVICE_UNAVAILABLE", message: "Ashby cannot be reached.", cure: "Connect, then try again.", request_id: null });
});
afterEach(() => { cleanup(); leaveFrom(null); });

async function open({ tab = "resume", onTab = () => undefined, onOpen = () => undefined, onBack = () => undefined }: { tab?: CandidateTab; onTab?: (tab: CandidateTab) => void; onOpen?: (id: string) => void; onBack?: () => void } = {}) {
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><CandidateScreen id="ada" tab={tab} onTab={onTab} onOpen={onOpen} onProject={() => undefined} onBack={onBack} /></QueryClientProvider>);
  await screen.findByRole("heading", { level: 2, name: "Ada Lovelace" });
  return user;
}

describe("opening a person", () => {
  it("asks Ashby for what is new about them", async () => {
    await open();
    await waitFor(() => { expect(asked).toContainEqual({ name: "candidate_refresh", input: { id: "ada" } }); });
  });

  it("leads back by Escape", async () => {
    const onBack = vi.fn();
    const user = await open({ onBack });
    await user.keyboard("{Escape}");
    expect(onBack).toHaveBeenCalledOnce();
  });

  it("shows its sections by their number, and says so among the keys", async () => {
    const onTab = vi.fn();
    const user = await open({ onTab });
    await user.keyboard("28");
    expect(onTab.mock.calls).toEqual([["timeline"], ["fields"]]);
    expect(keysNow()).toContainEqual(expect.objectContaining({ keys: "8", label: "Show Fields" }));
  });

  it("walks to the next person of the list it was opened from", async () => {
    leaveFrom({ kind: "list", input: { query: "", sort: "name", desc: false }, index: 0, total: 2, candidate: "ada" });
    const onOpen = vi.fn();
    const user = await open({ onOpen });
    expect(screen.getByText("1 of 2")).toBeTruthy();
    await user.keyboard("j");
    await waitFor(() => { expect(onOpen).toHaveBeenCalledWith("bo"); });
  });
});

describe("a page that is still being read", () => {
  it("lies there as blank paper that says so", async () => {
    vi.mocked(platform.resume).mockReturnValue(new Promise(() => undefined));
    await open();
    expect(screen.getByText("Reading…").closest('[role="region"]')?.getAttribute("aria-label")).toBe("Ada.pdf");
  });
});

describe("many tags", () => {
  it("fold to the first of them and those just put on, and unfold", async () => {
    const tags = Array.from({ length: 12 }, (_, place) => ({ id: String(place), name: `Tag ${String(place)}`, ...(place === 11 && { pending: { intent_id: "i", state: "waiting", label: "Not sent yet" } }) }));
    answers.candidate = () => ({ ...person("ada", "Ada Lovelace"), tags });
    const user = await open();
    const more = screen.getByRole("button", { name: "Show 3 more tags" });
    await user.click(more);
    expect(screen.queryByRole("button", { name: /more tags/ })).toBeNull();
  });
});

describe("moving a person from their page", () => {
  it("shows the next stage at once, before the engine has answered", async () => {
    const user = await open();
    await screen.findByRole("button", { name: /Move to Screen/ });
    await user.keyboard("l");
    const steps = screen.getByRole("list", { name: "Stages of Backend Engineer" });
    await waitFor(() => { expect(within(steps).getByRole("listitem", { current: "step" }).textContent).toContain("Screen"); });
    expect(screen.getByText("Moved here, not sent yet")).toBeTruthy();
    expect(asked).toContainEqual({ name: "move_application_to_stage", input: { application_id: "app", stage_id: "screen" } });
  });
});

describe("a person in two processes", () => {
  it("is moved and rejected for the job that is named", async () => {
    answers["candidate"] = () => ({ ...person("ada", "Ada Lovelace"), applications: [{ ...application, id: "first" }, { ...application, id: "other", job: "Site Lead" }] });
    answers["rejection_reasons"] = () => [{ id: "r1", name: "No answer" }];
    const user = await open();
    const line = screen.getByText("For Backend Engineer");
    expect((await screen.findByRole("button", { name: /Move to Screen/ })).getAttribute("aria-describedby")).toBe(line.id);
    expect(screen.getByRole("button", { name: /^Reject/ }).getAttribute("aria-describedby")).toBe(line.id);
    await user.keyboard("r");
    expect(within(await screen.findByRole("dialog", { name: /Reject Ada/ })).getByText("For Backend Engineer")).toBeTruthy();
  });

  it("is named no job where there is but one in process", async () => {
    answers["candidate"] = () => ({ ...person("ada", "Ada Lovelace"), applications: [{ ...application, id: "first" }, { ...application, id: "other", job: "Site Lead", stage: archived }] });
    await open();
    expect(screen.queryByText(/^For /)).toBeNull();
  });
});

describe("notes", () => {
  it("say where to make a template where there is none yet", async () => {
    const user = await open();
    await user.click(screen.getByRole("textbox", { name: "Write a note" }));
    await user.keyboard("/");
    expect(await screen.findByText("No template yet.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "New template…" }));
    expect(await screen.findByRole("dialog", { name: "Templates" })).toBeTruthy();
    expect(screen.queryByText("No template yet.")).toBeNull();
  });

  it("stand with who wrote them, and whether they are private", async () => {
    notes = { fetched_at: "2026-11-23T08:00:00.000Z", notes: [{ id: "n", author: "Dana Whitlock", created_at: "2026-11-22T08:00:00.000Z", private: true, html: "<p>Knows <b>Raft</b></p>" }] };
    await open();
    const note = await screen.findByRole("article");
    expect(within(note).getByText("Dana Whitlock")).toBeTruthy();
    expect(within(note).getByText("Raft").tagName).toBe("B");
    expect(within(note).getByText("Private")).toBeTruthy();
  });

  it("say when they were not read yet, and when there are none", async () => {
    await open();
    await screen.findByText("Notes are not read yet. They come with the next connection to Ashby.");
    cleanup();
    notes = { fetched_at: "2026-11-23T08:00:00.000Z", notes: [] };
    await open();
    await screen.findByText("No notes yet.");
  });
});

describe("a résumé", () => {
  it("that cannot be had says why and can be asked for again", async () => {
    const user = await open();
    await screen.findByText("Ashby cannot be reached. Connect, then try again.");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => { expect(platform.resume).toHaveBeenCalledTimes(2); });
  });

  it("that does not exist is not asked for", async () => {
    answers["candidate"] = ({ id }: { id: string }) => ({ ...person(id, "Ada Lovelace"), resume: null });
    await open();
    await screen.findByText("Ada Lovelace has no résumé in Ashby.");
    expect(platform.resume).not.toHaveBeenCalled();
  });
});

describe("fields", () => {
  it("show custom fields by their titles", async () => {
    await open({ tab: "fields" });
    expect(screen.getByText("Notice")).toBeTruthy();
    expect(screen.getByText("2 months")).toBeTruthy();
  });
});
