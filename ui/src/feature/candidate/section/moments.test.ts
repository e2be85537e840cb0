import { expect, it } from "vitest";
import type { Moment } from "../../../bindings/types";
import { told } from "./moments";

const moment = (kind: string, at: string, title: string | null, detail: string | null = null, application = "a"): Moment => ({ at: `2026-11-23T10:${at}.000Z`, kind, application_id: application, job: "Engineer", title, detail, by: null });
const kinds = (...moments: Moment[]): string[] => told(moments).map(({ kind, title }) => `${kind} ${title ?? ""}`.trim());

it("an end is told once, without the stage it led to", () => {
  expect(kinds(moment("rejected", "05:00", null), moment("stage", "05:00", "Archived"), moment("stage", "04:00", "Onsite"))).toEqual(["rejected", "stage Onsite"]);
  expect(kinds(moment("rejected", "05:00", null), moment("stage", "05:00", "Archived", null, "b"))).toEqual(["rejected", "stage Archived"]);
});

it("a move from here is told once, unless it did not arrive", () => {
  const stage = moment("stage", "05:00", "Onsite");
  expect(kinds(moment("action", "05:20", "Move Ada to Onsite", "done"), stage)).toEqual(["stage Onsite"]);
  expect(kinds(moment("action", "05:20", "Move Ada to Onsite", "failed"), stage)).toEqual(["action Move Ada to Onsite", "stage Onsite"]);
  expect(kinds(moment("action", "05:20", "Change the source of Ada", "done"), stage)).toEqual(["action Change the source of Ada", "stage Onsite"]);
  expect(kinds(moment("action", "25:00", "Move Ada to Onsite", "done"), stage)).toEqual(["action Move Ada to Onsite", "stage Onsite"]);
});
