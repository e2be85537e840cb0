import { describe, expect, it } from "vitest";
import { recentsOf, withRecent } from "./recents";

const hit = (id: string) => ({ kind: "candidate" as const, id, title: `Person ${id}`, subtitle: null });

describe("what was opened last", () => {
  it("stands first, once, and the oldest drops out", () => {
    let list = withRecent([], hit("a"), 1);
    list = withRecent(list, hit("b"), 2);
    list = withRecent(list, hit("a"), 3);
    expect(list.map(({ id, at }) => [id, at])).toEqual([["a", 3], ["b", 2]]);
    for (let index = 0; index < 20; index += 1) list = withRecent(list, hit(String(index)), 4 + index);
    expect(list).toHaveLength(8);
    expect(list[0]?.id).toBe("19");
  });

  it("is empty when what was kept is not a list", () => {
    for (const text of [null, undefined, "", "{", "{}", "[1, null, {\"kind\": 1}]"]) expect(recentsOf(text)).toEqual([]);
  });
});
