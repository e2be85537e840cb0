import { describe, expect, it } from "vitest";
import { around, marked, type Piece } from "./marks";

const spelled = (pieces: Piece[]): string => pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
const shown = (text: string, query: string): string => spelled(marked(text, query));
const surrounded = (text: string, query: string): string => spelled(around(text, query));

describe("marking what a search found", () => {
  it("marks the beginnings of words, whatever their accents and case", () => {
    expect(shown("Zsófia Bárány", "bara zso")).toBe("[Zsó]fia [Bárá]ny");
    expect(shown("Nadia Okonkwo-Reyes", "rey")).toBe("Nadia Okonkwo-[Rey]es");
  });

  it("marks nothing in the middle of a word", () => {
    expect(shown("Marek Hollander", "lander")).toBe("Marek Hollander");
  });

  it("passes over signs around a word, as the search does", () => {
    expect(shown("flexible, C++ and C#", "/flexible, (C++)")).toBe("[flexible], [C++] and C#");
  });

  it("does not take operators for words", () => {
    expect(shown("Tag Rustad", "tag:rust -rustad")).toBe("Tag Rustad");
  });

  it("leaves a text whole without a query", () => {
    expect(marked("Owen", "")).toEqual([{ text: "Owen", hit: false }]);
  });
});

describe("the surroundings of a mark", () => {
  it("begin at it", () => {
    expect(surrounded("… Diploma, 2014 Skills Rust · Kubernetes · gRPC", "kuber")).toBe("… [Kuber]netes · gRPC");
    expect(surrounded("Python · Kubernetes", "kuber")).toBe("… [Kuber]netes");
    expect(surrounded("Kubernetes · gRPC", "kuber")).toBe("[Kuber]netes · gRPC");
  });

  it("are found also where the query has signs", () => {
    expect(surrounded("… Lindiwe Balogun Salary expectations are flexible on the start", "/flexible")).toBe("… [flexible] on the start");
  });

  it("stay whole where nothing is marked", () => {
    expect(surrounded("a long sentence without the word", "welsh")).toBe("a long sentence without the word");
    expect(surrounded("", "welsh")).toBe("");
  });
});
