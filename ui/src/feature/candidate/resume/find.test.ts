import { describe, expect, it } from "vitest";
import { hitAt, hitsOf, places, runsOf } from "./find";

describe("finding in a text", () => {
  it("minds neither case nor accents, and finds no place twice", () => {
    expect(places("Zoë and ZOE", "zoe")).toEqual([{ from: 0, to: 3 }, { from: 8, to: 11 }]);
    expect(places("aaaa", "aa")).toHaveLength(2);
    expect(places("text", " ")).toEqual([]);
  });

  it("marks each word in its colour, the first marking where two meet", () => {
    expect(runsOf("Rust and Kafka", [{ words: ["rust"], tone: 1 }, { words: ["kafka", "ust"], tone: 2 }])).toEqual([
      { text: "Rust", tone: 1 }, { text: " and ", tone: null }, { text: "Kafka", tone: 2 },
    ]);
    expect(hitsOf("gogo", [{ words: ["go"], tone: 1 }])).toBe(2);
  });

  it("knows on which page a hit stands", () => {
    expect(hitAt([2, 0, 3], 3)).toEqual({ page: 3, hit: 1 });
    expect(hitAt([2, 0, 3], 5)).toBeNull();
  });
});
