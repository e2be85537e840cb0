import { describe, expect, it } from "vitest";
import { columns as jobs } from "../../job/JobColumns";
import { columns as interviews } from "../../interview/InterviewColumns";
import { VIEWS, type InterviewView } from "../../interview/list";
import { columns as offers } from "../../offer/OfferColumns";
import { columns as people, withFound } from "../CandidateColumns";
import { CHECK, cutOf } from "./fit";
import type { Column } from "./Table";

const nothing = () => undefined;
/** What is left of a window beside the rail, and beside the peek too, px. */
const besideRail = (window: number): number => window - (window > 1_100 ? 208 : 52);
const besidePeek = (window: number): number => besideRail(window) - (window > 1_100 ? 424 : 380);
const widthOf = (shown: readonly { width: string }[]) => shown.reduce((sum, { width }) => sum + Number(/\d+/.exec(width)?.[0]) + 12, 36 - 12);
const agenda = (view: InterviewView) => interviews({ view, now: 0, opensDay: () => true, acts: { join: nothing, feedback: nothing, keep: nothing, schedule: nothing } });
const fitting = <Row, Sort extends string>(columns: readonly Column<Row, Sort>[], room: number) => columns.filter(({ id }) => !cutOf(columns, room).includes(id));
const ids = (shown: readonly { id: string }[]) => shown.map(({ id }) => id);
const one = (id: string, width: string, yields?: number): Column<string, never> => ({ id, head: id, width, yields, cell: (row) => row });

describe("columns", () => {
  const all = [one("a", "minmax(100px, 1fr)"), one("b", "50px", 1), one("c", "50px", 2)];

  it("are left out one after the other until the rest fits", () => {
    const least = 36 + 100 + 62 + 62;
    expect([least, least - 1, least - 62, least - 63, 0].map((room) => ids(fitting(all, room)).join(""))).toEqual(["abc", "ab", "ab", "a", "a"]);
  });

  it.each([1_280, 1_101, 1_024, 900])("stay inside the list beside a peek in a window of %i px", (window) => {
    const room = besidePeek(window);
    expect(CHECK + widthOf(fitting(people(""), room - CHECK))).toBeLessThanOrEqual(room);
    expect(widthOf(fitting(offers(), room))).toBeLessThanOrEqual(room);
    for (const view of VIEWS) expect(widthOf(fitting(agenda(view), room))).toBeLessThanOrEqual(room);
    expect(widthOf(fitting(jobs(), besideRail(window)))).toBeLessThanOrEqual(besideRail(window));
  });

  it("of people rather go than tell half of what they hold", () => {
    expect(ids(fitting(people(""), besideRail(1_440) - CHECK))).toEqual(["name", "headline", "stage", "job", "source", "tags", "location", "updated"]);
    expect(ids(fitting(people(""), besideRail(1_600) - CHECK))).toHaveLength(people("").length);
  });

  it("of people keep the name, the stage and when to the last", () => {
    expect(ids(fitting(people(""), 0))).toEqual(["name", "stage", "updated"]);
    expect(ids(fitting(people(""), besidePeek(1_280) - CHECK))).toEqual(["name", "headline", "stage", "updated"]);
    expect(ids(fitting(withFound(people("sailor"), "sailor"), besideRail(900) - CHECK))).toEqual(["name", "headline", "found", "stage", "updated"]);
  });
});
