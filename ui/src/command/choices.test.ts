import { describe, expect, it } from "vitest";
import type { PaletteHit } from "../bindings/types";
import { choicesOf } from "./choices";

const person = (title: string, subtitle: string | null): PaletteHit => ({ kind: "candidate", id: title, title, subtitle });
const closed: PaletteHit = { kind: "job", id: "closed", title: "Data Engineer", subtitle: "JOB-7 · Data", status: "CLOSED" };
const job = (title: string): PaletteHit => ({ kind: "job", id: title, title, subtitle: null });
const action = (title: string) => ({ id: title, title, key: null, run: () => undefined });
const order = (query: string, hits: PaletteHit[], commands: string[] = []) => choicesOf({ query, actions: commands.map(action), here: [], offers: [], hits, views: [], recents: [], onJobs: () => undefined }).flatMap(({ choices }) => choices.map(({ title }) => title));

describe("what the palette offers", () => {
  it("begins with the job that is called so, not with people who have it as a title", () => {
    expect(order("account exec", [person("Layla Tehrani", "Account Executive at Solvantis"), job("Account Executive, Automotive")])).toEqual(["Account Executive, Automotive", "Layla Tehrani"]);
    expect(order("marc", [person("Marc Sorel", null), job("Marketing, March campaign")])).toEqual(["Marc Sorel", "Marketing, March campaign"]);
  });

  it("begins with whom a name names before a command it only nearly does, and with the command where both fit alike", () => {
    expect(order("light", [person("Lightman, Cal", null)], ["Theme: light"])).toEqual(["Lightman, Cal", "Theme: light"]);
    expect(order("light", [person("Lightman, Cal", null)], ["Light theme"])).toEqual(["Light theme", "Lightman, Cal"]);
  });

  it("takes no command for a few letters from the middle of a word", () => {
    const commands = ["Language: German (Deutsch)", "Tastenkürzel ändern"];
    expect(order("ma", [], commands)).toEqual([]);
    expect(order("ger", [], commands)).toEqual(["Language: German (Deutsch)"]);
    expect(order("kürzel", [], commands)).toEqual(["Tastenkürzel ändern"]);
  });

  it("shows a dozen jobs and the way to all of them, where there are more", () => {
    const jobs = Array.from({ length: 13 }, (_, at) => job(`Engineer ${String(at)}`));
    expect(order("engineer", jobs.slice(1))).toHaveLength(12);
    expect(order("engineer", jobs)).toHaveLength(13);
    expect(order("engineer", jobs).at(-1)).toBe("All jobs with “engineer”");
  });

  it("puts those last who were found by what is not shown", () => {
    expect(order("export", [person("Ada Quist", "Nurse"), person("Bo Lund", "Export Manager"), person("Export Meyer", null)])).toEqual(["Export Meyer", "Bo Lund", "Ada Quist"]);
  });
});

it("says of a job that is not open how it stands", () => {
  const [group] = choicesOf({ query: "data", actions: [], here: [], offers: [], hits: [closed], views: [], recents: [], onJobs: () => undefined });
  expect(group?.choices[0]).toMatchObject({ title: "Data Engineer", detail: "Closed · JOB-7 · Data" });
});
