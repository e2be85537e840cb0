import { Lock } from "lucide-react";
import type { JobRow, JobSort } from "../../bindings/types";
import { Age, Mark } from "../../component";
import type { Column } from "../candidate/table/Table";
import { StageBar } from "./StageBar";
import { t } from "../../words";
import { count, statusOf, where } from "./words";
import css from "./Jobs.module.css";

/** The columns of the jobs table; of jobs that all have one status none says it. */
export const columns = (mixed = true): Column<JobRow, JobSort>[] => [
  { id: "title", head: t("job.title"), width: "minmax(290px, 2.4fr)", sort: "title", cell: (row) => (
    <span className={css.job}>
      <span className={css.title} title={row.title}>{row.title}</span>
      {row.confidential && <Lock size={12} aria-label={t("job.confidential")} />}
      {row.code !== null && <span className={css.code}>{row.code}</span>}
    </span>
  ) },
  ...(mixed ? [status] : []),
  { id: "department", head: t("job.department"), width: "minmax(118px, 1fr)", yields: 2, cell: (row) => <span title={row.department ?? undefined}>{row.department}</span> },
  { id: "location", head: t("job.location"), width: "minmax(140px, 1.3fr)", yields: 1, cell: ({ location, remote }) => <Two title={where(location, remote)} text={location ?? ""} rest={where(location, remote).slice(location?.length ?? 0)} /> },
  { id: "team", head: t("job.team"), width: "minmax(100px, 1.05fr)", yields: 3, cell: ({ team }) => <Two title={team.join(", ")} text={team[0] ?? ""} rest={team.length > 1 ? ` +${String(team.length - 1)}` : ""} /> },
  { id: "openings", head: t("job.openings"), width: "64px", end: true, yields: 4, cell: (row) => count(row.openings) },
  { id: "active", head: t("job.active"), width: "122px", sort: "active", cell: (row) => (
    <span className={css.active}><span className={css.number}>{count(row.active)}</span><StageBar stages={row.stages} /></span>
  ) },
  { id: "posted", head: t("job.posted"), width: "76px", yields: 5, cell: (row) => <span className={row.posted ? undefined : css.faint}>{row.posted ? t("job.postedYes") : t("job.postedNo")}</span> },
  { id: "opened", head: t("job.opened"), width: "72px", sort: "opened", end: true, cell: (row) => row.opened_at !== null && <Age at={row.opened_at} /> },
];

const status: Column<JobRow, JobSort> = { id: "status", head: t("job.status"), width: "80px", sort: "status", cell: (row) => row.status !== null && <Mark tone={row.status === "OPEN" ? "ok" : "offline"}>{statusOf(row.status)}</Mark> };

/** A text that yields to what stands after it. */
const Two = ({ title, text, rest }: { title: string; text: string; rest: string }) => <span className={css.two} title={title}><span>{text}</span><span>{rest}</span></span>;
