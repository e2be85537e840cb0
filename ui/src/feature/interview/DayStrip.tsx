import { number, t } from "../../words";
import { keyOf, sameDay } from "./calendar";
import { longDayOf, weekdayOf } from "./words";
import css from "./Interviews.module.css";

type Props = {
  days: readonly Date[];
  /** Interviews of each day; none before the first answer. */
  counts: readonly number[];
  /** The day alone on screen; null while the whole week is. */
  chosen: Date | null;
  today: Date;
  onPick: (day: Date) => void;
};

/** A week in seven cells, each with how many interviews it holds. */
export const DayStrip = ({ days, counts, chosen, today, onPick }: Props) => (
  <div className={css.strip} role="group" aria-label={t("interview.week")}>
    {days.map((day, index) => {
      const count = counts[index] ?? 0;
      return (
        <button
          key={keyOf(day)} type="button" className={css.cell} aria-pressed={chosen !== null && sameDay(day, chosen)} aria-current={sameDay(day, today) ? "date" : undefined}
          aria-label={`${longDayOf(day)}, ${t("interview.found", { count })}`} onClick={() => { onPick(day); }}
        >
          <span className={css.weekday}>{weekdayOf(day)}</span>
          <b>{day.getDate()}</b>
          <span className={css.count} data-none={count === 0 || undefined}>{count === 0 ? "–" : number(count)}</span>
        </button>
      );
    })}
  </div>
);
