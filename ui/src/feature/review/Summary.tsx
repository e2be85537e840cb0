import { Button } from "../../component";
import { number, t } from "../../words";
import { Head } from "./Head";
import { of, type Decision, type Progress } from "./progress";
import type { Queue } from "./queue";
import css from "./Review.module.css";

const DECISIONS: readonly Decision[] = ["advanced", "rejected", "skipped"];
type Props = { queue: Queue; progress: Progress; onClose: () => void; onPerson: (candidate: string) => void; onUndo: () => void; onShow: (place: number) => void };

/** What a review came to, person by person. */
export function Summary({ queue, progress, onClose, onPerson, onUndo, onShow }: Props) {
  const skipped = of(progress, "skipped");
  const [first] = skipped;
  return (
    <main className={css.main} id="main" tabIndex={-1} data-testid="review-summary">
      <Head queue={queue} progress={progress} onClose={onClose} />
      <div className={css.summary} tabIndex={0} role="region" aria-label={t("review.summary")} data-scroller>
        <h2>{t("review.over", { count: progress.size })}</h2>
        <p>{t("review.overWords")}</p>
        <div className={css.ways}>
          <Button variant="primary" autoFocus onPress={onClose}>{t("review.close")}</Button>
          {first && <Button onPress={() => { onShow(first.place); }}>{t("review.showSkipped", { count: skipped.length })}</Button>}
          <Button kbd="u" onPress={onUndo}>{t("review.undoLast")}</Button>
        </div>
        {DECISIONS.map((decision) => {
          const made = of(progress, decision);
          if (made.length === 0) return null;
          return (
            <section key={decision} className={css.outcome} aria-label={t(`review.${decision}`)}>
              <h3><i data-decision={decision} />{t(`review.${decision}`)}<span>{number(made.length)}</span></h3>
              <ul>{made.map(({ place }) => { const item = queue.items[place]; return item && <li key={place}><button type="button" onClick={() => { onPerson(item.candidate); }}>{item.name}</button> <span>{item.company}</span></li>; })}</ul>
            </section>
          );
        })}
      </div>
    </main>
  );
}
