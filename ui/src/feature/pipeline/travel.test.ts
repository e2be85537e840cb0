import { describe, expect, it } from "vitest";
import type { Card } from "../../bindings/types";
import { lay, moved, type Loaded } from "./travel";

const card = (id: string): Card => ({
  application_id: id, candidate_id: `c-${id}`, name: id, headline: null, source: null, credited_to: null, tags: [], days: 3, next: null, pending: null,
});
const column = (...ids: string[]): Loaded => ({ total: ids.length, cards: new Map(ids.map((id, index) => [index, card(id)])) });
const shown = (lane: ReturnType<typeof lay>): (string | undefined)[] => Array.from({ length: lane.count }, (_, index) => lane.at(index)?.name);

describe("a card on its way", () => {
  const travel = { seq: 1, card: moved(card("b"), "Moved here"), to: "onsite" };

  it("leaves the column it was in", () => {
    const lane = lay("screen", column("a", "b", "c"), [travel]);
    expect(shown(lane)).toEqual(["a", "c"]);
    expect(lane.indexOf("c")).toBe(1);
    expect(lane.indexOf("b")).toBe(-1);
  });

  it("stands on top of the column it goes to, new and not sent", () => {
    const lane = lay("onsite", column("x"), [travel]);
    expect(shown(lane)).toEqual(["b", "x"]);
    expect(lane.indexOf("b")).toBe(0);
    expect(lane.at(0)).toMatchObject({ days: 0, pending: { state: "waiting", label: "Moved here" } });
  });

  it("changes nothing where the engine already shows the move", () => {
    expect(shown(lay("onsite", column("x", "b"), [travel]))).toEqual(["x", "b"]);
    expect(shown(lay("screen", column("a", "c"), [travel]))).toEqual(["a", "c"]);
  });

  it("leaves every other column alone", () => {
    expect(shown(lay("offer", column("q"), [travel]))).toEqual(["q"]);
  });
});

describe("a column of which only a part is loaded", () => {
  const part: Loaded = { total: 5_000, cards: new Map([[0, card("a")], [1, card("b")], [4_999, card("z")]]) };

  it("keeps its full count and leaves gaps for what is to come", () => {
    const lane = lay("screen", part, []);
    expect(lane.count).toBe(5_000);
    expect(lane.at(2_500)).toBeUndefined();
    expect(lane.at(4_999)?.name).toBe("z");
  });

  it("closes the gap of a card that left, at any depth", () => {
    const lane = lay("screen", part, [{ seq: 1, card: card("a"), to: "onsite" }]);
    expect(lane.count).toBe(4_999);
    expect(lane.at(0)?.name).toBe("b");
    expect(lane.at(4_998)?.name).toBe("z");
    expect(lane.indexOf("z")).toBe(4_998);
  });
});
