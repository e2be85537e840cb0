import type { Coverage as Covered } from "../bindings/types";
import { t } from "../words";
import { Age } from "./Age";
import css from "./Coverage.module.css";

type Props = {
  /** What is shown, in words: "1,284 people". */
  count: string;
  coverage: Covered;
  /** Whether `count` is a part of the whole. */
  filtered?: boolean;
  /** What else the count rests on, in words. */
  note?: string;
  /** How long the answer took. */
  took?: string;
  /** Whether less than all of Ashby is kept here, by choice. */
  part?: boolean;
  /** Inside a tool row instead of a line of its own. */
  inline?: boolean;
};

/** A count never stands without how complete and how old it is. */
export function Coverage({ count, coverage, filtered = false, took, note, part = false, inline = false }: Props) {
  const { total, as_of: asOf, complete } = coverage;
  const age = asOf === null ? null : <Age at={asOf} ago />;
  if (inline) {
    return <span className={css.inline}><b>{count}</b> · {age === null ? t("common.coverage.unread") : <>{t(complete ? "common.coverage.complete" : "common.coverage.incomplete")} {age}</>}</span>;
  }
  return (
    <div className={css.line} role="status" data-now>
      <b>{count}</b>
      <span className={css.rest}>
        {filtered && total > 0 && `${t("common.coverage.of", { total })} · `}
        {complete && age !== null ? <>{t(part ? "common.coverage.kept" : "common.coverage.all")} {age}</> : t("common.coverage.partial", { total })}
        {note !== undefined && ` · ${note}`}
      </span>
      {took !== undefined && <span className={css.took}>{took}</span>}
    </div>
  );
}
