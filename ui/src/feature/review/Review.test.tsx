import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { forget } from "./kept";
import { ReviewScreen } from "./ReviewScreen";

// Drawing a PDF needs a canvas; what is decided does not.
vi.mock("../candidate/resume/PdfPages", () => ({ default: () => null }));

let world: ReturnType<typeof fake>;
let asked: { name: string; input: Record<string, unknown> }[];
let onClose: ReturnType<typeof vi.fn<() => void>>;
let refuse: string | null;
/** What the engine answers otherwise than the fake one. */
let instead: Record<string, (input: never) => unknown>;

beforeEach(() => {
  world = fake({ search: "?quiet&offline", now: () => Date.parse("2026-11-23T10:00:00Z") });
  forget();
  asked = [];
  refuse = null;
  instead = {};
  onClose = vi.fn();
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: Record<string, unknown>) => {
    asked.push({ name, input });
    if (name === refuse) return Promise.reject(Object.assign(new Error("no"), { code: "INTEGRATION.PERMISSION_MISSING", message: "This key may not.", cure: "Ask an admin.", request_id: null }));
    const answer = instead[name];
    return answer ? Promise.resolve(answer(input as never)) : world.call(name as never, input as never);
  }) as never);
  vi.spyOn(platform, "resume").mockImplementation((id) => world.resume(id));
});

async function open() {
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><ReviewScreen kind="job" id="job-001" onClose={onClose} onPerson={() => undefined} /></QueryClientProvider>);
  await screen.findByTestId("review");
  await ready();
  return user;
}
/** Until the keys can act on who is shown. */
const ready = () => screen.findByRole("button", { name: /Advance to/ });
const undoIsOff = () => screen.getByRole("button", { name: /^U\s*Undo$/ }).getAttribute("aria-disabled");
const shown = () => screen.getByRole("complementary", { name: "Facts and answers" }).querySelector("h2")?.textContent;
const of = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);
const place = () => screen.getByTestId("review").dataset.place;
const on = async (to: string) => { await waitFor(() => { expect(place()).toBe(to); }); await ready(); };

describe("a review by keyboard", () => {
  it("advances, rejects by number, and skips, each with one stroke or two", async () => {
    const user = await open();
    const total = Number(screen.getByText(/^1 of \d+$/).textContent.split(" of ")[1]);
    await user.keyboard("a");
    await on("1");
    await user.keyboard("r");
    await screen.findByRole("dialog", { name: "Reject, and why?" });
    await user.keyboard("2");
    await on("2");
    await user.keyboard("s");
    await on("3");
    expect(of("move_application_to_stage")).toHaveLength(1);
    expect(of("reject_application").map((input) => input["rejection_reason_id"])).toEqual(["reason-2"]);
    expect(screen.getByText("1 advanced · 1 rejected · 1 skipped")).toBeTruthy();
    expect(screen.getByText(`4 of ${String(total)}`)).toBeTruthy();
  });

  it("takes the last decision back and shows the person again", async () => {
    const user = await open();
    const first = shown();
    expect(undoIsOff()).toBe("true");
    await user.keyboard("a");
    await on("1");
    expect(undoIsOff()).toBeNull();
    await waitFor(() => { expect(of("move_application_to_stage")).toHaveLength(1); });
    await user.keyboard("u");
    await on("0");
    expect(undoIsOff()).toBe("true");
    await waitFor(() => { expect(shown()).toBe(first); });
    expect(of("undo")).toHaveLength(1);
    expect(screen.getByText("0 advanced · 0 rejected · 0 skipped")).toBeTruthy();
  });

  it("says of who was decided on what was decided, decides nothing twice, and takes that back first", async () => {
    const user = await open();
    await user.keyboard("r");
    await screen.findByRole("dialog", { name: /^Reject/ });
    await user.keyboard("1");
    await on("1");
    await waitFor(() => { expect(of("reject_application")).toHaveLength(1); });
    await user.keyboard("a");
    await on("2");
    await user.keyboard("kk");
    expect((await screen.findByText(/^Rejected by you at /)).getAttribute("role")).toBe("status");
    await user.keyboard("ra");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await screen.findByText(/^Undo that first/)).toBeTruthy();
    expect([of("reject_application").length, of("move_application_to_stage").length]).toEqual([1, 1]);
    await user.keyboard("u");
    await waitFor(() => { expect(screen.getByText("1 advanced · 0 rejected · 0 skipped")).toBeTruthy(); });
    expect(screen.queryByText(/^Rejected by you/)).toBeNull();
    await on("0");
  });

  it("does not count what the engine refuses", async () => {
    const user = await open();
    refuse = "move_application_to_stage";
    await user.keyboard("a");
    await on("0");
    expect(await screen.findByText("0 advanced · 0 rejected · 0 skipped")).toBeTruthy();
  });

  it("has the next three ready before they are shown", async () => {
    const resume = vi.mocked(platform.resume);
    await open();
    await waitFor(() => { expect(new Set(of("candidate").map((input) => input["id"])).size).toBe(4); });
    await waitFor(() => { expect(resume.mock.calls.length).toBeGreaterThanOrEqual(3); });
  });

  it("ends with what was decided, and goes back to those skipped", async () => {
    const user = await open();
    const total = Number(screen.getByText(/^1 of \d+$/).textContent.split(" of ")[1]);
    for (let index = 0; index < total; index += 1) await user.keyboard("s");
    await screen.findByTestId("review-summary");
    expect(screen.getByRole("heading", { name: `${String(total)} people reviewed` })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: `Review the ${String(total)} skipped` }));
    await on("0");
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe("tags in a review", () => {
  it("are put on one after the other, and Escape then leaves only the question", async () => {
    const user = await open();
    await user.keyboard("t");
    await screen.findByRole("dialog", { name: /^Tag / });
    await user.click(await screen.findByRole("combobox"));
    await user.keyboard("Robots{Enter}Night shift{Enter}");
    await waitFor(() => { expect(of("add_tag_to_candidate").map((input) => input["tag"])).toEqual([{ name: "Robots" }, { name: "Night shift" }]); });
    expect(of("remove_tag_from_candidate")).toEqual([]);
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); });
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe("a review that is left", () => {
  it("is come back to at the same person, with what was decided, which can still be taken back", async () => {
    const user = await open();
    await user.keyboard("a");
    await on("1");
    await user.keyboard("s");
    await on("2");
    await user.keyboard("j");
    await on("3");
    const there = shown();
    cleanup();
    const again = await open();
    expect(shown()).toBe(there);
    expect(screen.getByText("1 advanced · 0 rejected · 1 skipped")).toBeTruthy();
    await again.keyboard("u");
    await on("1");
    await again.keyboard("u");
    await on("0");
    expect(of("undo")).toHaveLength(1);
  });

  it("begins anew once it is through", async () => {
    const user = await open();
    const total = Number(screen.getByText(/^1 of \d+$/).textContent.split(" of ")[1]);
    for (let index = 0; index < total; index += 1) await user.keyboard("s");
    await screen.findByTestId("review-summary");
    await user.keyboard("{Escape}");
    cleanup();
    await open();
    expect(screen.getByText("0 advanced · 0 rejected · 0 skipped")).toBeTruthy();
  });
});

describe("keywords", () => {
  it("take the name of their group from the first of them where it has none", async () => {
    const user = await open();
    await user.keyboard("w");
    await user.type(await screen.findByRole("textbox", { name: "Words" }), "Rust, Kafka");
    await user.click(screen.getByRole("button", { name: "Keep the keywords" }));
    await waitFor(() => { expect(of("set_setting")).toEqual([{ key: "keyword_groups", value: '[{"name":"Rust","words":["Rust","Kafka"]}]' }]); });
  });

  it("are asked for where a group has none, instead of being lost", async () => {
    const user = await open();
    await user.keyboard("w");
    await user.type(await screen.findByRole("textbox", { name: "Group" }), "rust, kafka");
    await user.click(screen.getByRole("button", { name: "Keep the keywords" }));
    expect(await screen.findByText("Which words belong to “rust, kafka”?")).toBeTruthy();
    expect(of("set_setting")).toEqual([]);
  });
});

describe("the facts in a review", () => {
  it("end with the latest notes", async () => {
    instead["candidate_notes"] = () => ({ fetched_at: "2026-11-23T08:00:00.000Z", notes: ["Asks for four days", "Knows Raft", "Met at a fair", "Old"].map((text, index) => ({ id: String(index), author: "Dana Whitlock", created_at: "2026-11-22T08:00:00.000Z", private: false, html: `<p>${text}</p>` })) });
    await open();
    const notes = await screen.findByRole("region", { name: "Latest notes" });
    expect(within(notes).getAllByRole("article").map(({ textContent }) => textContent)).toEqual(["Asks for four days", "Knows Raft", "Met at a fair"].map((text) => expect.stringMatching(new RegExp(`Dana Whitlock.*${text}$`))));
    expect(within(notes).getByText("4 in all")).toBeTruthy();
  });
});

describe("the foot of a review", () => {
  it("says what was done to whom until it is taken back", async () => {
    const user = await open();
    const first = shown() ?? "";
    await user.keyboard("r");
    await screen.findByRole("dialog", { name: "Reject, and why?" });
    await user.keyboard("2");
    await on("1");
    expect(screen.getByTestId("review-said").textContent).toMatch(new RegExp(`^Rejected ${first}: `));
    await waitFor(() => { expect(of("reject_application")).toHaveLength(1); });
    await user.keyboard("u");
    await on("0");
    expect(screen.queryByTestId("review-said")).toBeNull();
  });
});

/** Gives everybody a résumé that is no PDF. */
const docx = () => { instead["candidate"] = async (input: { id: string }) => ({ ...(await world.call("candidate", input)), resume: { name: "CV.docx" } }); };
const paper = () => screen.getByRole("region", { name: "CV.docx" });

describe("the résumé in a review", () => {
  it("shows the words of a file that is no PDF, the keywords in it marked and counted", async () => {
    docx();
    instead["setting"] = () => '[{"name":"Systems","words":["rust","distributed systems"]},{"name":"Ops","words":["kube*"]}]';
    instead["file_text"] = () => ({ text: "Experience\nRust, rusty, distributed\nsystems\n• Kubernetes", next: null, unreadable: null });
    await open();
    await waitFor(() => { expect([...paper().querySelectorAll("mark")].map(({ textContent, dataset }) => `${textContent} ${dataset["tone"] ?? ""}`)).toEqual(["Rust 1", "distributed 1", "systems 1", "Kubernetes 2"]); });
    expect(screen.getByRole("button", { name: "Systems 2" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Ops 1" })).toBeTruthy();
    expect(vi.mocked(platform.resume)).not.toHaveBeenCalled();
  });

  it("does not say 0 of a keyword before it has counted", async () => {
    docx();
    instead["setting"] = () => '[{"name":"Systems","words":["rust"]}]';
    instead["file_text"] = () => new Promise(() => undefined);
    await open();
    expect(await screen.findByRole("button", { name: "Systems …" })).toBeTruthy();
  });

  it("offers to keep a file that has no words to show", async () => {
    docx();
    instead["file_text"] = () => ({ text: "", next: null, unreadable: "encrypted" });
    const save = vi.spyOn(platform, "saveFile").mockResolvedValue("/home/ada/CV.docx");
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Save to the downloads" }));
    await waitFor(() => { expect(save).toHaveBeenCalledOnce(); });
  });
});
