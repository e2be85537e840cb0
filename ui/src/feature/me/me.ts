import { useCommand } from "../../query";
import { useKeep } from "../useKeep";

/** The user whose desk this is, and in whose name is written where the key allows it; the engine's own name of the setting. */
const ME = "acting_user";
/** Whether one's own jobs are looked at. */
export const LENS = "lens";

export type Me = {
  /** Unified id of the user who sits here; `null` while that is not said. */
  id: string | null;
  ready: boolean;
  is: (id: string | null) => void;
};

/** Which user of the workspace sits at this computer: what "mine" means. */
export function useMe(): Me {
  const { data, isSuccess } = useCommand("setting", { key: ME });
  const keep = useKeep();
  return { id: data === undefined || data === null || data === "" ? null : data, ready: isSuccess, is: (id) => { keep(ME, id ?? ""); } };
}

/** Whether only one's own jobs are looked at: from the moment one has said who one is, until it is switched off. */
export function useMine(): boolean {
  const { id } = useMe();
  const { data: lens } = useCommand("setting", { key: LENS });
  return id !== null && lens !== "all";
}
