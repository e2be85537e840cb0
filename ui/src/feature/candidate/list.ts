import type { CandidateListInput, CandidateSort, View } from "../../bindings/types";
import type { Order } from "./table/Table";

export type CandidateSearch = { q?: string; sort?: CandidateSort; desc?: boolean; /** Names of columns, where they are not the usual ones. */ columns?: string[] };
export type Asked = Omit<CandidateListInput, "offset" | "limit">;

/** What the address of the people table asks for. Names run up, dates and matches run down. */
export function asked({ q = "", sort, desc }: CandidateSearch): Asked {
  const query = q.trim();
  const by = sort ?? (query === "" ? "updated" : "relevance");
  const sortBy = by === "relevance" && query === "" ? "updated" : by;
  return { query, sort: sortBy, desc: desc ?? sortBy !== "name" };
}

/** The address of a saved view. */
export const addressOf = ({ query, sort, desc, columns }: Omit<View, "id" | "name">): CandidateSearch => ({ q: query, sort, desc, columns: columns.length === 0 ? undefined : columns });

/** The order after a press on the head of column `by`. */
export function turned(order: Order<CandidateSort>, by: CandidateSort): Order<CandidateSort> {
  return order.by === by ? { by, desc: !order.desc } : { by, desc: by !== "name" };
}
