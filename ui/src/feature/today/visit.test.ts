import { describe, expect, it } from "vitest";
import { begun, visitOf } from "./visit";

const HOUR = 3_600_000;

describe("visits to Today", () => {
  it("begin with the first, and anew after a pause", () => {
    expect(begun(null, 50)).toEqual({ now: 50, before: null });
    expect(begun({ now: 50, before: null }, 50 + 3 * HOUR)).toBeNull();
    expect(begun({ now: 50, before: 7 }, 50 + 5 * HOUR)).toEqual({ now: 50 + 5 * HOUR, before: 50 });
  });

  it("are read only from what was kept as visits", () => {
    expect(visitOf('{"now":5,"before":2}')).toEqual({ now: 5, before: 2 });
    for (const kept of [null, undefined, "", "{", "7", '{"before":2}']) expect(visitOf(kept)).toBeNull();
  });
});
