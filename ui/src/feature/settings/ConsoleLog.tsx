import { FailureState, Age, Mark, SkeletonRows, exactTime } from "../../component";
import { useCommand } from "../../query";
import { number, t } from "../../words";
import css from "./Settings.module.css";
import own from "./Console.module.css";

const SHOWN = 50;

/** The calls made by hand or by a dialog, newest first; contents are kept nowhere. */
export function ConsoleLog({ onPick }: { onPick: (endpoint: string) => void }) {
  const { data: calls, error, refetch } = useCommand("passthrough_log", {});
  return (
    <section className={css.section}>
      <h2>{t("prefs.console.log")}</h2>
      <p className={css.words}>{t("prefs.console.logWords")}</p>
      {error ? <FailureState failure={error} onRetry={() => { void refetch(); }} /> : !calls ? <SkeletonRows count={3} /> : calls.length === 0 ? <p className={css.words}>{t("prefs.console.noCalls")}</p> : (
        <div className={css.panel}>
          <ul className={own.log}>
            {calls.slice(0, SHOWN).map((one, index) => (
              <li key={`${one.at} ${String(index)}`}>
                <button type="button" onClick={() => { onPick(one.endpoint); }} aria-label={t("prefs.console.again", { endpoint: one.endpoint })}><code>{one.endpoint}</code></button>
                <span>{one.writes && <Mark tone="unconfirmed">{t("prefs.console.writes")}</Mark>}</span>
                <span><Mark tone={one.code === null && one.status !== null && one.status < 300 ? "ok" : "failed"}>{one.code ?? String(one.status ?? "")}</Mark></span>
                <span className={own.num}>{t("prefs.console.took", { ms: number(one.ms) })}</span>
                <span className={own.num}>{t("prefs.console.bytes", { sent: number(one.sent), received: number(one.received) })}</span>
                <time className={own.num} dateTime={one.at} title={exactTime(one.at)}><Age at={one.at} ago /></time>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
