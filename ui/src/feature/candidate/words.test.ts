import { expect, it } from "vitest";
import type { ApplicationView } from "../../bindings/types";
import { archived, place } from "./words";

it("a place says a city once whose region has its name", () => {
  expect(["İzmir, İzmir, Türkiye", "Singapore, Singapore, Singapore", "Brno, Jihomoravský kraj, Czechia", "Berlin"].map(place)).toEqual(["İzmir, Türkiye", "Singapore", "Brno, Jihomoravský kraj, Czechia", "Berlin"]);
});

const end = (reason: string | null, reason_type: string) => archived({ ended_at: new Date(2026, 4, 9).toISOString(), reason, reason_type } as ApplicationView);

it("an end does not say its word twice where the reason begins with it", () => {
  expect(end("Withdrew: no longer interested", "RejectedByCandidate")).toBe("Withdrew May 2026, no longer interested");
  expect(end("Withdrew", "RejectedByCandidate")).toBe("Withdrew May 2026");
  expect(end("Position filled: by somebody else", "Other")).toBe("Archived May 2026, Position filled: by somebody else");
  expect(end(null, "RejectedByOrg")).toBe("Rejected May 2026");
});
