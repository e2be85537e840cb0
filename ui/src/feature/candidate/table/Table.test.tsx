import { useState } from "react";
import { cleanup, render, screen } from "@testing-library/react";
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

function Desk() {
  const [focused, setFocused] = useState(0);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Table
      label="People" columns={COLUMNS} total={PEOPLE.length} at={(index) => PEOPLE[index]} name={nameOf} data={dataOf} row={36} order={{ by: "name", desc: false }} onOrder={nothing} onRange={nothing}
      focused={focused} onFocused={setFocused} selected={-1} onOpen={nothing} onPick={nothing} start={{ top: 0, index: 0 }} handle={null}
      choice={{ has: (row) => chosen.has(row), state: "none", onToggle: (index) => { setChosen(new Set([...chosen, PEOPLE[index] ?? ""])); }, onSpan: nothing, onAll: nothing, onNone: nothing }}
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
});
