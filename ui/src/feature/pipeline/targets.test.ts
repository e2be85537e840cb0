import { describe, expect, it } from "vitest";
import { fitting } from "./PipelineCard";
import { neighbour, onward } from "./targets";

const target = (id: string, refusal: string | null = null) => ({ stage: { id, name: id, kind: "Active" }, current: id === "screen", refusal });
const targets = [target("review"), target("screen"), target("onsite"), target("archived", "Archiving needs a reason.")];

describe("where one key leads", () => {
  it("is the stage beside, by the order of the plan", () => {
    expect(neighbour(targets, "screen", 1)?.stage.id).toBe("onsite");
    expect(neighbour(targets, "screen", -1)?.stage.id).toBe("review");
  });

  it("ends with the plan", () => {
    expect(neighbour(targets, "review", -1)).toBeNull();
    expect(neighbour(targets, "archived", 1)).toBeNull();
    expect(neighbour(targets, "elsewhere", 1)).toBeNull();
  });

  it("is never offered where the next stage refuses", () => {
    expect(onward(targets, "screen")?.stage.id).toBe("onsite");
    expect(onward(targets, "onsite")).toBeNull();
  });
});

describe("tags on a card", () => {
  it("are two at most", () => {
    expect(fitting("LinkedIn", ["Go", "Rust", "Berlin"])).toBe(2);
    expect(fitting("", [])).toBe(0);
  });

  it("give way to where someone came from", () => {
    expect(fitting("University fair · Petra", ["Silver medallist", "Berlin"])).toBe(0);
    expect(fitting("Agency · Petra", ["Rust"])).toBe(1);
  });

  it("are read whole or not at all", () => {
    expect(fitting("Careers page", ["Conference 2026"])).toBe(0);
    expect(fitting("", ["Career fair Halden", "Boomerang"])).toBe(1);
  });

  it("are more where a column is wider", () => {
    expect(fitting("University fair · Petra", ["Silver medallist", "Berlin"], 51)).toBe(1);
  });
});
