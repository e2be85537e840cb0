import type { ExtraCoverage } from "../../bindings/types";
import { Age } from "../../component";
import { number, t } from "../../words";
import css from "./SyncModels.module.css";

const KINDS = ["history", "answers", "notes", "projects", "resume_text", "resume_file", "feedback"] as const;
const nameOf = (kind: string): string => { const known = KINDS.find((one) => one === kind); return known ? t(`prefs.extras.${known}`) : kind.replaceAll("_", " "); };

/** How much is here of what Ashby tells record by record only. */
export function Extras({ extras }: { extras: readonly ExtraCoverage[] }) {
  return (
    <ul className={css.list} data-roomy>
      {extras.map(({ kind, have, of, failed, as_of: asOf }) => (
        <li key={kind} className={css.row} data-bare>
          <span className={css.name}>{nameOf(kind)}{failed > 0 && <span className={css.why}>{t("prefs.extras.failed", { count: failed })}</span>}</span>
          <span className={css.rows}>{t("prefs.extras.of", { have, of })}</span>
          <span className={css.age}>{of > 0 && have < of ? `${number(Math.floor((have / of) * 100))} %` : <Age at={asOf} ago />}</span>
        </li>
      ))}
    </ul>
  );
}
