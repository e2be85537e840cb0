import { describe, expect, it } from "vitest";
import { begin, done, of, step, type Progress, type Step } from "./progress";

const after = (size: number, ...steps: Step[]): Progress => steps.reduce(step, begin(size));
const decide = (place: number, decision: "advanced" | "rejected" | "skipped" = "advanced"): Step => ({ do: "decide", place, decision, when: 0 });

describe("a review", () => {
  it("goes on to the next with each decision, and ends after the last", () => {
    expect(after(3, decide(0)).at).toBe(1);
    expect(done(after(3, decide(0), decide(1, "skipped")))).toBe(false);
    expect(done(after(3, decide(0), decide(1, "skipped"), decide(2, "rejected")))).toBe(true);
  });

  it("comes back to those that were passed by", () => {
    const progress = after(3, { do: "go", by: 1 }, decide(1), decide(2));
    expect(progress.at).toBe(0);
    expect(done(progress)).toBe(false);
  });

  it("counts the latest decision about someone, once", () => {
    const progress = after(3, decide(0, "skipped"), { do: "show", place: 0 }, decide(0, "rejected"));
    expect(of(progress, "skipped")).toEqual([]);
    expect(of(progress, "rejected").map(({ place }) => place)).toEqual([0]);
  });

  it("shows again whose decision was dropped", () => {
    const progress = after(2, decide(0), decide(1), { do: "drop", place: 0 });
    expect(progress).toMatchObject({ at: 0, made: [{ place: 1 }] });
    expect(done(progress)).toBe(false);
  });

  it("does not leave the queue by walking", () => {
    expect(after(2, { do: "go", by: -1 }).at).toBe(0);
    expect(after(2, { do: "go", by: 1 }, { do: "go", by: 1 }).at).toBe(1);
  });
});
