import { describe, expect, it } from "vitest";
import type { ChartStage } from "../../../bindings/types";
import { passed, series } from "./shares";

const stage = (id: string, reached: number): ChartStage => ({ stage: { id, name: id, kind: "Active" }, reached, stays: 0, median_days: null, most_days: null });

describe("the numbers behind the charts", () => {
  it("tell the part that went on from the stage before", () => {
    const stages = [stage("a", 40), stage("b", 10), stage("c", 0), stage("d", 0)];
    expect([0, 1, 2, 3].map((place) => passed(stages, place))).toEqual([null, 25, 0, null]);
  });

  it("fill the months nobody applied in, over the turn of the year", () => {
    const { months } = series([{ month: "2025-11", source: "Agency", count: 2 }, { month: "2026-02", source: "Agency", count: 1 }], 5, "None", "Other");
    expect(months.map(({ month, total }) => [month, total])).toEqual([["2025-11", 2], ["2025-12", 0], ["2026-01", 0], ["2026-02", 1]]);
  });

  it("keep the largest sources and put the rest together, losing nobody", () => {
    const rows = ["A", "B", "C", "D", ""].map((source, index) => ({ month: "2026-01", source, count: 10 - index }));
    const { names, months } = series(rows, 3, "None", "Other");
    expect(names).toEqual(["A", "B", "C", "Other"]);
    expect(months[0]?.counts).toEqual([10, 9, 8, 13]);
    expect(series(rows, 4, "None", "Other").names).toEqual(["A", "B", "C", "D", "None"]);
  });
});
