import { useCommand } from "../../query";

/** The user whose desk this is. */
export const ME = "acting_user";
export const LENS = "lens";

/** Whether only one's own jobs are looked at: from the moment one has said who one is, until it is switched off. */
export function useMine(): boolean {
  const { data: me } = useCommand("setting", { key: ME });
  const { data: lens } = useCommand("setting", { key: LENS });
  return me !== undefined && me !== null && me !== "" && lens !== "all";
}
