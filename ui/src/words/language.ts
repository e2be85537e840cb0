/** What one can choose; `system` follows the languages of this computer. */
export const CHOICES = ["system", "en", "de"] as const;
export type Choice = (typeof CHOICES)[number];
export type Language = Exclude<Choice, "system">;

/** Which words are said, and how dates and numbers are written. */
export type Speech = { language: Language; locale: string };

const KEY = "language";
const isLanguage = (value: string): value is Language => value === "en" || value === "de";
export const isChoice = (value: unknown): value is Choice => CHOICES.some((one) => one === value);

/** The language without its region: `de-AT` → `de`. */
const base = (tag: string): string => tag.toLowerCase().split("-")[0] ?? "";

/** The words and the locale of a choice on a computer that prefers these languages, best first. The region is the computer's where it speaks the language at all. */
export function speechOf(choice: Choice, preferred: readonly string[]): Speech {
  const own = preferred.map(base).find(isLanguage) ?? "en";
  const language = choice === "system" ? own : choice;
  return { language, locale: preferred.find((tag) => base(tag) === language) ?? language };
}

/** What was chosen on this computer, so that the first paint already speaks it. */
export function chosenLanguage(): Choice {
  const kept = localStorage.getItem(KEY);
  return isChoice(kept) ? kept : "system";
}

/** Speaks another language from now on. The window is drawn anew, since much is said once and kept. */
export function speak(choice: Choice, redraw: () => void = () => { location.reload(); }): void {
  const before = speechOf(chosenLanguage(), navigator.languages).language;
  localStorage.setItem(KEY, choice);
  if (speechOf(choice, navigator.languages).language !== before) redraw();
}
