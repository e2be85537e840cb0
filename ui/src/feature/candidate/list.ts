import { useState } from "react";
import type { CandidateListInput, CandidateSort } from "../../bindings/types";
import type { Order, Spot } from "./table/Table";

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

/**
 * The last question that was answered. While a newer one waits for its answer the old list stays,
 * and an answer to a question nobody asks any more changes nothing.
 */
export function useAnswered<Question>(wanted: Question, answered: boolean): Question {
  const [shown, setShown] = useState(wanted);
  if (answered && shown !== wanted) setShown(wanted);
  return answered ? wanted : shown;
}

const spots = new Map<string, Spot>();
const START: Spot = { top: 0, index: 0 };

/** Where one stood in the list of a question. */
export const spotOf = (question: Asked): Spot => spots.get(JSON.stringify(question)) ?? START;
export const keepSpot = (question: Asked, spot: Spot) => { spots.set(JSON.stringify(question), spot); };
