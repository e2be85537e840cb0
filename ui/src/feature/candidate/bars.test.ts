import { describe, expect, it } from "vitest";
import type { Step } from "../../bindings/types";
import { bars, ended } from "./bars";

const step = (name: string, kind: string, state: Step["state"], days: number | null = null): Step => ({
  stage: { id: name, name, kind }, state, days, entered_at: null,
});
const way = (states: Step["state"][]): Step[] =>
  ["Review", "Screen", "Onsite"].map((name, index) => step(name, "Active", states[index] ?? "ahead", index));

describe("bars of an application", () => {
  it("marks what is past, where the person is and what lies ahead", () => {
    const steps = [...way(["past", "current", "ahead"]), step("Hired", "Hired", "ahead"), step("Archived", "Archived", "ahead")];
    const application = { steps, stage: steps[1]?.stage ?? null, ended_at: null };
    expect(bars(application).map((bar) => bar.tone)).toEqual(["done", "now", "ahead"]);
    expect(ended(application)).toBe(false);
  });

  it("lets the last stage reached carry the end, never a bar named Archived", () => {
    const steps = [...way(["past", "past", "ahead"]), step("Archived", "Archived", "current")];
    const application = { steps, stage: { id: "a", name: "Archived", kind: "Archived" }, ended_at: "2025-03-14T00:00:00.000Z" };
    expect(bars(application).map((bar) => [bar.stage.name, bar.tone])).toEqual([
      ["Review", "done"], ["Screen", "lost"], ["Onsite", "ahead"],
    ]);
  });

  it("ends a hired application in Hired", () => {
    const steps = [...way(["past", "past", "past"]), step("Hired", "Hired", "current")];
    const application = { steps, stage: { id: "h", name: "Hired", kind: "Hired" }, ended_at: "2026-01-01T00:00:00.000Z" };
    expect(bars(application).map((bar) => bar.tone)).toEqual(["done", "done", "done", "hired"]);
  });

  it("has no bars when no stage is known", () => {
    expect(bars({ steps: [], stage: null, ended_at: null })).toEqual([]);
  });
});
