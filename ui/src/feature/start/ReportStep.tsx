import { Copy, KeyRound, RefreshCw } from "lucide-react";
import type { KeyReport } from "../../bindings/types";
import { Button, copyText } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Alert } from "./Alert";
import { baseUrlOf } from "./KeyStep";
import { adminRequest } from "./permissions";
import { ReportTable } from "./ReportTable";
import { Page, type Entry } from "./Wizard";
import css from "./Wizard.module.css";

const SEEN = 4;
const masked = (key: string): string => `${"•".repeat(16)}${key.trim().slice(-SEEN)}`;

type Props = { entry: Entry; report: KeyReport; onReport: (report: KeyReport) => void; onBack: () => void; onNext: () => void };

/** What the key can do, before anything is kept. */
export function ReportStep({ entry, report, onReport, onBack, onNext }: Props) {
  const { mutateAsync: check, isPending, error } = useAct("check_key");
  const again = () => { void check({ api_key: entry.key.trim(), base_url: baseUrlOf(entry) }).then(onReport, () => undefined); };
  const missing = report.missing.length;
  return (
    <Page
      title={t("start.report.title")} intro={report.introspected ? t("start.report.introspected") : t("start.report.guessed")} onSubmit={onNext}
      footer={(
        <>
          <Button variant="quiet" onPress={onBack}>{t("start.back")}</Button>
          <span className={css.note}>{missing === 0 ? t("start.report.nothing") : t("start.report.some", { count: missing })}</span>
          {missing > 0 && <Button onPress={() => { void copyText(adminRequest(), t("start.guide.requestCopied")); }}><Copy />{t("start.guide.copyAll")}</Button>}
          <Button variant="primary" type="submit" autoFocus kbd="Enter">{t("start.report.continue")}</Button>
        </>
      )}
    >
      <div className={css.keyline}>
        <KeyRound aria-hidden /><code>{masked(entry.key)}</code><span>{report.title ?? t("start.report.unnamed")}</span>
        <div>
          <Button size="small" isDisabled={isPending} onPress={again}><RefreshCw />{t("start.report.again")}</Button>
          <Button size="small" variant="quiet" onPress={onBack}>{t("start.report.another")}</Button>
        </div>
      </div>
      {error && <Alert failure={error} />}
      <ReportTable report={report} />
    </Page>
  );
}
