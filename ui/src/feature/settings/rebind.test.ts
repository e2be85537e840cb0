import { describe, expect, it } from "vitest";
import { refusal, withKey } from "./rebind";

const OWN = ["l", "h", "j", "Mod+k"];

describe("choosing a key", () => {
  it("names what holds it already, also after a change", () => {
    expect(refusal("h", "l", {}, OWN, [])).toEqual({ kind: "taken", own: "h" });
    expect(refusal("x", "l", { j: "x" }, OWN, [])).toEqual({ kind: "taken", own: "j" });
    expect(refusal("h", "l", { h: "b" }, OWN, [])).toBeNull();
  });

  it("leaves alone what means the same everywhere", () => {
    expect(["Enter", "ArrowDown", "Shift+ArrowLeft", "3", "g", "Mod+c"].map((stroke) => refusal(stroke, "l", {}, OWN, ["g"])?.kind)).toEqual(Array.from({ length: 6 }, () => "fixed"));
  });

  it("is taken back by its own stroke", () => {
    expect(withKey({ l: "f", h: "b" }, "l", "l")).toEqual({ h: "b" });
    expect(withKey({}, "l", "f")).toEqual({ l: "f" });
  });
});
