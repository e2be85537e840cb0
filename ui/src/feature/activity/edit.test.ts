import { describe, expect, it } from "vitest";
import type { IntentRow } from "../../bindings/types";
import { corrected, correctable, partsOf } from "./edit";

const row = (state: IntentRow["state"], action: string) => ({ state, action }) as IntentRow;
const [stage] = partsOf("move_application_to_stage");
const part = (action: string, label: string) => partsOf(action).find((one) => one.label === label) ?? (() => { throw new Error("no part"); })();

describe("correcting a write", () => {
  it("is offered only for what has not arrived and can be corrected here", () => {
    expect([row("failed", "add_note_to_candidate"), row("conflict", "move_application_to_stage"), row("partial", "create_candidate"), row("unconfirmed", "add_tag_to_candidate"), row("failed", "answer_surveys")].map(correctable)).toEqual([true, true, false, false, false]);
  });

  it("changes one place and keeps the rest as it was asked for", () => {
    expect(stage && corrected({ application_id: "a", stage_id: "s1" }, stage, "s2")).toEqual({ application_id: "a", stage_id: "s2" });
    expect(corrected({ candidate_id: "c", tag: { name: "Rusty", id: null } }, part("add_tag_to_candidate", "tag"), "Rust")).toEqual({ candidate_id: "c", tag: { name: "Rust", id: null } });
  });

  it("leaves out an optional part that is emptied, and says that there is no source", () => {
    expect(corrected({ rejection_reason_id: "r", note: "Later" }, part("reject_application", "note"), "")).toEqual({ rejection_reason_id: "r" });
    expect(corrected({ application_id: "a", source_id: "x" }, part("change_application_source", "source"), "")).toEqual({ application_id: "a", source_id: null });
  });

  it("forgets the stage of a job that is given up", () => {
    expect(corrected({ application_id: "a", job_id: "j1", stage_id: "s" }, part("transfer_application_to_job", "job"), "j2")).toEqual({ application_id: "a", job_id: "j2" });
    expect(corrected({ candidate: {}, application: { job_id: "j1", stage_id: "s" } }, part("create_application", "job"), "j2")).toEqual({ candidate: {}, application: { job_id: "j2" } });
  });
});
