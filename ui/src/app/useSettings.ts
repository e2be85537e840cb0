import { useCallback, useEffect } from "react";
import { keymapOf, wearKeymap } from "../component";
import { useKeep } from "../feature/useKeep";
import { useCommand } from "../query";
import { chosenLanguage, isChoice, speak, type Choice } from "../words/language";
import { isDensity, isTheme, wear, type Appearance } from "./theme";

/** Chooses an appearance and keeps it with the workspace. */
export function useChoose(): (change: Partial<Appearance>) => void {
  const keep = useKeep();
  return useCallback((change) => {
    wear(change);
    if (change.theme !== undefined) keep("theme", change.theme);
    if (change.density !== undefined) keep("density", change.density);
  }, [keep]);
}

/** Wears what the workspace remembers, also when it is set from elsewhere. */
export function useKeptAppearance(): void {
  const { data: theme } = useCommand("setting", { key: "theme" });
  const { data: density } = useCommand("setting", { key: "density" });
  useEffect(() => { if (isTheme(theme)) wear({ theme }); }, [theme]);
  useEffect(() => { if (isDensity(density)) wear({ density }); }, [density]);
}

/** Chooses a language and keeps it with the workspace before the window is drawn anew. */
export function useSpeak(): (choice: Choice) => void {
  const keep = useKeep();
  return useCallback((choice) => { keep("language", choice, () => { speak(choice); }); }, [keep]);
}

/** Speaks what the workspace remembers, also when it is set from elsewhere. */
export function useKeptLanguage(): void {
  const { data: kept } = useCommand("setting", { key: "language" });
  useEffect(() => { if (isChoice(kept) && kept !== chosenLanguage()) speak(kept); }, [kept]);
}

/** The keys of one's own, kept with the workspace. */
export const KEYMAP = "keymap";

/** Puts the keys of one's own in force, also when they are changed from elsewhere. */
export function useKeptKeys(): void {
  const { data: kept } = useCommand("setting", { key: KEYMAP });
  useEffect(() => { if (kept !== undefined) wearKeymap(keymapOf(kept)); }, [kept]);
}
