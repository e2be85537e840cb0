import type { CandidateListInput, CandidateSort } from "../../bindings/types";
import type { Order } from "./table/Table";

export type CandidateSearch = { q?: string; sort?: CandidateSort; desc?: boolean };
export type Asked = Omit<CandidateListInput, "offset" | "limit">;

/** What the address of the people table asks for. Names run up, dates and matches run down. */
export function asked({ q = "", sort, desc }: CandidateSearch): Asked {
  const query = q.trim();
  const by = sort ?? (query === "" ? "updated" : "relevance");
  const sortBy = by === "relevance" && query === "" ? "updated" : by;
  return { query, sort: sortBy, desc: desc ?? sortBy !== "name" };
}

/** The order after a press on the head of column `by`. */
export function turned(order: Order<CandidateSort>, by: CandidateSort): Order<CandidateSort> {
  return order.by === by ? { by, desc: !order.desc } : { by, desc: by !== "name" };
}
