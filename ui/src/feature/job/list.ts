import type { JobListInput, JobSort } from "../../bindings/types";
import type { Order } from "../candidate/table/Table";

export type JobSearch = { q?: string; status?: string; sort?: JobSort; desc?: boolean };
export type Asked = Omit<JobListInput, "offset" | "limit">;

/** Statuses in the order of their chips; one not named here comes last. */
const STATUSES = ["OPEN", "DRAFT", "CLOSED", "ARCHIVED"];
export const ordered = (counts: { status: string; count: number }[]): { status: string; count: number }[] =>
  [...counts].sort((a, b) => rank(a.status) - rank(b.status));
const rank = (status: string): number => (STATUSES.includes(status) ? STATUSES.indexOf(status) : STATUSES.length);

/** The statuses there are, and the one asked for even where nothing has it: a filter in force is never out of sight. */
export const offered = (counts: { status: string; count: number }[], asked: string): { status: string; count: number }[] =>
  ordered(asked === "ALL" || counts.some(({ status }) => status === asked) ? counts : [...counts, { status: asked, count: 0 }]);

/** Words run up, numbers and dates run down. */
const down = (by: JobSort): boolean => by === "active" || by === "opened";

/** What the address of the jobs table asks for; open jobs, the busiest first, unless it says otherwise. */
export function asked({ q = "", status = "OPEN", sort = "active", desc }: JobSearch): Asked {
  return { query: q.trim(), statuses: status === "ALL" ? [] : [status], sort, desc: desc ?? down(sort) };
}

export function turned(order: Order<JobSort>, by: JobSort): Order<JobSort> {
  return order.by === by ? { by, desc: !order.desc } : { by, desc: down(by) };
}
