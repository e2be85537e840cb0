// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { invalidate, newClient } from "../../query";
import { CandidateScreen, type CandidateTab } from "./CandidateScreen";

const ID = "cand-00002";
let computer: ReturnType<typeof fake>;

beforeEach(() => {
  computer = fake({ search: "?quiet&offline" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.spyOn(platform, "resume").mockRejectedValue({ code: "REMOTE.SERVICE_UNAVAILABLE", message: "Away.", cure: "Wait.", request_id: null });
  // jsdom knows none of these.
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  document.execCommand = () => true;
  Element.prototype.scrollIntoView = () => undefined;
});

async function open(tab: CandidateTab = "fields") {
  const user = userEvent.setup();
  const client = newClient();
  computer.onChange((tags) => { void invalidate(client, tags); });
  const { unmount } = render(<QueryClientProvider client={client}><CandidateScreen id={ID} tab={tab} onTab={() => undefined} onOpen={() => undefined} onProject={() => undefined} onBack={() => undefined} /><Toasts /></QueryClientProvider>);
  await screen.findByRole("button", { name: "Tag" });
  return { user, unmount };
}

describe("tags in the header", () => {
  it("are put on by a few letters, marked as not sent, and taken off with a way back", async () => {
    const { user } = await open();
    await user.keyboard("t");
    await user.type(await screen.findByRole("combobox", { name: "Add a tag" }), "Completely new");
    await user.click(await screen.findByRole("option", { name: "Make the tag “Completely new”" }));
    await screen.findByRole("img", { name: "Completely new, not sent yet" });
    await user.click(screen.getByRole("button", { name: "Take off the tag Completely new" }));
    await waitFor(() => { expect(screen.queryByRole("button", { name: "Take off the tag Completely new" })).toBeNull(); });
  });
});

describe("a note", () => {
  it("is sent as plain text while it has no formatting, stands at once, and can be taken back while it waits", async () => {
    const { user } = await open();
    const field = screen.getByRole("textbox", { name: "Write a note" });
    field.textContent = "Call on Monday";
    fireEvent.input(field);
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    const note = (await screen.findByText("Call on Monday", { selector: "article *" })).closest("article");
    expect(platform.call).toHaveBeenCalledWith("add_note_to_candidate", { candidate_id: ID, content: "Call on Monday" });
    expect(field.textContent).toBe("");
    if (!note) throw new Error("no note");
    await user.click(within(note).getByRole("button", { name: "Undo" }));
    await waitFor(() => { expect(screen.queryByText("Call on Monday", { selector: "article *" })).toBeNull(); });
  });

  it("leaves the field at once: pressed twice it is sent once, and what is typed meanwhile stays", async () => {
    await open();
    const answered = vi.mocked(platform.call).getMockImplementation() as unknown as (name: string, input: unknown) => Promise<unknown>;
    const taken: (() => void)[] = [];
    vi.mocked(platform.call).mockImplementation((async (name: string, input: unknown) => {
      if (name === "add_note_to_candidate") await new Promise<void>((resolve) => { taken.push(resolve); });
      return answered(name, input);
    }) as never);
    const field = screen.getByRole("textbox", { name: "Write a note" });
    field.textContent = "Call on Tuesday";
    fireEvent.input(field);
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    field.textContent = "Ask about";
    fireEvent.input(field);
    expect(taken).toHaveLength(1);
    for (const go of taken) go();
    await screen.findByText("Call on Tuesday", { selector: "article *" });
    expect(field.textContent).toBe("Ask about");
  });

  it("that is refused is in the field again", async () => {
    await open();
    const field = screen.getByRole("textbox", { name: "Write a note" });
    vi.mocked(platform.call).mockRejectedValue({ code: "STORE.DISK_FULL", message: "The disk is full.", cure: "Make room.", request_id: null });
    field.textContent = "Call on Friday";
    fireEvent.input(field);
    fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
    expect(field.textContent).toBe("");
    await waitFor(() => { expect(field.textContent).toBe("Call on Friday"); });
    expect(screen.getAllByText(/The disk is full/).length).toBeGreaterThan(0);
  });

  it("keeps what Ashby keeps, and can be private", async () => {
    const { user } = await open();
    const field = screen.getByRole("textbox", { name: "Write a note" });
    field.innerHTML = "<strong>Raft</strong><script>x</script>";
    fireEvent.input(field);
    await user.click(screen.getByRole("button", { name: "Private" }));
    await user.click(screen.getByRole("button", { name: "Add note" }));
    await waitFor(() => { expect(platform.call).toHaveBeenCalledWith("add_note_to_candidate", { candidate_id: ID, content: expect.stringMatching(/^<b>Raft<\/b>/) as string, html: true, private: true }); });
  });
});

describe("rejecting", () => {
  it("takes the reason by its number, and mails nobody", async () => {
    const { user } = await open();
    await screen.findByRole("button", { name: /Reject/ });
    await user.keyboard("r");
    expect(await screen.findByText("No mail is sent")).toBeTruthy();
    await user.keyboard("2");
    await waitFor(() => { expect(vi.mocked(platform.call).mock.calls.some(([name]) => name === "reject_application")).toBe(true); });
  });
});

const drop = (file: File) => { fireEvent.drop(screen.getByRole("region", { name: "Applications" }), { dataTransfer: { types: ["Files"], files: [file] } }); };

describe("a dropped file", () => {

  it("is asked about before it is sent", async () => {
    const { user } = await open("files");
    drop(new File(["%PDF-1.4"], "New CV.pdf", { type: "application/pdf" }));
    await screen.findByRole("heading", { name: "What is New CV.pdf?" });
    await user.click(screen.getByRole("button", { name: "As résumé" }));
    await waitFor(() => { expect(platform.call).toHaveBeenCalledWith("add_attachment_to_candidate", { candidate_id: ID, attachment: { name: "New CV.pdf", content_type: "application/pdf", data: btoa("%PDF-1.4"), type: "CV" } }); });
    await screen.findByRole("button", { name: "Open New CV.pdf" });
  });

  it("that is empty is refused with the reason", async () => {
    await open("files");
    drop(new File([], "Empty.pdf"));
    await screen.findByText("Empty.pdf is empty.");
    expect(vi.mocked(platform.call).mock.calls.some(([name]) => name === "add_attachment_to_candidate")).toBe(false);
  });
});

describe("sections of a person", () => {
  it("say how old the answers are, and how much of them is here only where that is not all", async () => {
    const call = vi.mocked(platform.call).getMockImplementation() as unknown as (name: string, input: unknown) => Promise<object>;
    vi.mocked(platform.call).mockImplementation((async (name: string, input: unknown) => {
      const answer = await call(name, input);
      return name === "candidate_answers" ? { ...answer, coverage } : answer;
    }) as never);
    let coverage = { have: 2, of: 2, as_of: new Date().toISOString() };
    const { unmount } = await open("answers");
    expect((await screen.findAllByText("Why Halden?")).length).toBeGreaterThan(0);
    expect(screen.getByText(/^\d+ answers? · as of$/)).toBeTruthy();
    unmount();
    coverage = { ...coverage, have: 1 };
    await open("answers");
    expect(await screen.findByText(/ · answers of 1 of 2 applications read, as of$/)).toBeTruthy();
  });

  it("tell what happened, newest first", async () => {
    await open("timeline");
    const items = within(await screen.findByRole("region", { name: "Timeline" })).getAllByRole("listitem");
    expect(items.at(-1)?.textContent).toContain("Added to Ashby");
  });
});
