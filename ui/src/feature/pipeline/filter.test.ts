import { describe, expect, it } from "vitest";
import { changed, dropped, filterOf, used } from "./filter";

describe("the filter of a board", () => {
  it("is read from an address, and nothing foreign with it", () => {
    expect(filterOf({ sources: ["LinkedIn", 4], min_days: 7, sql: "x" })).toEqual({ sources: ["LinkedIn"], credited_to: [], tags: [], without_tags: [], min_days: 7 });
    expect(filterOf({ min_days: -3 })).toBeUndefined();
    expect(filterOf("LinkedIn")).toBeUndefined();
  });

  it("is gone with its last condition", () => {
    const filter = changed(changed(undefined, { without_tags: ["On hold"] }), { min_days: 14 });
    expect(used(filter)).toEqual(["tag", "age"]);
    expect(used(dropped(filter, "tag"))).toEqual(["age"]);
    expect(dropped(dropped(filter, "tag"), "age")).toBeUndefined();
  });
});
