import { createInstance } from "i18next";
import { en } from "./words/en";
import type { rest } from "./words/en/rest";
import { VOCABULARY } from "./words/en/vocabulary";
import * as GERMAN from "./words/german";
import { chosenLanguage, speechOf } from "./words/language";

declare module "i18next" {
  interface CustomTypeOptions { defaultNS: "translation"; resources: { translation: typeof en & typeof rest } }
}

/** Which language is spoken, and the locale of dates and numbers, until the window is drawn anew. */
export const { language, locale } = speechOf(chosenLanguage(), navigator.languages);

/** A noun in the middle of a sentence: only German keeps its capital. */
export const inSentence = (noun: string): string => (language === "de" ? noun : noun.toLowerCase());

// Read also where it is not spoken: a module that waits for another has WebKit run what is imported beside it too early (its bug 242740).
const german = language === "de" ? GERMAN : null;

/** What failures say in the language spoken here; null where that is the engine's own. */
export const failures = german?.FAILURES ?? null;

/** What the engine says of writes in the language spoken here; null where that is its own. */
export const phrases = german === null ? null : { titles: german.PHRASES, details: german.DETAILS, warnings: german.WARNINGS, headlines: german.HEADLINES };

/** The words of the model and of Ashby in the language spoken here. */
export const vocabulary = german?.VOCABULARY ?? VOCABULARY;

/** The message catalogue. Another language is another folder beside `words/en` of the same shape. */
export const catalog = createInstance({
  lng: locale, fallbackLng: "en", resources: { en: { translation: en }, ...(german === null ? {} : { de: { translation: german.de } }) },
  interpolation: { escapeValue: false }, initAsync: false,
});
void catalog.init();

const put = catalog.t as (key: string, filling?: object) => string;
const said = new Map<string, string>();

/** A message of the catalogue. What has nothing to fill in is put together once: a table says it in every row. */
export const t = ((key: string, filling?: object): string => {
  if (filling !== undefined) return put(key, filling);
  const message = said.get(key) ?? put(key);
  said.set(key, message);
  return message;
}) as typeof catalog.t;

const written = new Map<string, Intl.NumberFormat>();
function inDigits(value: number, of = locale): string {
  const known = written.get(of) ?? new Intl.NumberFormat(of);
  written.set(of, known);
  return known.format(value);
}
// The catalogue's own is made anew for each number that is said.
catalog.services.formatter?.add("number", inDigits);

/** A number as this locale writes it. */
export const number = (value: number): string => inDigits(value);

export type Dates = Pick<Intl.DateTimeFormat, "format" | "formatRange">;

/** A way to write dates in this locale; the clock has 24 hours everywhere. It is made when first needed: each costs a start 3 ms. */
export function dates(options: Intl.DateTimeFormatOptions): Dates {
  const clock: Intl.DateTimeFormatOptions = options.hour === undefined && options.timeStyle === undefined ? {} : { hourCycle: "h23" };
  let made: Intl.DateTimeFormat | undefined;
  const own = () => (made ??= new Intl.DateTimeFormat(locale, { ...options, ...clock }));
  return { format: (at) => own().format(at), formatRange: (from, to) => own().formatRange(from, to) };
}
