export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";
/** `zoom` is in percent. */
export type Appearance = { theme: Theme; density: Density; zoom: number };

const THEMES: ReadonlySet<string> = new Set(["light", "dark", "system"]);
const DENSITIES: ReadonlySet<string> = new Set(["comfortable", "compact"]);
export const isTheme = (value: unknown): value is Theme => typeof value === "string" && THEMES.has(value);
export const isDensity = (value: unknown): value is Density => typeof value === "string" && DENSITIES.has(value);
/** The sizes everything is shown in, in percent. */
export const ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 175];
export const PLAIN = 100;
export const DARK = "(prefers-color-scheme: dark)";

/** What was chosen last on this computer, so that the first paint already wears it. */
export function remembered(): Appearance {
  const [theme, density, zoom] = [localStorage.getItem("theme"), localStorage.getItem("density"), Number(localStorage.getItem("zoom"))];
  return { theme: isTheme(theme) ? theme : "system", density: isDensity(density) ? density : "comfortable", zoom: ZOOMS.includes(zoom) ? zoom : PLAIN };
}

/** Puts a theme and a density on the page. */
export function dress({ theme, density }: Appearance): void {
  const page = document.documentElement.dataset;
  // What the platform's own face is called is a search of its own there; see the tokens.
  if (/linux/i.test(navigator.userAgent)) page.system = "linux";
  page.theme = theme === "dark" || (theme === "system" && matchMedia(DARK).matches) ? "dark" : "light";
  page.density = density;
}
