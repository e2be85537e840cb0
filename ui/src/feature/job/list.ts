import type { JobListInput, JobSort } from "../../bindings/types";
import type { Order } from "../candidate/table/Table";

export type JobSearch = { q?: string; status?: string; sort?: JobSort; desc?: boolean };
export type Asked = Omit<JobListInput, "offset" | "limit">;

/** Statuses in the order of their chips; one not named here comes last. */
const STATUSES = ["OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
export const ordered = (counts: { status: string; count: number }[]): { status: string; count: number }[] =>
  [...counts].sort((a, b) => rank(a.status) - rank(b.status));
const rank = (status: string): number => (STATUSES.includes(status) ? STATUSES.indexOf(status) : STATUSES.length);

/** Words run up, numbers and dates run down. */
const down = (by: JobSort): boolean => by === "active" || by === "opened";

/** What the address of the jobs table asks for; open jobs, the busiest first, unless it says otherwise. */
export function asked({ q = "", status = "OPEN", sort = "active", desc }: JobSearch): Asked {
  return { query: q.trim(), statuses: status === "ALL" ? [] : [status], sort, desc: desc ?? down(sort) };
}

export function turned(order: Order<JobSort>, by: JobSort): Order<JobSort> {
  return order.by === by ? { by, desc: !order.desc } : { by, desc: down(by) };
}
