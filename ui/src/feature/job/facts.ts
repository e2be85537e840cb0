import { number as amount, t } from "../../words";
import { number, plain, text, type Row } from "../record";

const PERIODS = ["YEAR", "MONTH", "TWO_WEEKS", "WEEK", "DAY", "HOUR"] as const;

/** What a salary is paid for; a period of another name as Ashby writes it. */
function perOf(period: string): string {
  const known = PERIODS.find((one) => one === period);
  return t("job.per", { period: known === undefined ? period.toLowerCase() : t(`job.period.${known}`) });
}

/** What is paid, from and to; empty where nothing is said. */
export function salaryOf(job: Row): string {
  const ends = [number(job, "salary_amount_from"), number(job, "salary_amount_to")].flatMap((one) => (one === null ? [] : amount(one)));
  const period = text(job, "salary_period");
  return ends.length === 0 ? "" : [[...new Set(ends)].join("–"), text(job, "salary_currency"), period === null ? null : perOf(period)].filter((one) => one !== null).join(" ");
}

/** A word of the model in people's. */
export const worded = (job: Row, name: string): string => { const word = text(job, name); return word === null ? "" : plain(word); };
