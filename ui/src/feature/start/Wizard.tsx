import { useState, type ReactNode } from "react";
import { Check } from "lucide-react";
import type { KeyReport } from "../../bindings/types";
import { Seed } from "../../component";
import { t } from "../../words";
import { KeepStep } from "./KeepStep";
import { KeyStep } from "./KeyStep";
import { ReportStep } from "./ReportStep";
import css from "./Wizard.module.css";

const STEPS = ["key", "report", "keep", "sync"] as const;

type Props = {
  onCancel: () => void;
  /** When the last step is sent. */
  onConnecting?: () => void;
  /** When the workspace is there. */
  onConnected?: () => void;
};

/** What the wizard holds while it runs. The key leaves it with `connect`, and is kept nowhere in the UI. */
export type Entry = { key: string; baseUrl: string };

/** From an empty computer to the first sync. */
export function Wizard({ onCancel, onConnecting, onConnected }: Props) {
  const [step, setStep] = useState<"key" | "report" | "keep">("key");
  const [entry, setEntry] = useState<Entry>({ key: "", baseUrl: "" });
  const [report, setReport] = useState<KeyReport | null>(null);
  const checked = (next: KeyReport) => { setReport(next); setStep("report"); };
  return (
    <div className={css.wizard}>
      <Aside at={step} />
      {step === "key" && <KeyStep entry={entry} onEntry={setEntry} onBack={onCancel} onChecked={checked} />}
      {step === "report" && report && <ReportStep entry={entry} report={report} onReport={setReport} onBack={() => { setStep("key"); }} onNext={() => { setStep("keep"); }} />}
      {step === "keep" && <KeepStep entry={entry} onBack={() => { setStep("report"); }} onConnecting={onConnecting} onConnected={onConnected} />}
    </div>
  );
}

function Aside({ at }: { at: (typeof STEPS)[number] }) {
  const place = STEPS.indexOf(at);
  return (
    <aside className={css.aside}>
      <div className={css.brand}><Seed /><b>{t("start.welcome.title")}</b></div>
      <ol aria-label={t("start.steps.name")}>
        {STEPS.map((step, index) => (
          <li key={step} data-state={index < place ? "past" : index === place ? "now" : "ahead"} aria-current={index === place ? "step" : undefined}>
            <span>{index < place ? <Check aria-hidden /> : index + 1}</span>{t(`start.steps.${step}`)}
          </li>
        ))}
      </ol>
      <p>{t("start.key.stays")}</p>
    </aside>
  );
}

type PageProps = { title: string; intro: string; children: ReactNode; footer: ReactNode; onSubmit?: () => void };

/** One page: its words, its body, its way on at the bottom. */
export function Page({ title, intro, children, footer, onSubmit }: PageProps) {
  return (
    <form className={css.page} onSubmit={(event) => { event.preventDefault(); onSubmit?.(); }} noValidate>
      <main className={css.inside}>
        <h1 className={css.title}>{title}</h1>
        <p className={css.intro}>{intro}</p>
        {children}
      </main>
      <footer className={css.foot}>{footer}</footer>
    </form>
  );
}
