import { useSyncExternalStore } from "react";
import { platform } from "../platform";

export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";
/** `zoom` is in percent. */
export type Appearance = { theme: Theme; density: Density; zoom: number };

const THEMES: ReadonlySet<string> = new Set(["light", "dark", "system"]);
const DENSITIES: ReadonlySet<string> = new Set(["comfortable", "compact"]);
export const isTheme = (value: unknown): value is Theme => typeof value === "string" && THEMES.has(value);
/** The sizes everything is shown in, in percent. */
export const ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 175];
const PLAIN = 100;
export const isDensity = (value: unknown): value is Density => typeof value === "string" && DENSITIES.has(value);

const DARK = "(prefers-color-scheme: dark)";
const listeners = new Set<() => void>();

/** What was chosen last on this computer, so that the first paint already wears it. */
function remembered(): Appearance {
  const [theme, density, zoom] = [localStorage.getItem("theme"), localStorage.getItem("density"), Number(localStorage.getItem("zoom"))];
  return { theme: isTheme(theme) ? theme : "system", density: isDensity(density) ? density : "comfortable", zoom: ZOOMS.includes(zoom) ? zoom : PLAIN };
}

let current = remembered();

function paint() {
  const { theme, density } = current;
  const dark = theme === "dark" || (theme === "system" && matchMedia(DARK).matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.dataset.density = density;
}

/** Wears a theme, a density and a size, now and at the next start. */
export function wear(change: Partial<Appearance>): void {
  const next = { ...current, ...change };
  if (next.theme === current.theme && next.density === current.density && next.zoom === current.zoom) return;
  if (next.zoom !== current.zoom) platform.zoom(next.zoom / PLAIN);
  current = next;
  localStorage.setItem("theme", next.theme);
  localStorage.setItem("density", next.density);
  localStorage.setItem("zoom", String(next.zoom));
  paint();
  for (const listener of listeners) listener();
}

/** Puts on what is remembered and follows the system. */
export function startTheme(): void {
  // What the platform's own face is called is a search of its own there; see the tokens.
  if (/linux/i.test(navigator.userAgent)) document.documentElement.dataset.system = "linux";
  if (new URLSearchParams(location.search).has("dark")) current = { ...current, theme: "dark" };
  paint();
  if (current.zoom !== PLAIN) platform.zoom(current.zoom / PLAIN);
  matchMedia(DARK).addEventListener("change", paint);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

export const useAppearance = (): Appearance => useSyncExternalStore(subscribe, () => current);

/** Shows everything one size larger or smaller, or plain. The size is a window's own and moves to no other computer. */
export function zoom(by: 1 | -1 | 0): void {
  const next = by === 0 ? PLAIN : ZOOMS[ZOOMS.indexOf(current.zoom) + by];
  if (next !== undefined) wear({ zoom: next });
}
