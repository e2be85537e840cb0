import { describe, expect, it } from "vitest";
import { rank, ranked } from "./rank";

const best = (query: string, texts: string[]) => ranked(query, texts, (text) => text, 5).map(({ item }) => item);

describe("ranking what a query names", () => {
  it("prefers the start of the text, then the start of a word, then the middle", () => {
    expect(best("mov", ["Remove", "Undo the move", "Move to Onsite"])).toEqual(["Move to Onsite", "Undo the move", "Remove"]);
  });

  it("does not mind case and accents", () => {
    expect(rank("mov", "Greta Mövering")?.ranges).toEqual([{ from: 6, to: 9 }]);
    expect(rank("MÖV", "movement")).not.toBeNull();
  });

  it("takes the first letters of words", () => {
    expect(rank("gj", "Go to Jobs")?.ranges).toEqual([{ from: 0, to: 1 }, { from: 6, to: 7 }]);
    expect(rank("synow", "Sync now")).not.toBeNull();
  });

  it("refuses letters that merely occur", () => {
    expect(rank("mo", "Theme of the system")).toBeNull();
    expect(rank("xyz", "Go to Jobs")).toBeNull();
  });

  it("forgives one slip in a longer word, its first letter aside", () => {
    for (const typed of ["tehme", "theem", "thme", "thmee", "thxme"]) expect(rank(typed, "Dark theme")?.ranges[0]?.from, typed).toBe(5);
    expect(rank("ligth", "Light theme")?.score).toBeLessThan(rank("light", "Light theme")?.score ?? 0);
    for (const typed of ["xheme", "txxme", "teh"]) expect(rank(typed, "Dark theme"), typed).toBeNull();
  });

  it("needs every word of the query", () => {
    expect(rank("dark theme", "Dark theme")).not.toBeNull();
    expect(rank("dark jobs", "Dark theme")).toBeNull();
  });

  it("gives back no more than asked for", () => {
    expect(ranked("a", ["a1", "a2", "a3"], (text) => text, 2)).toHaveLength(2);
  });
});
