import type { FieldList, NamedValue } from "../../bindings/types";
import { shown } from "../../feature/record";


type Choice = { label: string; value: string };
export type Definition = { id: string; title: string; objectType: "Candidate" | "Application"; fieldType: string; isPrivate: boolean; isArchived: boolean; selectableValues: Choice[] };

const choices = (...labels: string[]): Choice[] => labels.map((label) => ({ label, value: `choice-${label.toLowerCase().replaceAll(" ", "-")}` }));
const define = (id: string, title: string, objectType: Definition["objectType"], fieldType: string, selectableValues: Choice[] = []): Definition => ({ id, title, objectType, fieldType, isPrivate: false, isArchived: false, selectableValues });

/** Fields the organisation of the demo added to Ashby's own, one of every kind. */
export const DEFINITIONS: readonly Definition[] = [
  define("field-notice", "Notice", "Candidate", "String"), define("field-salary", "Salary hope", "Candidate", "Currency"), define("field-permit", "Work permit", "Candidate", "ValueSelect", choices("EU", "Blue Card", "Needs one")),
  define("field-languages", "Languages", "Candidate", "MultiValueSelect", choices("English", "German", "Portuguese", "Hindi")), define("field-relocates", "Would relocate", "Candidate", "Boolean"), define("field-from", "Available from", "Candidate", "Date"),
  define("field-page", "Portfolio", "Candidate", "Url"), define("field-years", "Years of practice", "Candidate", "Number"), define("field-remark", "Remark", "Candidate", "LongText"), define("field-hours", "Weekly hours", "Candidate", "NumberRange"),
  define("field-priority", "Priority", "Application", "ValueSelect", choices("High", "Normal", "Low")), define("field-bonus", "Referral bonus due", "Application", "Boolean"), define("field-desk", "Desk", "Application", "String"),
];

const MODELS: Record<string, Definition["objectType"]> = { ats_candidates: "Candidate", ats_applications: "Application" };

/** What stands in the custom fields of people and applications. */
export class Fields {
  readonly #values = new Map<string, Map<string, unknown>>();

  #of(id: string): Map<string, unknown> {
    const known = this.#values.get(id);
    if (known) return known;
    const number = Number(id.split("-")[1] ?? 0);
    const own = new Map<string, unknown>(id.startsWith("cand-") && number % 3 === 0 ? [["field-notice", "2 months"], ["field-salary", { value: 58_000 + (number % 40) * 1_000, currencyCode: "EUR" }], ["field-permit", "choice-eu"]] : []);
    this.#values.set(id, own);
    return own;
  }

  get(id: string, key: string): unknown { return this.#of(id).get(key) ?? null; }
  set(id: string, key: string, value: unknown): void { if (value === null) this.#of(id).delete(key); else this.#of(id).set(key, value); }

  definition(model: "Candidate" | "Application", field: string): Definition | undefined { return DEFINITIONS.find(({ id, title, objectType }) => objectType === model && (id === field || title === field)); }

  words(definition: Definition, value: unknown): string {
    const label = (one: unknown) => definition.selectableValues.find((choice) => choice.value === one)?.label ?? shown(one);
    if (typeof value === "boolean") return value ? "Yes" : "No";
    if (Array.isArray(value)) return value.map(label).join(", ");
    if (typeof value === "object" && value !== null) {
      const { value: amount, minValue: from, maxValue: to, currencyCode } = value as Record<string, unknown>;
      return [from === undefined ? String(amount) : `${String(from)}–${String(to)}`, currencyCode].filter((part) => part !== undefined).join(" ");
    }
    return typeof value === "number" ? String(value) : label(value);
  }

  named(id: string): NamedValue[] {
    return DEFINITIONS.flatMap((one) => { const value = this.#of(id).get(one.id); return value === undefined ? [] : [{ label: one.title, value: this.words(one, value) }]; });
  }

  /** As rows of the unified model hold them. */
  raw(id: string): Record<string, unknown>[] { return [...this.#of(id)].map(([key, value]) => ({ id: `${id}-${key}`, key, type: "CUSTOM", value, label: DEFINITIONS.find((one) => one.id === key)?.title ?? null })); }

  list(model: string): FieldList {
    const fields = DEFINITIONS.filter(({ objectType }) => objectType === MODELS[model]);
    return { keys: [], fields: fields.map(({ id, title, fieldType, isPrivate, isArchived }) => ({ key: id, type: "CUSTOM", label: title, field_type: fieldType, is_private: isPrivate, is_archived: isArchived, is_passthrough_enabled: true, custom_key: title.toLowerCase().replaceAll(" ", "_") })) };
  }
}

