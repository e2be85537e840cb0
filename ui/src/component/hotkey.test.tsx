import { render, renderHook, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { keysNow, useHotkey } from "./hotkey";
import { capsOf } from "./keys";

const bind = (keys: string, label?: string) => {
  const run = vi.fn();
  const hook = renderHook(() => { useHotkey(keys, run, { label }); });
  return { run, off: hook.unmount };
};

describe("hotkeys", () => {
  it("run on a letter, a named key, a chord and two strokes", async () => {
    const user = userEvent.setup();
    const [letter, named, chord, two] = [bind("l"), bind("Escape"), bind("Mod+k"), bind("g j")];
    await user.keyboard("l{Escape}{Control>}k{/Control}gj");
    for (const { run } of [letter, named, chord, two]) expect(run).toHaveBeenCalledTimes(1);
  });

  it("of two strokes come before the keys of a list, which get the second alone again afterwards", async () => {
    const user = userEvent.setup();
    const { run } = bind("g j");
    const own = vi.fn((event: KeyboardEvent) => { if (event.key !== "g") { event.preventDefault(); event.stopPropagation(); } });
    render(<div tabIndex={0} ref={(list) => { list?.addEventListener("keydown", own); }}>list</div>);
    screen.getByText("list").focus();
    await user.keyboard("gj");
    expect(run).toHaveBeenCalledTimes(1);
    expect(own).toHaveBeenCalledTimes(1);
    await user.keyboard("gkj");
    expect(run).toHaveBeenCalledTimes(1);
    expect(own).toHaveBeenCalledTimes(4);
  });

  it("that yield are for where nothing else has the key", async () => {
    const user = userEvent.setup();
    const own = bind("/");
    const anywhere = vi.fn();
    renderHook(() => { useHotkey("/", anywhere, { yields: true }); });
    await user.keyboard("/");
    expect([own.run.mock.calls.length, anywhere.mock.calls.length]).toEqual([1, 0]);
    own.off();
    await user.keyboard("/");
    expect(anywhere).toHaveBeenCalledTimes(1);
  });

  it("leave letters to a field, but not chords", async () => {
    const user = userEvent.setup();
    const [letter, chord, undo] = [bind("l"), bind("Mod+k"), bind("Mod+z")];
    render(<input aria-label="field" />);
    await user.click(screen.getByLabelText("field"));
    await user.keyboard("l{Control>}kz{/Control}");
    expect(letter.run).not.toHaveBeenCalled();
    expect(chord.run).toHaveBeenCalledTimes(1);
    expect(undo.run).not.toHaveBeenCalled();
  });

  it("stay quiet while a dialog has the focus", async () => {
    const user = userEvent.setup();
    const { run } = bind("Escape");
    render(<div role="dialog" aria-label="front"><button type="button">inside</button></div>);
    await user.click(screen.getByText("inside"));
    await user.keyboard("{Escape}");
    expect(run).not.toHaveBeenCalled();
  });

  it("go to the newest of two, and back to the older when it leaves", async () => {
    const user = userEvent.setup();
    const older = bind("x");
    const newer = bind("x");
    await user.keyboard("x");
    newer.off();
    await user.keyboard("x");
    expect([older.run.mock.calls.length, newer.run.mock.calls.length]).toEqual([1, 1]);
  });

  it("are named on the sheet only with a label", () => {
    bind("a", "Advance");
    bind("b");
    expect(keysNow().map(({ keys, label }) => [keys, label])).toEqual([["a", "Advance"]]);
  });
});

describe("key caps", () => {
  it("are capital letters, one cap per stroke of a chord", () => {
    expect(capsOf("Mod+k")).toEqual(["Ctrl", "K"]);
    expect(capsOf("g j")).toEqual(["G", "J"]);
    expect(capsOf("ArrowDown")).toEqual(["↓"]);
    expect(capsOf("Space")).toEqual(["Space"]);
  });
});
