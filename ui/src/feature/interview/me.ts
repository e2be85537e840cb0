import { useAct, useCommand } from "../../query";

export type Me = {
  /** Unified id of the user who sits here; `null` while that is not said. */
  id: string | null;
  ready: boolean;
  is: (id: string | null) => void;
};

const KEY = "me";

/** Which user of the workspace sits at this computer: what "mine" means. */
export function useMe(): Me {
  const { data, isSuccess } = useCommand("setting", { key: KEY });
  const { mutate: keep } = useAct("set_setting");
  return { id: data === undefined || data === null || data === "" ? null : data, ready: isSuccess, is: (id) => { keep({ key: KEY, value: id ?? "" }); } };
}
