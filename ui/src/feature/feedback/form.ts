import type { FormQuestion } from "../../bindings/types";
import type { Answers, Given } from "../create/draft";
import { flag, part, rows, text, type Row } from "../record";

/** A question of a form for feedback: as it is asked here, and Ashby's word for its kind. */
export type Asked = FormQuestion & { kind: string };
export type FeedbackForm = { id: string; title: string; isDefault: boolean; interview: string | null; sections: { title: string | null; questions: Asked[] }[] };

/** Kinds of Ashby's questions as kinds of the fields here. */
const FORMATS: Record<string, Record<string, unknown>> = {
  Boolean: { type: "BOOLEAN" }, Number: { type: "NUMBER" }, Score: { type: "SINGLE_SELECT", options: [1, 2, 3, 4].map((score) => ({ id: String(score), name: String(score) })) }, Date: { type: "DATE" }, Url: { type: "TEXT", display_type: "URL" },
  RichText: { type: "TEXT", display_type: "MULTI_LINE" }, LongText: { type: "TEXT", display_type: "MULTI_LINE" }, String: { type: "TEXT" }, Email: { type: "TEXT" }, Phone: { type: "TEXT" },
};

const escaped = (plain: string | null): string | null => plain?.replaceAll("&", "&amp;").replaceAll("<", "&lt;") ?? null;

function question(place: Row): Asked[] {
  const field = part(place, "field");
  const path = text(field, "path");
  if (path === null) return [];
  const kind = text(field, "type") ?? "String";
  const options = rows(field, "selectableValues").filter((one) => !flag(one, "isArchived")).flatMap((one) => { const value = text(one, "value"); return value === null ? [] : [{ id: value, name: text(one, "label") ?? value }]; });
  const format = kind === "ValueSelect" ? { type: "SINGLE_SELECT", options } : kind === "MultiValueSelect" ? { type: "MULTI_SELECT", options } : (FORMATS[kind] ?? { type: "UNKNOWN" });
  return [{ id: path, kind, title: text(field, "title") ?? path, description: text(place, "descriptionHtml") ?? escaped(text(place, "descriptionPlain")), format, required: place.isRequired !== false }];
}

/** The forms in use, the usual one first. */
export function formsOf(listed: readonly Row[]): FeedbackForm[] {
  const forms = listed.filter((row) => !flag(row, "isArchived")).flatMap((row) => {
    const id = text(row, "id");
    const sections = rows(part(row, "formDefinition"), "sections").map((section) => ({ title: text(section, "title"), questions: rows(section, "fields").flatMap(question) }));
    return id === null ? [] : [{ id, title: text(row, "title") ?? id, isDefault: flag(row, "isDefaultForm"), interview: text(row, "interviewId"), sections }];
  });
  return forms.toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault) || one.title.localeCompare(other.title));
}

export const questionsOf = (form: FeedbackForm): Asked[] => form.sections.flatMap(({ questions }) => questions);

const blank = (given: Given | undefined): boolean => given === undefined || (typeof given === "string" && given.trim() === "") || (Array.isArray(given) && given.length === 0);
const isWhole = (given: Given | undefined): boolean => typeof given === "string" && Number.isInteger(Number(given));
const isUrl = (given: Given | undefined): boolean => typeof given === "string" && /^https?:\/\/\S+$/.test(given.trim());

/** Whether an answer cannot be taken as it is. */
export function wrong({ kind, required }: Asked, given: Given | undefined): "missing" | "whole" | "url" | null {
  if (blank(given)) return required ? "missing" : null;
  if (kind === "Number" && !isWhole(given)) return "whole";
  return kind === "Url" && !isUrl(given) ? "url" : null;
}

/** One answer in the shape Ashby takes for its kind. */
function shaped(kind: string, given: Given): unknown {
  switch (kind) {
    case "Number": return Number(given);
    case "Score": return { score: Number(given) };
    case "RichText": return { type: "PlainText", value: typeof given === "string" ? given.trim() : "" };
    default: return typeof given === "string" ? given.trim() : given;
  }
}

/** The answers by path, without what was left empty. */
export function answersOf(form: FeedbackForm, given: Answers): Record<string, unknown> {
  return Object.fromEntries(questionsOf(form).flatMap(({ id, kind }) => { const one = given[id]; return one === undefined || blank(one) ? [] : [[id, shaped(kind, one)]]; }));
}

function given(answer: unknown): Given[] {
  if (typeof answer === "string" || typeof answer === "boolean") return [answer];
  if (typeof answer === "number") return [String(answer)];
  if (Array.isArray(answer)) return [answer.map(String)];
  if (typeof answer !== "object" || answer === null) return [];
  const inner: unknown = "score" in answer ? answer.score : "value" in answer ? answer.value : null;
  return given(inner);
}

/** Answers that were given before, as they are given here. */
export const givenOf = (answers: Readonly<Record<string, unknown>>): Answers => Object.fromEntries(Object.entries(answers).flatMap(([path, answer]) => given(answer).map((one) => [path, one])));
