import { dates, t } from "../../words";
import { text, type Row } from "../record";
import { salaryOf, worded } from "./facts";
import { useJobRow } from "./useJobRecord";
import css from "./Jobs.module.css";

const day = dates({ dateStyle: "medium" });
const since = (job: Row, name: string, label: string): string => { const at = text(job, name); return at === null ? "" : `${label} ${day.format(new Date(at))}`; };

/** What one asks of a job first, in a quiet line below its title. */
export function JobLine({ id }: { id: string }) {
  const job = useJobRow(id);
  if (job === null) return null;
  const facts: [string, string][] = job === undefined ? [] : [
    [t("job.code"), text(job, "job_code") ?? ""], [t("job.salary"), salaryOf(job)], [t("job.remoteWork"), worded(job, "remote_work_status")], [t("job.visibility"), worded(job, "visibility")],
    [t("job.opened"), since(job, "opened_at", t("job.opened"))], [t("job.closed"), since(job, "closed_at", t("job.closed"))],
  ];
  return <p className={css.facts}>{facts.filter(([, value]) => value !== "").map(([label, value]) => <span key={label} title={label}>{value}</span>)}</p>;
}
