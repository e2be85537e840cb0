import { describe, expect, it } from "vitest";
import type { CandidateRow } from "../../../bindings/types";
import { fitting, type Need } from "./fit";

const row = (id: string, application: string | null, kind: string | null): CandidateRow => ({
  id, name: id, title: null, company: null, location: null, email: null, tags: [], source: null, applications: application === null ? 0 : 1, application, job: null,
  stage: kind === null ? null : { id: kind, name: kind, kind }, updated_at: null, created_at: null, pending: false,
});
const PEOPLE = [row("ada", "a1", "Active"), row("bo", "b1", "Archived"), row("cy", "c1", "Hired"), row("di", null, null), row("ed", "e1", null)];
const ids = (need: Need) => fitting(need, PEOPLE).fit.map(({ id }) => id);

describe("whom an action can be about", () => {
  it("is everybody where nothing is needed", () => { expect(ids("nothing")).toEqual(["ada", "bo", "cy", "di", "ed"]); });
  it("is who has an application, ended or not", () => { expect(ids("application")).toEqual(["ada", "bo", "cy", "ed"]); });
  it("is who is in process; a stage nobody could read does not end it", () => { expect(ids("live")).toEqual(["ada", "ed"]); });
  it("counts the others", () => { expect(fitting("live", PEOPLE).left).toBe(3); });
});
