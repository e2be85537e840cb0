import { useMemo } from "react";
import { useCommand } from "../../../query";
import { text } from "../../record";

/** The names of the tags that are in use, by name. */
export function useTagNames(): readonly string[] {
  const { data } = useCommand("list_rows", { model: "ats_tags", page_size: 250, cursor: null, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
  return useMemo(() => [...new Set((data?.results ?? []).flatMap((row) => text(row, "name") ?? []))].sort((a, b) => a.localeCompare(b)), [data]);
}
