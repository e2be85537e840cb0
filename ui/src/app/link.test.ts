import { describe, expect, it } from "vitest";
import { wantedBy } from "./link";

describe("a link from outside", () => {
  it("names what to look at", () => {
    expect(wantedBy("samara://candidate/8f14e45f-ceea-4e7a")).toEqual({ kind: "candidate", id: "8f14e45f-ceea-4e7a" });
    expect(wantedBy("samara://job/12/")).toEqual({ kind: "job", id: "12" });
    expect(wantedBy("SAMARA://view/berlin-rust")).toEqual({ kind: "view", id: "berlin-rust" });
  });

  it("that wants anything else is none", () => {
    const others = ["samara://", "samara://candidate", "samara://candidate/", "samara://candidate/1/reject", "samara://offer/1", "samara://job/1?x=2", "https://example.com/candidate/1", "samara://candidate/../1"];
    expect(others.map(wantedBy)).toEqual(others.map(() => null));
  });
});
