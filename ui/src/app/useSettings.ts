import { useCallback, useEffect } from "react";
import { useAct, useCommand } from "../query";
import { isDensity, isTheme, wear, type Appearance } from "./theme";

/** Chooses an appearance and keeps it with the workspace. */
export function useChoose(): (change: Partial<Appearance>) => void {
  const { mutate: keep } = useAct("set_setting");
  return useCallback((change) => {
    wear(change);
    if (change.theme !== undefined) keep({ key: "theme", value: change.theme });
    if (change.density !== undefined) keep({ key: "density", value: change.density });
  }, [keep]);
}

/** Wears what the workspace remembers, also when it is set from elsewhere. */
export function useKeptAppearance(): void {
  const { data: theme } = useCommand("setting", { key: "theme" });
  const { data: density } = useCommand("setting", { key: "density" });
  useEffect(() => { if (isTheme(theme)) wear({ theme }); }, [theme]);
  useEffect(() => { if (isDensity(density)) wear({ density }); }, [density]);
}
