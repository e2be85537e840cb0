import { number as written, vocabulary } from "../words";

/** A row of the unified model as a generic read gives it. */
export type Row = Record<string, unknown>;

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that is a text with something in it. */
export const text = (row: Row, name: string): string | null => { const value = row[name]; return typeof value === "string" && value !== "" ? value : null; };
export const number = (row: Row, name: string): number | null => { const value = row[name]; return typeof value === "number" ? value : null; };
export const flag = (row: Row, name: string): boolean => row[name] === true;
/** A field that is a list of rows. */
export const rows = (row: Row, name: string): Row[] => { const value = row[name]; return Array.isArray(value) ? value.filter(isRow) : []; };
export const words = (row: Row, name: string): string[] => { const value = row[name]; return Array.isArray(value) ? value.filter((one) => typeof one === "string") : []; };
export const part = (row: Row, name: string): Row => { const value = row[name]; return isRow(value) ? value : {}; };

/** A word of the model or of Ashby in people's: `FULL_TIME` → "Full time", `WaitingOnFeedback` → "Waiting on feedback". */
export function plain(word: string): string {
  const apart = word.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_");
  const spaced = apart.replaceAll("_", " ").toLowerCase();
  return vocabulary[apart.toUpperCase()] ?? spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** A value of any shape in one line. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return written(value);
  if (typeof value === "boolean") return value ? "✓" : "–";
  if (Array.isArray(value)) return value.map(shown).filter((one) => one !== "").join(", ");
  if (isRow(value)) {
    const label = value.label ?? value.name ?? value.title ?? value.value;
    return label === undefined ? JSON.stringify(value) : shown(label);
  }
  return "";
}

/** A sum as Ashby's number and currency give it, `808500 NOK`, with this locale's separators; other words as they are. */
export const sum = (text: string): string => text.replace(/^\d+(\.\d+)?(?= )/u, (digits) => written(Number(digits)));
