import { describe, expect, it } from "vitest";
import { changesOf, linesOf, remappingOf, valuesOf } from "./remapping";

describe("changes to the mapping", () => {
  it("go back as they came, also the parts nobody edits here", () => {
    const kept = {
      rules: [{ model: "ats_jobs", field: "job_code", source: "/customFields/x/value", values: { a: "b" }, fallbacks: ["/id"], default: "none" }],
      custom_fields: [{ model: "ats_candidates", key: "notice", label: "Notice", description: null, integration_field: "f1" }],
      models: { ats_offers: "DISABLED" }, fields: {}, passthrough: { "ats_jobs.x": true },
    };
    expect(remappingOf(changesOf(kept))).toEqual(kept);
    expect(changesOf(null)).toEqual({ rules: [], custom_fields: [], rest: {} });
  });

  it("write values line by line", () => {
    expect(valuesOf("Full-Time = FULL_TIME\n\nX= a = b")).toEqual({ "Full-Time": "FULL_TIME", X: "a = b" });
    expect(linesOf({ A: "B", C: 3 })).toBe("A = B\nC = 3");
    expect([valuesOf("nothing"), valuesOf("= x")]).toEqual([null, null]);
  });
});
