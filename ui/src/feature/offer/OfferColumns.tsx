import type { OfferRow, OfferSort } from "../../bindings/types";
import { Age, Mark, type Tone } from "../../component";
import { dateOf } from "../interview/words";
import { plain, sum } from "../record";
import type { Column } from "../candidate/table/Table";
import { t } from "../../words";
import css from "./Offers.module.css";

const TONES: Record<string, Tone> = { ACCEPTED: "ok", SENT: "pending", APPROVED: "pending", DRAFT: "unconfirmed", DECLINED: "offline", ABANDONED: "offline" };

/** A status in words; one Ashby adds later is shown as it is written. */
export function statusOf(status: string): string {
  switch (status) {
    case "DRAFT": case "APPROVED": case "SENT": case "ACCEPTED": case "DECLINED": case "ABANDONED": return t(`offer.statuses.${status}`);
    default: return plain(status);
  }
}

/** The columns of the offers: words first, then numbers and days, so that no head at the right stands against one at the left. */
export const columns = (): Column<OfferRow, OfferSort>[] => [
  { id: "candidate", head: t("offer.candidate"), width: "minmax(140px, 1.2fr)", cell: (row) => <span className={css.name} dir="auto" title={row.candidate ?? undefined}>{row.candidate ?? t("offer.unknown")}</span> },
  { id: "job", head: t("offer.job"), width: "minmax(130px, 1.2fr)", yields: 1, cell: (row) => <span title={row.job ?? undefined}>{row.job}</span> },
  { id: "status", head: t("offer.status"), width: "112px", cell: (row) => row.status !== null && <Mark tone={TONES[row.status] ?? "offline"}>{statusOf(row.status)}</Mark> },
  { id: "state", head: t("offer.state"), width: "minmax(150px, 1.6fr)", yields: 4, cell: (row) => <span title={row.offer_status === null ? undefined : plain(row.offer_status)}>{row.offer_status === null ? "" : plain(row.offer_status)}</span> },
  { id: "author", head: t("offer.author"), width: "minmax(100px, 0.8fr)", yields: 6, cell: (row) => <span title={row.author ?? undefined}>{row.author}</span> },
  { id: "salary", head: t("offer.salary"), width: "minmax(104px, 0.4fr)", end: true, yields: 2, cell: (row) => row.salary !== null && <span title={sum(row.salary)}>{sum(row.salary)}</span> },
  { id: "starts", head: t("offer.starts"), width: "104px", sort: "starts", end: true, cell: (row) => row.starts_at !== null && <span className={css.date}>{dateOf(row.starts_at)}</span> },
  { id: "decided", head: t("offer.decided"), width: "84px", end: true, yields: 5, cell: (row) => row.decided_at !== null && <Age at={row.decided_at} /> },
  { id: "created", head: t("offer.created"), width: "84px", sort: "created", end: true, yields: 3, cell: (row) => row.created_at !== null && <Age at={row.created_at} /> },
];
