import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../../platform";
import { fake } from "../../../platform/fake";
import { newClient } from "../../../query";
import { CandidatesScreen } from "../CandidatesScreen";
import type { CandidateSearch } from "../list";
import { withLayout } from "../table/layout.testing";

const QUERY = "tag:Rust";
const USUAL = ["Name", "Title and company", "Stage", "Job", "Source", "Tags", "Location", "Updated", "Added"];
const without = (...names: string[]) => USUAL.filter((head) => !names.includes(head));

let restore: () => void;
let computer: ReturnType<typeof fake>;
beforeEach(() => {
  restore = withLayout({ width: 1_600 });
  localStorage.clear();
  computer = fake({ search: "?quiet" });
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
});
afterEach(() => { cleanup(); restore(); });

function Desk({ start }: { start: CandidateSearch }) {
  const [search, setSearch] = useState(start);
  return <CandidatesScreen search={search} onSearch={setSearch} onReview={() => undefined} onOpen={() => undefined} />;
}
async function open(start: CandidateSearch = {}) {
  render(<QueryClientProvider client={newClient()}><Desk start={start} /></QueryClientProvider>);
  await screen.findByRole("grid");
  return userEvent.setup();
}
const keep = (name: string, columns: string[]) => computer.call("save_view", { id: null, name, query: QUERY, sort: "relevance", desc: true, columns });
const heads = () => screen.getAllByRole("columnheader").map((head) => head.textContent).filter((head) => head !== "");
const view = (name: string) => screen.findByRole("button", { name });
const isOn = (name: string) => screen.getByRole("button", { name }).getAttribute("aria-pressed") === "true";
const saving = () => screen.queryByRole("button", { name: "Save this view…" });

async function toggle(user: ReturnType<typeof userEvent.setup>, column: string) {
  screen.getByRole("button", { name: "Columns" }).focus();
  await user.keyboard("{Enter}");
  within(await screen.findByRole("menu", { name: "Columns" })).getByRole("menuitemcheckbox", { name: column }).focus();
  await user.keyboard(" {Escape}");
  await waitFor(() => { expect(screen.queryByRole("menu")).toBeNull(); });
}

describe("a saved view", () => {
  it("gives the focus to the list once it is saved, and Down leads there from its name", async () => {
    const user = await open({ q: QUERY });
    await user.click(screen.getByRole("button", { name: "Save this view…" }));
    await user.type(await screen.findByLabelText("Name"), "Rust{Enter}");
    await waitFor(() => { expect(document.activeElement?.closest("[role=row]")).toBeTruthy(); });
    await user.click(await view("Rust"));
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement?.closest("[role=row]")).toBeTruthy();
  });

  it("is given another name in its place", async () => {
    await keep("Rust", ["name", "tags"]);
    const user = await open();
    await user.click(await view("Rust"));
    await user.click(screen.getByRole("button", { name: "Rename the view Rust" }));
    const name = await screen.findByLabelText("Name");
    expect((name as HTMLInputElement).value).toBe("Rust");
    await user.clear(name);
    await user.type(name, "Rustaceans{Enter}");
    await view("Rustaceans");
    expect(await computer.call("list_views", {})).toMatchObject([{ name: "Rustaceans", query: QUERY, columns: ["name", "tags"] }]);
    expect(isOn("Rustaceans")).toBe(true);
  });

  it("takes a name no longer than is kept, and what was wrong with one is gone once it is corrected", async () => {
    await keep("Rust", ["name"]);
    const user = await open({ q: QUERY });
    await user.click(screen.getByRole("button", { name: "Save this view…" }));
    const name = await screen.findByLabelText("Name");
    await user.type(name, "Rust{Enter}");
    await screen.findByText(/Another view has this name/);
    await user.type(name, "y");
    expect(screen.queryByText(/Another view has this name/)).toBeNull();
    await user.click(name);
    await user.paste("a".repeat(200));
    expect((name as HTMLInputElement).value.length).toBe(100);
  });

  it("that is changed can be saved under the name it has", async () => {
    await keep("Rust", []);
    const user = await open();
    expect(screen.queryByRole("button", { name: /^Save changes/ })).toBeNull();
    await user.click(await view("Rust"));
    await user.click(screen.getByRole("button", { name: "Name" }));
    await user.click(await screen.findByRole("button", { name: "Save changes to Rust" }));
    await waitFor(async () => { expect(await computer.call("list_views", {})).toMatchObject([{ name: "Rust", sort: "name", desc: false }]); });
    await waitFor(() => { expect(isOn("Rust")).toBe(true); });
    expect(screen.queryByRole("button", { name: /^Save changes/ })).toBeNull();
  });
});

describe("the columns of a saved view", () => {
  it("are kept with it", async () => {
    const user = await open({ q: QUERY });
    await toggle(user, "Tags");
    await user.click(screen.getByRole("button", { name: "Save this view…" }));
    await user.type(await screen.findByLabelText("Name"), "Rust");
    await user.click(screen.getByRole("button", { name: "Save the view" }));
    await waitFor(async () => { expect(await computer.call("list_views", {})).toMatchObject([{ name: "Rust", columns: ["name", "headline", "stage", "job", "source", "location", "updated", "created"] }]); });
    await waitFor(() => { expect(saving()).toBeNull(); });
  });

  it("are shown while it is open, in its order; names that are not known are passed over", async () => {
    await keep("Rust", ["tags", "shoe_size", "stage", "tags"]);
    const user = await open();
    expect(heads()).toEqual(USUAL);
    await user.click(await view("Rust"));
    expect(heads()).toEqual(["Name", "Tags", "Stage"]);
    expect([isOn("Rust"), saving()]).toEqual([true, null]);
    await user.click(await view("All people"));
    expect(heads()).toEqual(USUAL);
  });

  it("stay in another order, and end with the search", async () => {
    await keep("Rust", ["name"]);
    const user = await open();
    await user.click(await view("Rust"));
    await user.click(screen.getByRole("button", { name: "Name" }));
    await waitFor(() => { expect(isOn("Rust")).toBe(false); });
    expect(heads()).toEqual(["Name"]);
    await user.clear(screen.getByLabelText("Search people"));
    await waitFor(() => { expect(heads()).toEqual(USUAL); });
  });

  it("are the usual ones where it names none that is known", async () => {
    await keep("Rust", []);
    await keep("Old", ["shoe_size"]);
    localStorage.setItem("people_columns_hidden", "tags");
    const user = await open();
    await user.click(await view("Rust"));
    expect(heads()).toEqual(without("Tags"));
    expect(isOn("Rust")).toBe(true);
    await user.click(await view("Old"));
    expect(heads()).toEqual(without("Tags"));
  });

  it.each([["of its own", ["name", "stage", "tags"], ["Name"]], ["of usual kind", [], without("Tags", "Stage")]])("%s are changed without the usual ones, and can be kept", async (_, columns, left) => {
    await keep("Rust", columns);
    const user = await open();
    await user.click(await view("Rust"));
    await toggle(user, "Tags");
    await toggle(user, "Stage");
    expect(heads()).toEqual(left);
    expect(isOn("Rust")).toBe(false);
    expect(saving()).toBeTruthy();
    await toggle(user, "Stage");
    await toggle(user, "Tags");
    expect([isOn("Rust"), saving()]).toEqual([true, null]);
    await toggle(user, "Tags");
    await user.click(await view("All people"));
    expect(heads()).toEqual(USUAL);
    expect(localStorage.getItem("people_columns_hidden")).toBeNull();
  });

  it("come back with its address", async () => {
    await keep("Rust", ["name", "tags"]);
    await open({ q: QUERY, columns: ["name", "tags"] });
    expect(heads()).toEqual(["Name", "Tags"]);
    await view("Rust");
    expect(isOn("Rust")).toBe(true);
  });
});
