import type { Row } from "../record";

/** What can be chosen in a select field. */
export type Choice = { label: string; value: string };

/** A value while it is typed: a text, the end of a range, a currency, several choices. */
export type Draft = { text: string; to: string; code: string; many: readonly string[] };

const TEXTS = new Set(["String", "LongText", "Email", "Phone", "UUID", "Url"]);
const RANGES = new Set(["NumberRange", "CompensationRange"]);
const KINDS = new Set([...TEXTS, ...RANGES, "Number", "Boolean", "Date", "ValueSelect", "MultiValueSelect", "Currency"]);

/** Whether a field of this kind can be changed here; others are left to Ashby. */
export const editable = (kind: string): boolean => KINDS.has(kind);
export const isSelect = (kind: string): boolean => kind === "ValueSelect" || kind === "MultiValueSelect";
export const isRange = (kind: string): boolean => RANGES.has(kind);

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const numeric = (value: unknown): string => (typeof value === "number" ? String(value) : "");
const EMPTY: Draft = { text: "", to: "", code: "", many: [] };

/** What stands in a field, ready to be typed over. What is shown comes first: a change that waits is in it and not yet in the raw value. */
export function draftOf(kind: string, raw: unknown, shown: string | null, choices: readonly Choice[]): Draft {
  const parts = isRow(raw) ? raw : {};
  if (kind === "Currency") return { ...EMPTY, text: numeric(parts.value), code: typeof parts.currencyCode === "string" ? parts.currencyCode : "" };
  if (isRange(kind)) return { ...EMPTY, text: numeric(parts.minValue), to: numeric(parts.maxValue) };
  if (shown === null) return EMPTY;
  switch (kind) {
    case "Boolean": return { ...EMPTY, text: raw === true || shown === "Yes" ? "yes" : "no" };
    case "Date": return { ...EMPTY, text: shown.slice(0, 10) };
    case "ValueSelect": return { ...EMPTY, text: choices.find(({ label }) => label === shown)?.value ?? (typeof raw === "string" ? raw : "") };
    case "MultiValueSelect": return { ...EMPTY, many: choices.filter(({ label }) => `, ${shown}, `.includes(`, ${label}, `)).map(({ value }) => value) };
    default: return { ...EMPTY, text: shown };
  }
}

/** The same for a value that was asked for before, choices by their value or their label. */
export function again(kind: string, raw: unknown, choices: readonly Choice[]): Draft {
  const said = Array.isArray(raw) ? raw.filter((one) => typeof one === "string") : [];
  if (kind === "MultiValueSelect") return { ...EMPTY, many: choices.filter(({ value, label }) => said.includes(value) || said.includes(label)).map(({ value }) => value) };
  return draftOf(kind, raw, raw === null || raw === undefined ? null : typeof raw === "boolean" ? (raw ? "Yes" : "No") : String(raw), choices);
}

export type Problem = "number" | "url" | "date" | "code" | "order";
const isNumber = (text: string): boolean => text.trim() !== "" && Number.isFinite(Number(text));

/** What is typed in the shape Ashby takes, null for nothing; or why it does not fit. */
export function valueOf(kind: string, { text, to, code, many }: Draft, raw: unknown): { value: unknown } | { problem: Problem } {
  const typed = text.trim();
  if (kind === "MultiValueSelect") return { value: many.length === 0 ? null : [...many] };
  if (isRange(kind)) {
    if (typed === "" && to.trim() === "") return { value: null };
    if (!isNumber(typed) || !isNumber(to)) return { problem: "number" };
    return Number(typed) > Number(to) ? { problem: "order" } : { value: { ...(isRow(raw) ? raw : {}), minValue: Number(typed), maxValue: Number(to) } };
  }
  if (typed === "") return { value: null };
  switch (kind) {
    case "Boolean": return { value: typed === "yes" };
    case "Number": return isNumber(typed) ? { value: Number(typed) } : { problem: "number" };
    case "Url": return /^https?:\/\/\S+$/.test(typed) ? { value: typed } : { problem: "url" };
    case "Date": return /^\d{4}-\d\d-\d\d$/.test(typed) ? { value: typed } : { problem: "date" };
    case "Currency": return !isNumber(typed) ? { problem: "number" } : /^[A-Za-z]{3}$/.test(code.trim()) ? { value: { value: Number(typed), currencyCode: code.trim().toUpperCase() } } : { problem: "code" };
    default: return { value: typed };
  }
}
