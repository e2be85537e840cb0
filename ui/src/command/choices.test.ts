import { describe, expect, it } from "vitest";
import type { PaletteHit } from "../bindings/types";
import { choicesOf } from "./choices";

const person = (title: string, subtitle: string | null): PaletteHit => ({ kind: "candidate", id: title, title, subtitle });
const job = (title: string): PaletteHit => ({ kind: "job", id: title, title, subtitle: null });
const order = (query: string, hits: PaletteHit[]) => choicesOf({ query, actions: [], here: [], offers: [], hits, views: [], recents: [] }).flatMap(({ choices }) => choices.map(({ title }) => title));

describe("what the palette offers", () => {
  it("begins with the job that is called so, not with people who have it as a title", () => {
    expect(order("account exec", [person("Layla Tehrani", "Account Executive at Solvantis"), job("Account Executive, Automotive")])).toEqual(["Account Executive, Automotive", "Layla Tehrani"]);
    expect(order("marc", [person("Marc Sorel", null), job("Marketing, March campaign")])).toEqual(["Marc Sorel", "Marketing, March campaign"]);
  });

  it("puts those last who were found by what is not shown", () => {
    expect(order("export", [person("Ada Quist", "Nurse"), person("Bo Lund", "Export Manager"), person("Export Meyer", null)])).toEqual(["Export Meyer", "Bo Lund", "Ada Quist"]);
  });
});
