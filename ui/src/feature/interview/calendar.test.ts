import { describe, expect, it } from "vitest";
import { boundsOf, dayOf, firstDayOf, keyOf, moved, weekOf } from "./calendar";

const now = new Date(2026, 10, 27, 15, 30).getTime();

describe("the calendar", () => {
  it("takes a day from an address, and today from a wrong one", () => {
    expect(keyOf(dayOf("2026-02-28", now))).toBe("2026-02-28");
    expect([undefined, "2026-02-31", "tomorrow", ""].map((key) => keyOf(dayOf(key, now)))).toEqual(Array.from({ length: 4 }, () => "2026-11-27"));
  });

  it("begins a week where people do", () => {
    const friday = dayOf("2026-11-27", now);
    expect(weekOf(friday, 1).map(keyOf)).toEqual(["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"]);
    expect(keyOf(weekOf(friday, 7)[0] ?? friday)).toBe("2026-11-22");
    expect(keyOf(weekOf(dayOf("2026-11-29", now), 1)[0] ?? friday)).toBe("2026-11-23");
    expect(firstDayOf("de")).toBe(1);
  });

  it("bounds days by midnights that rise, the last one included", () => {
    const week = weekOf(dayOf("2026-11-27", now), 1);
    const bounds = boundsOf(week);
    expect(bounds).toHaveLength(8);
    expect(bounds.toSorted()).toEqual(bounds);
    expect(new Date(bounds[7] ?? "").getTime()).toBe(new Date(2026, 10, 30).getTime());
    expect(boundsOf([])).toEqual([]);
  });

  it("goes on by a day or a week, over the end of a year", () => {
    expect(keyOf(moved(dayOf("2026-12-31", now), "day", 1))).toBe("2027-01-01");
    expect(keyOf(moved(dayOf("2027-01-03", now), "week", -1))).toBe("2026-12-27");
  });
});
