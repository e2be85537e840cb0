import { describe, expect, it } from "vitest";
import type { Failure } from "../bindings/types";
import { told } from "./failure";

const failure: Failure = { code: "INTEGRATION.PERMISSION_MISSING", message: "The key may not write candidates.", cure: "Switch on Candidates (write).", request_id: "r-1" };

describe("a failure", () => {
  it("is told in English as the engine says it", () => {
    expect(told(failure, "en")).toBe(failure);
  });

  it("is told in German by its code, and keeps what support asks for", () => {
    expect(told(failure, "de")).toEqual({ ...failure, message: "Dem Schlüssel fehlt dafür eine Berechtigung (The key may not write candidates).", cure: expect.stringContaining("Einstellungen") as string });
    expect(told(null, "de")).toBeNull();
  });

  it("of a kind not known here stays as it is", () => {
    const other = { ...failure, code: "SOMETHING.NEW" as Failure["code"] };
    expect(told(other, "de")).toBe(other);
  });
});
