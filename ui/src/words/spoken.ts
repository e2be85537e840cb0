import { phrases } from "../words";

type Phrases = readonly (readonly [said: string, here: string])[];
type Phrase = { fits: RegExp; here: string; parts: readonly string[] };

const compiled = new WeakMap<Phrases, readonly Phrase[]>();

const escaped = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);

function compile(words: Phrases): readonly Phrase[] {
  const all = compiled.get(words) ?? words.map(([said, here]): Phrase => ({
    fits: new RegExp(`^${escaped(said).replaceAll("{count}", String.raw`(\d+)`).replaceAll(/\{\w+\}/g, "(.+)")}$`, "su"), here, parts: [...said.matchAll(/\{(\w+)\}/g)].map(([, part]) => part ?? ""),
  }));
  compiled.set(words, all);
  return all;
}

/** What the engine says of a write, in the language spoken here; what is not known stays as it is. */
export function said(text: string, words: Phrases | null = phrases): string {
  if (words === null) return text;
  for (const { fits, here, parts } of compile(words)) {
    const found = fits.exec(text);
    if (found) return parts.reduce((line, part, at) => line.replace(`{${part}}`, () => { const own = found[at + 1] ?? ""; return part === "rest" ? said(own, words) : own; }), here);
  }
  return text;
}

/** The fields in which the engine speaks, by the field that tells such an object. */
const SPEAKING: readonly (readonly [mark: string, fields: readonly string[]])[] = [["intent_id", ["label"]], ["attempts", ["title", "detail"]]];

/** An answer of the engine with what it says of writes in the language spoken here. */
export function spoken<Answer>(answer: Answer, words: Phrases | null = phrases): Answer {
  if (words === null || typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((one: unknown) => spoken(one, words)) as Answer;
  const speaks = new Set(SPEAKING.filter(([mark]) => mark in answer).flatMap(([, fields]) => fields));
  return Object.fromEntries(Object.entries(answer).map(([name, value]: [string, unknown]) => [name, typeof value === "string" ? (speaks.has(name) ? said(value, words) : value) : spoken(value, words)])) as Answer;
}
