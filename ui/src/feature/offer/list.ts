import type { OfferListInput, OfferSort } from "../../bindings/types";
import type { Order } from "../candidate/table/Table";

export type OfferSearch = { status?: string; sort?: OfferSort; desc?: boolean };
export type Asked = Omit<OfferListInput, "offset" | "limit">;

export const OFFER_SORTS: readonly OfferSort[] = ["created", "starts"];

/** Statuses in the order of their chips: those that wait first; one not named here comes last. */
const STATUSES = ["DRAFT", "APPROVED", "SENT", "ACCEPTED", "DECLINED", "ABANDONED"];
const rank = (status: string): number => (STATUSES.includes(status) ? STATUSES.indexOf(status) : STATUSES.length);
export const ordered = (counts: readonly { status: string; count: number }[]): { status: string; count: number }[] => counts.toSorted((a, b) => rank(a.status) - rank(b.status));

/** What the address of the offers asks for; the newest first, unless it says otherwise. */
export function asked({ status, sort = "created", desc }: OfferSearch): Asked {
  return { statuses: status === undefined ? [] : [status], sort, desc: desc ?? true };
}

export function turned(order: Order<OfferSort>, by: OfferSort): Order<OfferSort> {
  return order.by === by ? { by, desc: !order.desc } : { by, desc: true };
}
