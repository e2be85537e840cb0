import { describe, expect, it } from "vitest";
import type { Card } from "../../bindings/types";
import { added, stageOf, toggled, without, type Selection } from "./selection";

const card = (id: string): Card => ({ application_id: id, candidate_id: id, name: id, headline: null, source: null, credited_to: null, tags: [], days: 1, next: null, pending: null });
const picked = (id: string, stage = "review") => ({ card: card(id), stage });
const ids = (selection: Selection) => [...selection.keys()];

describe("a selection of cards", () => {
  it("takes a card and lets it go again", () => {
    const one = toggled(new Map(), picked("ada"));
    expect(ids(one)).toEqual(["ada"]);
    expect(ids(toggled(one, picked("ada")))).toEqual([]);
  });

  it("stops at what one gesture takes, and keeps those it has", () => {
    const many = added(new Map(), Array.from({ length: 520 }, (_, index) => picked(`p${String(index)}`)));
    expect(many.size).toBe(500);
    expect(ids(added(many, [picked("late")]))).not.toContain("late");
    expect(toggled(many, picked("late")).size).toBe(500);
  });

  it("knows the stage all stand in, if it is one", () => {
    expect(stageOf(added(new Map(), [picked("ada"), picked("bo")]))).toBe("review");
    expect(stageOf(added(new Map(), [picked("ada"), picked("bo", "screen")]))).toBeNull();
    expect(stageOf(new Map())).toBeNull();
  });

  it("lets go of those that are told", () => {
    expect(ids(without(added(new Map(), [picked("ada"), picked("bo")]), [card("ada")]))).toEqual(["bo"]);
  });
});
