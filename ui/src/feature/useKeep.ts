import { useCallback } from "react";
import { toast } from "../component";
import { failureOf } from "../platform";
import { useAct } from "../query";

/** Keeps a setting with the workspace; `kept` follows once it is. When it is refused, why is said and the setting stays as it was. */
export function useKeep(): (key: string, value: string, kept?: () => void) => void {
  const { mutateAsync: set } = useAct("set_setting");
  return useCallback((key, value, kept) => {
    set({ key, value }).then(kept, (thrown: unknown) => { const { message, cure } = failureOf(thrown); toast({ message, detail: cure, tone: "failed" }); }).catch(() => undefined);
  }, [set]);
}
