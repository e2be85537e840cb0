import { useSyncExternalStore } from "react";

export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";
export type Appearance = { theme: Theme; density: Density };

const THEMES: ReadonlySet<string> = new Set(["light", "dark", "system"]);
const DENSITIES: ReadonlySet<string> = new Set(["comfortable", "compact"]);
export const isTheme = (value: unknown): value is Theme => typeof value === "string" && THEMES.has(value);
export const isDensity = (value: unknown): value is Density => typeof value === "string" && DENSITIES.has(value);

const DARK = "(prefers-color-scheme: dark)";
const listeners = new Set<() => void>();

/** What was chosen last on this computer, so that the first paint already wears it. */
function remembered(): Appearance {
  const [theme, density] = [localStorage.getItem("theme"), localStorage.getItem("density")];
  return { theme: isTheme(theme) ? theme : "system", density: isDensity(density) ? density : "comfortable" };
}

let current = remembered();

function paint() {
  const { theme, density } = current;
  const dark = theme === "dark" || (theme === "system" && matchMedia(DARK).matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.dataset.density = density;
}

/** Wears a theme and a density, now and at the next start. */
export function wear(change: Partial<Appearance>): void {
  const next = { ...current, ...change };
  if (next.theme === current.theme && next.density === current.density) return;
  current = next;
  localStorage.setItem("theme", next.theme);
  localStorage.setItem("density", next.density);
  paint();
  for (const listener of listeners) listener();
}

/** Puts on what is remembered and follows the system. */
export function startTheme(): void {
  // What the platform's own face is called is a search of its own there; see the tokens.
  if (/linux/i.test(navigator.userAgent)) document.documentElement.dataset.system = "linux";
  if (new URLSearchParams(location.search).has("dark")) current = { ...current, theme: "dark" };
  paint();
  matchMedia(DARK).addEventListener("change", paint);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);
