import { describe, expect, it } from "vitest";
import type { Failure } from "../bindings/types";
import { FAILURES } from "./de/failures";
import { told } from "./failure";

const failure: Failure = { code: "INTEGRATION.PERMISSION_MISSING", message: "The key may not write candidates.", cure: "Switch on Candidates (write).", request_id: "r-1" };

describe("a failure", () => {
  it("is told in English as the engine says it", () => {
    expect(told(failure, null)).toBe(failure);
  });

  it("is told in German by its code, and keeps what support asks for", () => {
    expect(told(failure, FAILURES)).toEqual({ ...failure, message: "Dem Schlüssel fehlt dafür eine Berechtigung (The key may not write candidates).", cure: expect.stringContaining("Einstellungen") as string });
    expect(told(null, FAILURES)).toBeNull();
  });

  it("of a kind not known here stays as it is", () => {
    const other = { ...failure, code: "SOMETHING.NEW" as Failure["code"] };
    expect(told(other, FAILURES)).toBe(other);
  });
});
