// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { chosenStroke, keymapOf, meant, wearKeymap } from "./keymap";

const heard: string[] = [];
const listen = (event: KeyboardEvent) => { heard.push(`${event.ctrlKey ? "Mod+" : ""}${event.key}`); };
const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) => { target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init })); };

afterEach(() => { wearKeymap({}); heard.length = 0; document.removeEventListener("keydown", listen); });

describe("keys of one's own", () => {
  it("are heard as Samara's, whoever listens; the key they replace is silent", () => {
    document.addEventListener("keydown", listen);
    wearKeymap({ l: "f", "Mod+p": "Mod+o" });
    press("f");
    press("l");
    press("m");
    press("o", { ctrlKey: true });
    expect(heard).toEqual(["l", "m", "Mod+p"]);
  });

  it("can change places", () => {
    wearKeymap({ j: "k", k: "j" });
    expect([meant("j"), meant("k"), chosenStroke("j")]).toEqual(["k", "j", "k"]);
  });

  it("keep Shift of a letter, but not that of a sign", () => {
    const shifts: [string, boolean][] = [];
    const note = ({ key, shiftKey }: KeyboardEvent) => { shifts.push([key, shiftKey]); };
    document.addEventListener("keydown", note);
    wearKeymap({ x: "y", v: "*" });
    press("Y", { shiftKey: true });
    press("y");
    press("*", { shiftKey: true });
    document.removeEventListener("keydown", note);
    expect(shifts).toEqual([["x", true], ["x", false], ["v", false]]);
  });

  it("are shown in sequences too, for there they are pressed as well", () => {
    wearKeymap({ j: "y", " ": "z" });
    expect([chosenStroke("g j"), chosenStroke("g c"), chosenStroke(" ")]).toEqual(["g y", "g c", "z"]);
  });

  it("leave letters to what is being written", () => {
    document.addEventListener("keydown", listen);
    wearKeymap({ l: "f" });
    const field = document.body.appendChild(document.createElement("input"));
    press("f", {}, field);
    field.remove();
    expect(heard).toEqual(["f"]);
  });

  it("are read from a setting, whatever stands there", () => {
    expect(keymapOf('{"l":"f","m":"m","x":1}')).toEqual({ l: "f" });
    expect([keymapOf("["), keymapOf(null), keymapOf("[]")]).toEqual([{}, {}, {}]);
  });
});
