import { describe, expect, it } from "vitest";
import { ageAgo, shortAge, span, wait } from "./time";
import { initials } from "./Avatar";

const now = new Date(2026, 10, 23, 15, 0, 0).getTime();
const before = (ms: number): string => new Date(now - ms).toISOString();
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe("ages", () => {
  it("grow from now to a date in a column", () => {
    expect([30_000, 9 * minute, 2 * hour, day, 5 * day, 30 * day, 500 * day].map((ms) => shortAge(before(ms), now))).toEqual(["now", "9\u00A0min", "2\u00A0h", "yesterday", "5\u00A0d", "Oct 24", "Jul 2025"]);
  });

  it("count the nights between, not the hours", () => {
    const early = new Date(2026, 10, 28, 0, 20).getTime();
    const ages = [[27, 23, 50], [27, 22, 0], [27, 18, 0], [27, 1, 0], [26, 23, 0], [26, 1, 0], [25, 23, 0]].map(([day, ...clock]) => new Date(2026, 10, day, ...clock).toISOString());
    expect(ages.map((at) => shortAge(at, early))).toEqual(["30\u00A0min", "2\u00A0h", "yesterday", "yesterday", "2\u00A0d", "2\u00A0d", "3\u00A0d"]);
    expect(ages.map((at) => ageAgo(at, early))).toEqual(["30\u00A0min ago", "2\u00A0h ago", "yesterday", "yesterday", "2\u00A0d ago", "2\u00A0d ago", "3\u00A0d ago"]);
  });

  it("read as words in a sentence", () => {
    expect([0, 19_000, 59_000, 9 * minute, day, 5 * day].map((ms) => ageAgo(before(ms), now))).toEqual(["just now", "just now", "40\u00A0s ago", "9\u00A0min ago", "yesterday", "5\u00A0d ago"]);
  });

  it("until something are told to the minute", () => {
    expect([30_000, 9 * minute, hour, 70 * minute, 114 * minute + 30_000].map(wait)).toEqual(["30\u00A0s", "9\u00A0min", "1\u00A0h", "1\u00A0h 10\u00A0min", "1\u00A0h 54\u00A0min"]);
  });

  it("that lie ahead say so, by day from tomorrow on", () => {
    const times = [-9 * minute, -90 * minute, -8 * hour, -day, -3 * day, -30 * day, -400 * day].map(before);
    const told = ["in 9\u00A0min", "in 1\u00A0h 30\u00A0min", "in 8\u00A0h", "tomorrow", "in 3\u00A0d", "Dec 23", "Dec 2027"];
    expect(times.map((at) => shortAge(at, now))).toEqual(told);
    expect(times.map((at) => ageAgo(at, now))).toEqual(told);
    expect(shortAge(before(-30_000), now)).toBe("now");
  });

  it("never run backwards when clocks differ", () => {
    expect(span(-5)).toBe("0\u00A0s");
    expect(ageAgo(before(-5_000), now)).toBe("just now");
  });
});

describe("initials", () => {
  it("come from the first and the last name", () => {
    expect(["Leila Farrokhzad", "Viktor Ålander", "Cher", "Maximiliane-Katharina Freifrau von Hohenstein", " "].map(initials)).toEqual(["LF", "VÅ", "C", "MH", ""]);
  });
});
