import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { BoardFilter } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { BoardFilters } from "./BoardFilters";

const SOURCES = ["LinkedIn sourcing", "LinkedIn job post", ...Array.from({ length: 10 }, (_, index) => `Agency ${String(index)}`)];
const names = { sources: SOURCES.map((name) => ({ name, count: 3 })), tags: [{ name: "Rust", count: 2 }], credited_to: [] };

function Desk() {
  const [filter, setFilter] = useState<BoardFilter | undefined>();
  return <><BoardFilters job="job" filter={filter} onFilter={setFilter} /><button type="button">Card</button></>;
}

async function open(kind: string) {
  vi.spyOn(platform, "call").mockImplementation((() => Promise.resolve(names)) as never);
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><Desk /></QueryClientProvider>);
  screen.getByRole("button", { name: "Card" }).focus();
  await user.keyboard("f");
  (await screen.findByRole("menuitem", { name: kind })).focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: kind });
  return user;
}
const held = () => document.activeElement;

describe("the filters of a board", () => {
  it("open on the field that finds a name, and walk on to the boxes", async () => {
    const user = await open("Source");
    await waitFor(() => { expect(held()).toBe(screen.getByRole("searchbox", { name: "Find a name" })); });
    await user.keyboard("link{ArrowDown}{ArrowDown}");
    expect(held()).toBe(screen.getByRole("checkbox", { name: "LinkedIn job post" }));
    await user.keyboard(" {ArrowUp}{ArrowUp}");
    expect(held()).toBe(screen.getByRole("searchbox"));
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "LinkedIn job post" }).checked).toBe(true);
  });

  it("choose the only name found with Enter", async () => {
    const user = await open("Source");
    await waitFor(() => { expect(held()).toBe(screen.getByRole("searchbox")); });
    await user.keyboard("job post{Enter}");
    await waitFor(() => { expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "LinkedIn job post" }).checked).toBe(true); });
  });

  it("open on the first box where few names need no field, and give the focus back to the card", async () => {
    const user = await open("Tag");
    await waitFor(() => { expect(held()).toBe(screen.getByRole("checkbox", { name: "Rust" })); });
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(held()).toBe(screen.getByRole("button", { name: "Card" })); });
  });
});
