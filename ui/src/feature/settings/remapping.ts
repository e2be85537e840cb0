import { rows, text, type Row } from "../record";

/** How one field is filled instead of by the usual mapping, as the engine keeps it. */
export type Rule = { model: string; field: string; source: string | null; values: Record<string, unknown>; fallbacks: string[]; default: unknown };
/** A name somebody gave a custom field. */
export type CustomKey = { model: string; key: string; label: string | null; description: string | null; integration_field: string };
/** What is changed about the mapping. Parts not edited here go back as they came. */
export type Changes = { rules: Rule[]; custom_fields: CustomKey[]; rest: Row };

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);

export function changesOf(remapping: unknown): Changes {
  const all: Row = isRow(remapping) ? remapping : {};
  const { rules: _rules, custom_fields: _keys, ...rest } = all;
  return {
    rest,
    rules: rows(all, "rules").map((row) => ({ model: text(row, "model") ?? "", field: text(row, "field") ?? "", source: text(row, "source"), values: isRow(row.values) ? row.values : {}, fallbacks: texts(row.fallbacks), default: row.default ?? null })),
    custom_fields: rows(all, "custom_fields").map((row) => ({ model: text(row, "model") ?? "", key: text(row, "key") ?? "", label: text(row, "label"), description: text(row, "description"), integration_field: text(row, "integration_field") ?? "" })),
  };
}

export const remappingOf = ({ rules, custom_fields, rest }: Changes): Row => ({ ...rest, rules, custom_fields });

/** Values as they are written: one a line, `theirs = ours`. */
export const linesOf = (values: Record<string, unknown>): string => Object.entries(values).map(([theirs, ours]) => `${theirs} = ${typeof ours === "string" ? ours : JSON.stringify(ours)}`).join("\n");

/** What such lines say; nothing when one of them says nothing. */
export function valuesOf(lines: string): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const line of lines.split("\n").filter((one) => one.trim() !== "")) {
    const at = line.indexOf("=");
    const [theirs, ours] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 1 || theirs === "") return null;
    values[theirs] = ours;
  }
  return values;
}
