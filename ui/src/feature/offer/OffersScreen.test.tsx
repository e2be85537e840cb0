import { useState } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { withLayout } from "../candidate/table/layout.testing";
import type { OfferSearch } from "./list";
import { OffersScreen } from "./OffersScreen";

let restore: () => void;

beforeEach(() => { restore = withLayout(); });
afterEach(() => { cleanup(); restore(); });

function Desk({ onOpen }: { onOpen: (id: string) => void }) {
  const [search, setSearch] = useState<OfferSearch>({});
  return <OffersScreen search={search} onSearch={setSearch} onOpen={onOpen} />;
}
const open = (onOpen: (id: string) => void = () => undefined, search = "?quiet") => {
  vi.spyOn(platform, "call").mockImplementation(fake({ search }).call as never);
  render(<QueryClientProvider client={newClient()}><Desk onOpen={onOpen} /></QueryClientProvider>);
  return userEvent.setup();
};
const rows = () => screen.getAllByRole("row").slice(1);

describe("the offers", () => {
  it("are narrowed by a status, and counted by all of them", async () => {
    const user = open();
    await waitFor(() => { expect(rows().length).toBeGreaterThan(3); });
    const chips = screen.getByRole("group", { name: "Status" }).querySelectorAll("button");
    const [all, ...each] = [...chips].map((chip) => Number(chip.querySelector("span")?.textContent?.replaceAll(",", "")));
    expect(each.reduce((sum, one) => sum + one, 0)).toBe(all);
    await user.click(screen.getByRole("button", { name: /^Accepted/ }));
    await waitFor(() => { expect(rows().every((row) => row.textContent?.includes("Accepted"))).toBe(true); });
  });

  it("write their pay as the place does", async () => {
    open();
    expect((await screen.findAllByText(/^\d\d,000 EUR$/)).length).toBeGreaterThan(3);
  });

  it("are ordered by their first day, those without one last", async () => {
    const user = open();
    await user.click(await screen.findByRole("button", { name: "First day" }));
    await user.click(screen.getByRole("button", { name: "First day" }));
    await waitFor(() => { expect(screen.getByRole("columnheader", { name: "First day" }).getAttribute("aria-sort")).toBe("ascending"); });
  });

  it("open their person", async () => {
    const onOpen = vi.fn();
    const user = open(onOpen);
    await waitFor(() => { expect(rows().length).toBeGreaterThan(3); });
    rows()[0]?.focus();
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledWith(expect.stringMatching(/^cand-/));
  });

  it("of nobody say so", async () => {
    open(undefined, "?empty&quiet");
    expect(await screen.findByText(/^No offer has been made/)).toBeDefined();
  });
});
