import { useSyncExternalStore } from "react";
import { platform } from "../platform";
import { DARK, dress, PLAIN, remembered, ZOOMS, type Appearance } from "./worn";

export { isDensity, isTheme, ZOOMS, type Appearance, type Density, type Theme } from "./worn";

const listeners = new Set<() => void>();
let current = remembered();

/** Wears a theme, a density and a size, now and at the next start. */
export function wear(change: Partial<Appearance>): void {
  const next = { ...current, ...change };
  if (next.theme === current.theme && next.density === current.density && next.zoom === current.zoom) return;
  if (next.zoom !== current.zoom) platform.zoom(next.zoom / PLAIN);
  current = next;
  localStorage.setItem("theme", next.theme);
  localStorage.setItem("density", next.density);
  localStorage.setItem("zoom", String(next.zoom));
  dress(current);
  for (const listener of listeners) listener();
}

/** Puts on what is remembered and follows the system. */
export function startTheme(): void {
  if (new URLSearchParams(location.search).has("dark")) current = { ...current, theme: "dark" };
  dress(current);
  if (current.zoom !== PLAIN) platform.zoom(current.zoom / PLAIN);
  matchMedia(DARK).addEventListener("change", () => { dress(current); });
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
