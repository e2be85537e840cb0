import { describe, expect, it } from "vitest";
import { finder, found, groupsOf, wordsOf } from "./keywords";

const hits = (text: string, ...words: string[]) => { const pattern = finder(words); return pattern ? found(text, pattern).map(({ from, to }) => text.slice(from, to)) : []; };

describe("keywords", () => {
  it("are found as whole words in any case", () => {
    expect(hits("Rust, rust and rusty trust", "rust")).toEqual(["Rust", "rust"]);
    expect(hits("C++ and C, Node.js; nodexjs", "C++", "node.js")).toEqual(["C++", "Node.js"]);
    expect(hits("Größe große", "größe")).toEqual(["Größe"]);
  });

  it("are found over a line break and with an open end", () => {
    expect(hits("distributed\nsystems", "distributed systems")).toEqual(["distributed\nsystems"]);
    expect(hits("Kubernetes kubectl", "kube*")).toEqual(["Kubernetes", "kubectl"]);
  });

  it("are typed by commas and read only from what was kept", () => {
    expect(wordsOf("Rust, Go\n Rust ,, Kafka")).toEqual(["Rust", "Go", "Kafka"]);
    expect(groupsOf('[{"name":"Systems","words":["Rust",3]},{"name":7}]')).toEqual([{ name: "Systems", words: ["Rust"] }]);
    expect(groupsOf("{")).toEqual([]);
    expect(finder([])).toBeNull();
  });
});
