import type { ReferenceName } from "../../bindings/types";
import { useCommand } from "../../query";

/** One of the lists that actions choose from, as the mirror has it. */
export function useListed(list: ReferenceName, enabled = true) {
  const { data, error, refetch } = useCommand("reference_list", { list }, { enabled });
  return { data: data?.records, error, refetch };
}
