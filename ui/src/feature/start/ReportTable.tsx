import { Check, TriangleAlert, X } from "lucide-react";
import type { KeyReport } from "../../bindings/types";
import { Mark } from "../../component";
import { t } from "../../words";
import { moduleName, namesOf, purposeOf, usedModules, verdictOf, type Verdict } from "./permissions";
import css from "./Guide.module.css";

const glyph = ({ tone }: Verdict) => (tone === "ok" ? <Check aria-hidden /> : tone === "failed" ? <X aria-hidden /> : tone === "unconfirmed" ? <TriangleAlert aria-hidden /> : null);

/** What a key may do, module by module, and what is missing for Samara. */
export function ReportTable({ report }: { report: KeyReport }) {
  return (
    <>
      <table className={css.table}>
        <thead><tr><th>{t("start.guide.permission")}</th><th className={css.wide}>{t("start.guide.name")}</th><th>{t("start.guide.purpose")}</th><th className={css.verdict}>{t("start.report.verdict")}</th></tr></thead>
        <tbody>
          {usedModules(report).map((one) => {
            const verdict = verdictOf(one);
            return (
              <tr key={one.module}>
                <td className={css.name}>{moduleName(one.module)}</td>
                <td className={css.wide}><span className={css.code}>{namesOf(one.module)}</span></td>
                <td>{purposeOf(one)}</td>
                <td className={css.verdict}><Mark tone={verdict.tone}>{glyph(verdict)}{t(`start.report.${verdict.word}`)}</Mark></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {report.missing.length > 0 && <ul className={css.miss}>{report.missing.map((sentence) => <li key={sentence}><TriangleAlert aria-hidden />{sentence}</li>)}</ul>}
    </>
  );
}
