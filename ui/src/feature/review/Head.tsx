import { X } from "lucide-react";
import { IconButton } from "../../component";
import { t } from "../../words";
import { of, type Progress } from "./progress";
import type { Queue } from "./queue";
import css from "./Review.module.css";

/** What is reviewed, how far one is, and what was decided so far. */
export function Head({ queue, progress, onClose }: { queue: Queue; progress: Progress; onClose: () => void }) {
  const [advanced, rejected, skipped] = [of(progress, "advanced").length, of(progress, "rejected").length, of(progress, "skipped").length];
  const place = t("review.placeOf", { place: Math.min(progress.at + 1, progress.size), total: progress.size });
  return (
    <header className={css.head}>
      <IconButton size="small" label={t("review.close")} onPress={onClose}><X /></IconButton>
      <h1 className={css.title}>{queue.title}</h1>
      <span className={css.of}>{queue.note}{queue.total > queue.items.length && `, ${t("review.first", { count: queue.items.length, total: queue.total })}`}</span>
      <div className={css.far}>
        <span className={css.place} aria-live="polite">{place}</span>
        <span className={css.meter} role="img" aria-label={place} style={{ ["--size" as string]: progress.size }}>
          {advanced > 0 && <i data-decision="advanced" style={{ flexGrow: advanced }} />}
          {rejected > 0 && <i data-decision="rejected" style={{ flexGrow: rejected }} />}
          {skipped > 0 && <i data-decision="skipped" style={{ flexGrow: skipped }} />}
          <i style={{ flexGrow: progress.size - advanced - rejected - skipped }} />
        </span>
        <span className={css.tally}>{t("review.tally", { advanced, rejected, skipped })}</span>
      </div>
    </header>
  );
}
