import { describe, expect, it } from "vitest";
import { marked } from "./marks";

const shown = (text: string, query: string): string => marked(text, query).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join("");

describe("marking what a search found", () => {
  it("marks the beginnings of words, whatever their accents and case", () => {
    expect(shown("Zsófia Bárány", "bara zso")).toBe("[Zsó]fia [Bárá]ny");
    expect(shown("Nadia Okonkwo-Reyes", "rey")).toBe("Nadia Okonkwo-[Rey]es");
  });

  it("marks nothing in the middle of a word", () => {
    expect(shown("Marek Hollander", "lander")).toBe("Marek Hollander");
  });

  it("does not take operators for words", () => {
    expect(shown("Tag Rustad", "tag:rust -rustad")).toBe("Tag Rustad");
  });

  it("leaves a text whole without a query", () => {
    expect(marked("Owen", "")).toEqual([{ text: "Owen", hit: false }]);
  });
});
