import { expect, it } from "vitest";
import { purposeOf } from "./permissions";

it("what a permission is for is said in words of the catalogue, and of a new one in the engine's", () => {
  const access = { read: "yes", write: "no", used_for: "What the engine says" } as const;
  expect([purposeOf({ ...access, module: "jobs" }), purposeOf({ ...access, module: "referrals" })]).toEqual(["Jobs and their postings", "What the engine says"]);
});
