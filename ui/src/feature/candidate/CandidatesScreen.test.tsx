import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CandidateListInput, CandidatePage } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { CandidatesScreen } from "./CandidatesScreen";
import type { CandidateSearch } from "./list";
import { withLayout } from "./table/layout.testing";

const TOTAL = 1_000_000;

function page({ query, offset, limit }: CandidateListInput, total: number): CandidatePage {
  const rows = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, place) => ({
    id: `${query}-${String(offset + place)}`, name: `${query === "" ? "Person" : query} ${String(offset + place)}`, title: null, company: null, location: null, email: null,
    tags: [], source: null, applications: 1, application: null, job: null, stage: null, updated_at: null, created_at: null, pending: false,
    ...(query === "welsh" && { title: "Nurse", found_in: { kind: "notes" as const, snippet: "… speaks Welsh at home" } }),
  }));
  return { total, exact: true, rows, took_us: 4_000, problems: [], coverage: { total: TOTAL, as_of: null, complete: true }, text: { have: 8, of: 9, failed: 0, as_of: "2026-01-01T00:00:00Z" } };
}

let restore: () => void;
let asked: CandidateListInput[];
/** Answers held back by their query, to be given in any order. */
let held: Map<string, () => void>;

beforeEach(() => {
  restore = withLayout();
  asked = [];
  held = new Map();
  vi.spyOn(platform, "call").mockImplementation(((name: string, input: CandidateListInput) => {
    if (name === "list_views") return Promise.resolve([]);
    if (name !== "list_candidates") return Promise.resolve(null);
    asked.push(input);
    const answer = page(input, input.query === "nobody" ? 0 : input.query === "" ? TOTAL : 40);
    if (!input.query.startsWith("slow")) return Promise.resolve(answer);
    return new Promise((resolve) => { held.set(input.query, () => { resolve(answer); }); });
  }) as never);
});
afterEach(() => { cleanup(); restore(); });

function Desk({ onOpen }: { onOpen: (id: string) => void }) {
  const [search, setSearch] = useState<CandidateSearch>({});
  return <CandidatesScreen search={search} onSearch={setSearch} onReview={() => undefined} onOpen={onOpen} />;
}
const open = (onOpen: (id: string) => void = () => undefined) => {
  render(<QueryClientProvider client={newClient()}><Desk onOpen={onOpen} /></QueryClientProvider>);
  return userEvent.setup();
};
const row = (name: string) => screen.findByRole("row", { name });
const field = () => screen.getByLabelText("Search people");
const ways = () => screen.queryByRole("group", { name: "Ways to narrow the search" });

describe("a list of a million people", () => {
  it("draws and loads only the rows on screen", async () => {
    open();
    await row("Person 0");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    expect(asked.every(({ limit }) => limit <= 100)).toBe(true);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(TOTAL + 1));
  });

  it("reaches the last person by one key", async () => {
    const user = open();
    await waitFor(async () => { expect(document.activeElement).toBe(await row("Person 0")); });
    await user.keyboard("{End}");
    await row("Person 999999");
    expect(asked.some(({ offset }) => offset === TOTAL - 100)).toBe(true);
  });

  it("keeps unloaded rows as placeholders of the same height", async () => {
    open();
    await row("Person 0");
    const grid = screen.getByRole("grid");
    grid.scrollTop = 5_000_000;
    fireEvent.scroll(grid);
    expect(screen.getAllByRole("row").some((one) => one.getAttribute("aria-busy") === "true")).toBe(true);
  });

  it("opens the focused person", async () => {
    const opened = vi.fn();
    const user = open(opened);
    await waitFor(async () => { expect(document.activeElement).toBe(await row("Person 0")); });
    await user.keyboard("jj{Enter}");
    expect(opened).toHaveBeenCalledWith("-2");
  });
});

describe("searching", () => {
  it("asks with each key", async () => {
    const user = open();
    await row("Person 0");
    await user.type(field(), "ada");
    await row("ada 0");
    expect(asked.map(({ query }) => query)).toEqual(expect.arrayContaining(["a", "ad", "ada"]));
  });

  it("shows where a word stands that the row does not show, and how many résumés were looked into", async () => {
    const user = open();
    await row("Person 0");
    expect(screen.queryByText(/résumés read/)).toBeNull();
    expect(screen.queryByRole("columnheader", { name: "Found in" })).toBeNull();
    await user.type(field(), "welsh");
    const found = await row("welsh 0");
    expect(found.textContent).toContain("Notes… Welsh at home");
    expect(found.textContent).toContain("Nurse");
    expect(screen.getByRole("columnheader", { name: "Found in" })).toBeTruthy();
    expect(Array.from(found.querySelectorAll("mark"), (mark) => mark.textContent)).toContain("Welsh");
    expect(screen.getByText(/text of 8 of 9 résumés read/)).toBeTruthy();
  });

  it("offers ways to narrow the search beside the count, and none where nothing can follow", async () => {
    const user = open();
    await row("Person 0");
    await user.type(field(), "status:liv");
    expect(ways()?.querySelector("button")?.textContent).toBe("live");
    expect(ways()?.parentElement).toBe(field().closest("[role=search]")?.parentElement);
    await user.type(field(), "e");
    expect(ways()).toBeNull();
    await user.type(field(), " company:Acme");
    expect(ways()?.textContent).toContain("takes any words");
  });

  it("keeps the old list until the answer is there", async () => {
    const user = open();
    await row("Person 0");
    await user.click(field());
    await user.paste("slow");
    expect(screen.getByRole("row", { name: "Person 0" })).toBeTruthy();
    held.get("slow")?.();
    await row("slow 0");
    expect(screen.queryByRole("row", { name: "Person 0" })).toBeNull();
  });

  it("drops an answer that comes after a newer one", async () => {
    const user = open();
    await row("Person 0");
    await user.type(field(), "slow1");
    await user.clear(field());
    await user.type(field(), "slow2");
    held.get("slow2")?.();
    await row("slow2 0");
    held.get("slow1")?.();
    await new Promise((resolve) => { setTimeout(resolve, 20); });
    expect(screen.getByRole("row", { name: "slow2 0" })).toBeTruthy();
    expect(screen.queryByRole("row", { name: "slow1 0" })).toBeNull();
  });

  it("says when nobody matches and leads back", async () => {
    const user = open();
    await row("Person 0");
    await user.type(field(), "nobody");
    await screen.findByText("Nobody matches “nobody”.");
    await user.click(screen.getByRole("button", { name: "Clear the search" }));
    await row("Person 0");
  });
});
