import type { IntentRow } from "../../bindings/types";
import type { Row } from "../record";

/** One part of what was asked for that can be corrected. */
export type EditKind = "line" | "area" | "mail" | "url" | "stage" | "reason" | "template" | "source" | "project" | "job";
export type EditPart = { path: readonly (string | number)[]; kind: EditKind; label: "content" | "note" | "tag" | "stage" | "reason" | "template" | "source" | "project" | "job" | "linkLabel" | "url" | "file" | "first" | "last" | "email" | "phone"; optional?: boolean };

const at = (path: EditPart["path"], kind: EditKind, label: EditPart["label"], optional = false): EditPart => ({ path, kind, label, optional });
const NOTE = [at(["content"], "area", "content")];
const LINK = [at(["label"], "line", "linkLabel"), at(["url"], "url", "url")];
const TAG = [at(["tag", "name"], "line", "tag")];
const PROJECT = [at(["project_id"], "project", "project")];
const FILE = [at(["attachment", "name"], "line", "file")];
const PERSON = [at(["candidate", "first_name"], "line", "first"), at(["candidate", "last_name"], "line", "last"), at(["candidate", "email_address"], "mail", "email"), at(["candidate", "phone_number"], "line", "phone", true)];

/** What of each action can be corrected. What is not here is discarded and asked for anew. */
const PARTS: Record<string, readonly EditPart[]> = {
  move_application_to_stage: [at(["stage_id"], "stage", "stage")], unarchive_application: [at(["stage_id"], "stage", "stage", true)], transfer_application_to_job: [at(["job_id"], "job", "job")],
  reject_application: [at(["rejection_reason_id"], "reason", "reason"), at(["note"], "area", "note", true)], reject_application_with_mail: [at(["rejection_reason_id"], "reason", "reason"), at(["template_id"], "template", "template"), at(["note"], "area", "note", true)],
  add_tag_to_candidate: TAG, remove_tag_from_candidate: TAG, add_note_to_application: NOTE, add_note_to_candidate: NOTE, add_result_link_to_application: LINK, add_result_link_to_candidate: LINK,
  change_application_source: [at(["source_id"], "source", "source", true)], add_candidate_to_project: PROJECT, remove_candidate_from_project: PROJECT, add_attachment_to_application: FILE, add_attachment_to_candidate: FILE,
  create_candidate: PERSON, create_application: [...PERSON, at(["application", "job_id"], "job", "job")], set_candidate_fields: [], set_application_fields: [], submit_feedback: [],
};

/** Whether a write can be corrected: it has not arrived, and something of it can be changed here. */
export const correctable = ({ state, action }: IntentRow): boolean => (state === "failed" || state === "conflict") && action in PARTS;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

export function read(input: unknown, path: EditPart["path"]): unknown {
  return path.reduce<unknown>((inner, key) => (isRow(inner) ? inner[String(key)] : Array.isArray(inner) ? (inner as unknown[])[Number(key)] : undefined), input);
}

/** The same with another value at one place; an optional part that is empty is left out. */
export function write(input: unknown, path: EditPart["path"], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(input)) return input.map((one: unknown, index) => (index === key ? write(one, rest, value) : one));
  const { [String(key)]: old, ...others } = isRow(input) ? input : {};
  const next = write(old, rest, value);
  return next === undefined ? others : { ...others, [String(key)]: next };
}

/** The parts of one write that can be corrected one by one. */
export const partsOf = (action: string): readonly EditPart[] => PARTS[action] ?? [];

/** Another job has other stages: the one that was asked for goes with the old job. */
export function corrected(input: unknown, part: EditPart, value: string): unknown {
  const next = write(input, part.path, value === "" && part.optional === true ? (part.kind === "source" ? null : undefined) : value);
  return part.kind === "job" ? write(write(next, ["stage_id"], undefined), read(next, ["application"]) === undefined ? ["stage_id"] : ["application", "stage_id"], undefined) : next;
}
