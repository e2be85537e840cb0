import { describe, expect, it } from "vitest";
import type { ChartStage } from "../../../bindings/types";
import { passed, series } from "./shares";

const stage = (id: string, reached: number): ChartStage => ({ stage: { id, name: id, kind: "Active" }, reached, stays: 0, median_days: null, most_days: null });

const now = Date.UTC(2026, 2, 31, 12);

describe("the numbers behind the charts", () => {
  it("tell the part that went on from the stage before", () => {
    const stages = [stage("a", 40), stage("b", 10), stage("c", 0), stage("d", 0)];
    expect([0, 1, 2, 3].map((place) => passed(stages, place))).toEqual([null, 25, 0, null]);
  });

  it("are of twelve months up to this one, also of those nobody applied in", () => {
    const { months } = series([{ month: "2025-11", source: "Agency", count: 2 }, { month: "2026-02", source: "Agency", count: 1 }], 5, "None", "Other", now);
    expect(months.map(({ month }) => month)).toEqual(["2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]);
    expect(months.map(({ total }) => total)).toEqual([0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0]);
  });

  it("keep the largest sources and put the rest together, losing nobody", () => {
    const rows = ["A", "B", "C", "D", ""].map((source, index) => ({ month: "2026-01", source, count: 10 - index }));
    const { names, months } = series(rows, 3, "None", "Other", now);
    expect(names).toEqual(["A", "B", "C", "Other"]);
    expect(months[9]?.counts).toEqual([10, 9, 8, 13]);
    expect(series(rows, 4, "None", "Other", now).names).toEqual(["A", "B", "C", "D", "None"]);
  });
});
