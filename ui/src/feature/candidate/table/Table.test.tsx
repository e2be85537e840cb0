import { useState } from "react";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keysNow } from "../../../component";
import { withLayout } from "./layout.testing";
import { Table, type Column } from "./Table";

let restore: () => void;
beforeEach(() => { restore = withLayout(); });
afterEach(() => { cleanup(); restore(); });

const drawn = vi.fn((row: string) => row);
const COLUMNS: Column<string, "name">[] = [{ id: "name", head: "Name", width: "1fr", cell: drawn }];
const PEOPLE = Array.from({ length: 40 }, (_, index) => `Person ${String(index)}`);
const nameOf = (row: string) => row;
const dataOf = () => ({});
const nothing = () => undefined;
const reject = vi.fn();
const VERBS = [{ keys: "r", label: "Reject", run: reject }, { label: "Call", run: nothing, enabled: false }];

function Desk() {
  const [focused, setFocused] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Table
      label="People" columns={COLUMNS} total={PEOPLE.length} at={(index) => PEOPLE[index]} name={nameOf} data={dataOf} row={36} order={{ by: "name", desc: false }} onOrder={nothing} onRange={nothing}
      focused={focused} onFocused={setFocused} selected={-1} onOpen={nothing} onPick={nothing} start={{ top: 0, index: 0 }} handle={null}
      choice={{ has: (row) => chosen.has(row), state: "none", onToggle: (index) => { setChosen(new Set([...chosen, PEOPLE[index] ?? ""])); }, onSpan: nothing, onAll: nothing, onNone: () => { setChosen(new Set()); } }} verbs={VERBS}
    />
  );
}

describe("a grid", () => {
  it("names its keys for the sheet of keys", () => {
    render(<Desk />);
    expect(keysNow().map(({ keys }) => keys)).toEqual(["ArrowDown", "Home", "End", "Enter"]);
  });

  it("draws only the rows anew that changed", async () => {
    const user = userEvent.setup();
    render(<Desk />);
    screen.getByRole("row", { name: "Person 0" }).focus();
    drawn.mockClear();
    await user.keyboard("x");
    expect(screen.getByRole("row", { name: "Person 0" }).getAttribute("aria-selected")).toBe("true");
    expect(new Set(drawn.mock.calls.map(([row]) => row))).toEqual(new Set(["Person 0"]));
    drawn.mockClear();
    await user.keyboard("j");
    expect(new Set(drawn.mock.calls.map(([row]) => row))).toEqual(new Set(["Person 0", "Person 1"]));
  });

  it("opens the menu of the row that is pointed at, with what makes sense now, and gives the focus back to it", async () => {
    const user = userEvent.setup();
    render(<Desk />);
    await user.pointer({ keys: "[MouseRight]", target: screen.getByText("Person 2") });
    const menu = await screen.findByRole("menu", { name: "Person 2" });
    expect(within(menu).getAllByRole("menuitem").map(({ textContent }) => textContent)).toEqual(["Open↵", "RejectR", "SelectX"]);
    await user.click(within(menu).getByRole("menuitem", { name: /^Reject/ }));
    expect(reject).toHaveBeenCalledOnce();
    await waitFor(() => { expect(document.activeElement).toBe(screen.getByRole("row", { name: "Person 2" })); });
  });

  it("means all that is chosen where one of them is pointed at, and else that row alone", async () => {
    const user = userEvent.setup();
    render(<Desk />);
    screen.getByRole("row", { name: "Person 0" }).focus();
    await user.keyboard("x");
    await user.pointer({ keys: "[MouseRight]", target: screen.getByText("Person 0") });
    await screen.findByRole("menu", { name: "What is selected" });
    await user.keyboard("{Escape}");
    await user.pointer({ keys: "[MouseRight]", target: screen.getByText("Person 1") });
    await screen.findByRole("menu", { name: "Person 1" });
    expect(screen.queryAllByRole("row", { selected: true, hidden: true })).toEqual([]);
  });
});
