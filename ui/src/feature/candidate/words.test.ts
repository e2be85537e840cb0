import { expect, it } from "vitest";
import { place } from "./words";

it("a place says a city once whose region has its name", () => {
  expect(["İzmir, İzmir, Türkiye", "Singapore, Singapore, Singapore", "Brno, Jihomoravský kraj, Czechia", "Berlin"].map(place)).toEqual(["İzmir, Türkiye", "Singapore", "Brno, Jihomoravský kraj, Czechia", "Berlin"]);
});
