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

/** One phrase of the engine in the language spoken here; what is not known stays as it is. */
export function said(text: string, words: Phrases): string {
  for (const { fits, here, parts } of compile(words)) {
    const found = fits.exec(text);
    if (found) return parts.reduce((line, part, at) => line.replace(`{${part}}`, () => { const own = found[at + 1] ?? ""; return part === "rest" ? said(own, words) : own; }), here);
  }
  return text;
}

type Fields = Record<string, unknown>;
type Saying = { field: string; of: keyof NonNullable<typeof phrases>; /** By what such an object is told. */ told: (answer: Fields) => boolean };

const isOfIntent = (answer: Fields): boolean => "intent_id" in answer;
const isIntent = (answer: Fields): boolean => "attempts" in answer;

/** Where the engine speaks. */
const SAYINGS: readonly Saying[] = [
  { field: "label", of: "titles", told: isOfIntent }, { field: "title", of: "titles", told: isIntent },
  // Of a timeline only what was done from here is said by the engine.
  { field: "title", of: "titles", told: ({ by, kind }) => by !== undefined && kind === "action" },
  { field: "detail", of: "details", told: isIntent }, { field: "warnings", of: "warnings", told: isIntent },
  // What a key may not do.
  { field: "missing", of: "warnings", told: ({ introspected }) => introspected !== undefined },
  // Why somebody cannot go to a stage.
  { field: "refusal", of: "warnings", told: ({ stage }) => stage !== undefined },
  // What has a kind has a name of its own; only a side of a conflict that is no stage is said in words, and has no id.
  { field: "name", of: "details", told: ({ kind, id }) => kind !== undefined && id === "" },
  { field: "headline", of: "headlines", told: () => true }, { field: "subtitle", of: "headlines", told: ({ kind }) => kind === "candidate" },
];

/** An answer of the engine with what it says of writes in the language spoken here. */
export function spoken<Answer>(answer: Answer, words: typeof phrases = phrases): Answer {
  if (words === null || typeof answer !== "object" || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((one: unknown) => spoken(one, words)) as Answer;
  const fields = answer as Fields;
  const here = (name: string, value: unknown): unknown => {
    const saying = SAYINGS.find(({ field, told }) => field === name && told(fields));
    if (saying === undefined) return spoken(value, words);
    const say = (text: unknown): unknown => (typeof text === "string" ? said(text, words[saying.of]) : text);
    return Array.isArray(value) ? value.map(say) : say(value);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, here(name, value)])) as Answer;
}
