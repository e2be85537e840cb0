import { useState } from "react";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CandidateListInput, CandidatePage, CandidateRow } from "../../bindings/types";
import { KeyList } from "../../command/KeySheet";
import { Toasts, keysNow, wearKeymap } from "../../component";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { useQueue } from "../review/queue";
import { CandidatesScreen } from "./CandidatesScreen";
import type { CandidateSearch } from "./list";
import { withLayout } from "./table/layout.testing";

const REASONS = [{ id: "skills", name: "Skills do not match" }, { id: "salary", name: "Salary beyond the band" }];
const KINDS = ["Active", "Active", "Archived", "Offer", "Hired"];

let total: number;
let restore: () => void;
let asked: { name: string; input: unknown }[];
const inputs = (name: string) => asked.filter((one) => one.name === name).map(({ input }) => input);

/** Every fifth is archived, every fifth hired; the tenth has never applied. */
function person(index: number): CandidateRow {
  const kind = KINDS[index % 5] ?? "Active";
  const applied = index % 10 !== 9;
  return {
    id: `p${String(index)}`, name: `Person ${String(index)}`, title: null, company: "Orrery", location: "Tallinn", email: null, tags: [], source: "Referral", applications: applied ? 1 : 0,
    application: applied ? `a${String(index)}` : null, job: applied ? "Engineer" : null, stage: applied ? { id: kind, name: kind, kind } : null, updated_at: null, created_at: null, pending: false,
  };
}

function page({ query, offset, limit }: CandidateListInput): CandidatePage {
  const all = query === "" ? total : 3;
  const rows = Array.from({ length: Math.max(0, Math.min(limit, all - offset)) }, (_, place) => person(offset + place));
  return { total: all, exact: true, rows, took_us: 1, problems: [], coverage: { total: all, as_of: null, complete: true } };
}

beforeEach(() => {
  restore = withLayout();
  localStorage.clear();
  total = 20;
  asked = [];
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: CandidateListInput) => {
    asked.push({ name, input });
    switch (name) {
      case "list_candidates": return Promise.resolve(page(input));
      case "list_views": case "list_projects": return Promise.resolve([]);
      case "list_rows": return Promise.resolve({ results: [{ name: "Rust" }], next: null });
      case "rejection_reasons": return Promise.resolve(REASONS);
      case "act_many": case "add_tag_to_candidate": case "reject_application": case "add_note_to_application": return Promise.resolve({ intent_id: "one", label: "Done", undo: true });
      default: return Promise.resolve(null);
    }
  }) as never);
});
afterEach(() => { cleanup(); restore(); });

/** The people the bench would begin with. */
const Queue = () => <p data-testid="queue">{useQueue("selection", "now").data?.items.map(({ candidate, application }) => `${candidate} ${application ?? ""}`).join(", ")}</p>;

function Desk({ onReview }: { onReview: () => void }) {
  const [search, setSearch] = useState<CandidateSearch>({});
  return <><CandidatesScreen search={search} onSearch={setSearch} onReview={onReview} onOpen={() => undefined} /><Toasts /></>;
}
async function open(onReview: () => void = () => undefined, client: QueryClient = newClient(), at = 0) {
  const shown = render(<QueryClientProvider client={client}><Desk onReview={onReview} /></QueryClientProvider>);
  await waitFor(() => { expect(document.activeElement).toBe(row(at)); });
  return { user: userEvent.setup(), ...shown };
}
const row = (index: number): HTMLElement => screen.getByRole("row", { name: `Person ${String(index)}` });
const check = (index: number): HTMLElement => row(index).querySelector<HTMLElement>("[data-check]") ?? row(index);
const chosen = () => screen.getAllByRole("row").filter((one) => one.getAttribute("aria-selected") === "true").map((one) => one.getAttribute("aria-label"));
const bar = () => screen.queryByRole("toolbar", { name: "What is selected" });
const names = (...indexes: number[]) => indexes.map((index) => `Person ${String(index)}`);
const heads = () => screen.getAllByRole("columnheader").map((head) => head.textContent);
const keyOf = (label: string) => screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
const verbs = () => within(screen.getByRole("menu")).getAllByRole("menuitem").map((item) => item.textContent);
const announced = () => document.getElementById("announcements")?.textContent;

describe("choosing people", () => {
  it("one by one and further on by key, and says how many", async () => {
    const { user } = await open();
    expect(screen.getByRole("grid").getAttribute("aria-multiselectable")).toBe("true");
    await user.keyboard("x{Shift>}{ArrowDown}{/Shift}{Shift>}J{/Shift}");
    expect(chosen()).toEqual(names(0, 1, 2));
    expect(bar()?.textContent).toContain("3 selected");
    expect(announced()?.trim()).toBe("3 selected");
    expect(document.activeElement).toBe(row(2));
    await user.keyboard("x");
    expect(chosen()).toEqual(names(0, 1));
  });

  it("by the check and by a press with a key, which show nobody", async () => {
    const { user } = await open();
    await user.click(check(1));
    await user.keyboard("{Control>}");
    await user.click(row(3));
    await user.keyboard("{/Control}");
    expect(chosen()).toEqual(names(1, 3));
    await user.keyboard("{Shift>}");
    await user.click(row(5));
    await user.keyboard("{/Shift}");
    expect(chosen()).toEqual(names(1, 3, 4, 5));
    expect(screen.queryByRole("complementary", { name: "Peek" })).toBeNull();
  });

  it("is not needed for the verbs of the menu, which then speak of one person", async () => {
    const { user } = await open();
    await user.pointer({ keys: "[MouseRight]", target: row(1) });
    await waitFor(() => { expect(verbs()).toContain("ReviewV"); });
    await user.keyboard("{Escape}");
    await user.click(check(1));
    await user.pointer({ keys: "[MouseRight]", target: row(1) });
    await waitFor(() => { expect(verbs()).toContain("Review those selectedV"); });
  });

  it("over rows that are not loaded", async () => {
    total = 1_000;
    const { user } = await open();
    await user.click(check(0));
    const grid = screen.getByRole("grid");
    grid.scrollTop = 36 * 250;
    grid.dispatchEvent(new Event("scroll"));
    await screen.findByRole("row", { name: "Person 255" });
    await user.keyboard("{Shift>}");
    await user.click(row(255));
    await user.keyboard("{/Shift}");
    await waitFor(() => { expect(bar()?.textContent).toContain("256 selected"); });
  });

  it("everybody found, by key and by the head", async () => {
    const { user } = await open();
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => { expect(bar()?.textContent).toContain("20 selected"); });
    const head = screen.getByRole("checkbox", { name: "Select everybody found" });
    expect(head.getAttribute("aria-checked")).toBe("true");
    await user.click(head);
    expect(bar()).toBeNull();
    await user.click(head);
    await waitFor(() => { expect(bar()?.textContent).toContain("20 selected"); });
  });

  it("as many as one gesture takes, and says that there are more", async () => {
    total = 98_412;
    const { user } = await open();
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => { expect(bar()?.textContent).toContain("500 selectedof 98,412 people, the most at once"); });
    expect(announced()).toContain("500 of 98,412 people selected");
  });

  it("lets go with Escape before the peek is closed and the search cleared", async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText("Search people"), "orr");
    await waitFor(() => { expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("4"); });
    await user.keyboard("{Enter}");
    await user.keyboard("x ");
    await screen.findByRole("complementary", { name: "Peek" });
    await user.keyboard("{Escape}");
    expect(bar()).toBeNull();
    expect(screen.getByRole("complementary", { name: "Peek" })).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary", { name: "Peek" })).toBeNull();
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("21"); });
  });

  it("lets go first also from the search field", async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText("Search people"), "orr");
    await waitFor(() => { expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("4"); });
    await user.click(check(1));
    await user.click(screen.getByLabelText("Search people"));
    await user.keyboard("{Escape}");
    expect(bar()).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>("Search people").value).toBe("orr");
  });

  it("stays in another order, and ends with another search", async () => {
    const { user } = await open();
    await user.keyboard("x");
    await user.click(screen.getByRole("button", { name: "Name" }));
    await waitFor(() => { expect(inputs("list_candidates")).toContainEqual(expect.objectContaining({ sort: "name" })); });
    expect(bar()?.textContent).toContain("1 selected");
    await user.type(screen.getByLabelText("Search people"), "orr");
    await waitFor(() => { expect(bar()).toBeNull(); });
  });

  it("is found again where the list was left", async () => {
    const client = newClient();
    const { user, unmount } = await open(undefined, client);
    await user.keyboard("xjx");
    unmount();
    await open(undefined, client, 1);
    expect(chosen()).toEqual(names(0, 1));
  });
});

describe("keys of one's own for choosing", () => {
  afterEach(() => { wearKeymap({}); });

  it("choose and review, and are those on the bar and the sheet of keys", async () => {
    const onReview = vi.fn();
    const { user } = await open(onReview);
    wearKeymap({ x: "z", v: "y" });
    await user.keyboard("xz");
    expect(chosen()).toEqual(names(0));
    expect(within(bar() ?? document.body).getByRole("button", { name: /^Review/ }).textContent).toBe("ReviewY");
    render(<KeyList keys={keysNow()} />);
    expect([keyOf("Select"), keyOf("Review those selected")]).toEqual(["Z", "Y"]);
    row(0).focus();
    await user.keyboard("vy");
    expect(onReview).toHaveBeenCalledOnce();
    await user.keyboard("{Shift>}Z{/Shift}");
    await waitFor(() => { expect(bar()?.textContent).toContain("20 selected"); });
  });
});

describe("acting on many", () => {
  it("tags everybody chosen in one gesture", async () => {
    const { user } = await open();
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}t");
    await screen.findByRole("dialog", { name: "Tag 3 people" });
    await user.type(screen.getByRole("combobox"), "Rust{Enter}");
    await waitFor(() => { expect(inputs("act_many")).toEqual([{ action: "add_tag_to_candidate", inputs: ["p0", "p1", "p2"].map((candidate_id) => ({ candidate_id, tag: { name: "Rust" } })) }]); });
    expect(bar()?.textContent).toContain("3 selected");
  });

  it("rejects who is in process and says how many are left out", async () => {
    const { user } = await open();
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}r");
    const dialog = await screen.findByRole("dialog", { name: "Reject 3 people, and why?" });
    expect(within(dialog).getByText("2 of those selected have no application in process and are left out.")).toBeTruthy();
    await user.keyboard("1");
    await waitFor(() => { expect(inputs("act_many")).toEqual([{ action: "reject_application", inputs: ["a0", "a1", "a3"].map((application_id) => ({ application_id, rejection_reason_id: "skills" })) }]); });
    expect(bar()?.textContent).toContain("2 selected");
  });

  it("says why nobody can be rejected, and sends nothing", async () => {
    const { user } = await open();
    await user.click(check(2));
    await user.click(check(4));
    await user.keyboard("r");
    await screen.findByText("None of the 2 people selected has an application in process.");
    expect(screen.getByText("Open a person to add them to a job, or to take an ended application back into process.")).toBeTruthy();
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(inputs("rejection_reasons")).toEqual([]);
  });

  it("writes a note on who has an application, ended or not", async () => {
    const { user } = await open();
    for (const index of [2, 9, 3]) await user.click(check(index));
    await user.keyboard("n");
    const dialog = await screen.findByRole("dialog", { name: "Note on 2 people" });
    expect(within(dialog).getByText("1 of those selected has no application and is left out.")).toBeTruthy();
    await user.type(within(dialog).getByRole("textbox"), "Silver medallist{Control>}{Enter}{/Control}");
    await waitFor(() => { expect(inputs("act_many")).toEqual([{ action: "add_note_to_application", inputs: ["a2", "a3"].map((application_id) => ({ application_id, content: "Silver medallist" })) }]); });
  });

  it("acts on the person in hand where nobody is chosen", async () => {
    const { user } = await open();
    await user.keyboard("jt");
    await screen.findByRole("dialog", { name: "Tag Person 1" });
    await user.type(screen.getByRole("combobox"), "Rust{Enter}{Escape}");
    await waitFor(() => { expect(inputs("add_tag_to_candidate")).toEqual([{ candidate_id: "p1", tag: { name: "Rust" } }]); });
    await waitFor(() => { expect(document.activeElement).toBe(row(1)); });
  });

  it("reviews who is in process", async () => {
    const onReview = vi.fn();
    const { user } = await open(onReview);
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}v");
    expect(onReview).toHaveBeenCalledOnce();
    await screen.findByText("1 of those selected has no application in process and is left out.", { selector: "[role=alertdialog] *" });
    render(<QueryClientProvider client={newClient()}><Queue /></QueryClientProvider>);
    await waitFor(() => { expect(screen.getByTestId("queue").textContent).toBe("p0 a0, p1 a1"); });
  });
});

describe("an account without people", () => {
  it("does not promise that a sync will bring them", async () => {
    total = 0;
    render(<QueryClientProvider client={newClient()}><Desk onReview={() => undefined} /></QueryClientProvider>);
    expect(await screen.findByText("Nobody is in Ashby yet.")).toBeTruthy();
  });
});

describe("the columns", () => {
  it("are chosen by key and remembered; those without room are left out", async () => {
    restore();
    restore = withLayout({ width: 900 });
    const { user, unmount } = await open();
    screen.getByRole("button", { name: "Columns" }).focus();
    await user.keyboard("{Enter}");
    const menu = await screen.findByRole("menu", { name: "Columns" });
    expect(within(menu).getByRole("menuitemcheckbox", { name: /^Name/ }).getAttribute("aria-disabled")).toBe("true");
    expect(within(menu).getByRole("menuitemcheckbox", { name: /^Job/ }).textContent).toContain("where there is room");
    within(menu).getByRole("menuitemcheckbox", { name: "Tags" }).focus();
    await user.keyboard(" ");
    expect(screen.getByRole("menu")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("menu")).toBeNull(); });
    expect(heads()).toEqual(["", "Name", "Title and company", "Stage", "Job", "Updated"]);
    unmount();
    await open();
    expect(heads()).not.toContain("Tags");
  });
});
