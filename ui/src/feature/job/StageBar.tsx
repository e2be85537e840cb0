import type { StageCount } from "../../bindings/types";
import { usePainted } from "../../component";
import { t } from "../../words";
import { peopleIn } from "./words";
import css from "./Jobs.module.css";

const ORDER = ["Lead", "PreInterviewScreen", "Active", "Offer"];
const place = ({ kind }: StageCount): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);

/** People in process of a job as one bar: a piece per stage type, as wide as its share. To say the first twenty takes as long as to draw them, and is left until they stand there. */
export function StageBar({ stages }: { stages: StageCount[] }) {
  const isSaid = usePainted();
  const shown = stages.filter(({ kind, count }) => count > 0 && kind !== "Archived" && kind !== "Hired").sort((a, b) => place(a) - place(b));
  if (shown.length === 0) return <span className={css.bar} aria-hidden="true" />;
  const text = isSaid ? shown.map(({ kind, count }) => peopleIn(kind, count)).join(", ") : undefined;
  return (
    <span className={css.bar} role={text && "img"} aria-label={text && t("job.inProcess", { parts: text })} title={text}>
      {shown.map(({ kind, count }) => <i key={kind} data-kind={kind} style={{ flexGrow: count }} />)}
    </span>
  );
}
