import { useQuery } from "@tanstack/react-query";
import type { Failure } from "../../bindings/types";
import { call } from "../../query";
import { t } from "../../words";
import { begun, forget } from "./kept";

/** Someone to decide about. Without an application the one that still moves is meant. */
export type Item = { candidate: string; application: string | null; name: string; company: string | null };
export type QueueKind = "job" | "view" | "selection";
export type Queue = { title: string; note: string; items: readonly Item[]; /** All there are; a queue ends at `MOST`. */ total: number };

/** People in one queue at most. */
export const MOST = 500;
const JOB_WINDOW = 200;
const VIEW_WINDOW = 100;

let selected: Queue = { title: "", note: "", items: [], total: 0 };
/** Keeps what was selected elsewhere as the queue "selection". */
export function keepSelection(title: string, items: readonly Item[]): void {
  selected = { title, note: t("review.ofSelection"), items: items.slice(0, MOST), total: items.length };
  forget(nameOf("selection", "now"));
}

/** What a review is kept under. */
export const nameOf = (kind: QueueKind, id: string): string => `${kind} ${id}`;

async function ofJob(job: string): Promise<Queue> {
  const items: Item[] = [];
  let total = 1;
  while (items.length < Math.min(total, MOST)) {
    const page = await call("review_queue", { job_id: job, offset: items.length, limit: JOB_WINDOW });
    total = page.total;
    if (page.rows.length === 0) break;
    items.push(...page.rows.map(({ application_id, candidate_id, name, company }) => ({ candidate: candidate_id, application: application_id, name, company })));
  }
  const board = await call("board", { job_id: job, plan: null });
  return { title: board.job.title, note: t("review.ofJob"), items: items.slice(0, MOST), total };
}

async function ofView(id: string): Promise<Queue> {
  const view = await call("view", { id });
  const items: Item[] = [];
  let total = 1;
  while (items.length < Math.min(total, MOST)) {
    const page = await call("list_candidates", { query: view.query, sort: view.sort, desc: view.desc, offset: items.length, limit: VIEW_WINDOW });
    total = page.total;
    if (page.rows.length === 0) break;
    items.push(...page.rows.map(({ id: candidate, name, company }) => ({ candidate, application: null, name, company })));
  }
  return { title: view.name, note: t("review.ofView"), items: items.slice(0, MOST), total };
}

/** A queue as it stood when it was opened: deciding does not shift it. */
export function useQueue(kind: QueueKind, id: string) {
  return useQuery<Queue, Failure>({
    queryKey: ["review", kind, id], gcTime: 0, staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: "always",
    queryFn: async () => begun(nameOf(kind, id), kind === "job" ? await ofJob(id) : kind === "view" ? await ofView(id) : selected),
  });
}
