import { memo } from "react";
import type { Card, NextInterview, Pending } from "../../bindings/types";
import { Calendar, Check } from "lucide-react";
import { StateGlyph, Tag, useTimed } from "../../component";
import { number, t } from "../../words";
import { useStaleDays } from "./stale";
import { ROOM } from "./room";
import { days, when } from "./words";
import css from "./PipelineCard.module.css";

/** Heights of a card in px, fixed so that columns can be virtual. */
export const CARD = 79;
export const CARD_NEXT = 111;
export const CARD_PENDING = 107;
export const heightOf = (card: Card | undefined): number => CARD + (card?.next ? CARD_NEXT - CARD : 0) + (card?.pending ? CARD_PENDING - CARD : 0);

/** What a tag adds around its own letters, and what the dot before the first one takes. */
const AROUND = 3;
const DOT = 3;

/** How many tags are shown, two at most and each of them whole: where someone came from is never cut for a tag. */
export function fitting(origin: string, tags: readonly string[], room = ROOM): number {
  const [one = "", two = ""] = tags;
  const rest = (shown: number): number => (tags.length > shown ? AROUND + `+${String(tags.length - shown)}`.length : 0);
  const left = room - (origin === "" ? 0 : origin.length + DOT);
  if (tags.length > 1 && one.length + two.length + 2 * AROUND + rest(2) <= left) return 2;
  return tags.length > 0 && one.length + AROUND + rest(1) <= left ? 1 : 0;
}

/** Where someone came from, and how many tags beside it; who is credited makes room for a tag, or for how many there are. */
function lastLine({ source, credited_to: by, tags }: Card, room = ROOM): { origin: string; fits: number } {
  const origin = [source, by === null ? null : firstName(by)].filter((part) => part !== null).join(" · ");
  const fits = fitting(origin, tags, room);
  if (source === null || tags.length === 0) return { origin, fits };
  const alone = fitting(source, tags, room);
  const isLong = fits === 0 && origin.length + DOT + AROUND + t("pipeline.tags", { count: tags.length }).length > room;
  return alone > fits || isLong ? { origin: source, fits: alone } : { origin, fits };
}

/** True while a move can be taken back from the card itself; what went wrong is settled in Activity. */
const open = ({ state }: Pending): boolean => state === "waiting" || state === "sending";

/** A card stands where it was moved to: its narrow foot tells only what is still to come, its name and the hint tell all. */
const footOf = ({ state, label }: Pending): string => (state === "waiting" || state === "sending" ? t(`pipeline.foot.${state}`) : label);

const firstName = (name: string): string => name.split(" ")[0] ?? name;

type Props = { card: Card; selected?: boolean; /** Whether it can be chosen by a press. */ checks?: boolean; /** Letters that fit on its last line. */ room?: number; onUndo?: (card: Card) => void };

export const CardFace = memo(function CardFace({ card, selected = false, checks = false, room, onUndo }: Props) {
  const stale = useStaleDays();
  const { origin, fits } = lastLine(card, room);
  const more = card.tags.length - fits;
  return (
    <>
      <div className={css.top}>
        {selected && <span className={css.check} data-check data-on><Check aria-hidden /></span>}
        <span className={css.name} dir="auto">{card.name}</span>
        {card.days !== null && <span className={css.age} data-stale={card.days > stale || undefined}>{days(card.days)}</span>}
        {checks && !selected && <span className={css.check} data-check title={t("pipeline.select")} />}
      </div>
      <div className={css.headline}>{card.headline}</div>
      <div className={css.meta}>
        {origin !== "" && <span className={css.origin} title={[card.source, card.credited_to].filter((part) => part !== null).join(" · ")}>{origin}</span>}
        {origin !== "" && card.tags.length > 0 && <span className={css.dot} aria-hidden="true">·</span>}
        {card.tags.slice(0, fits).map((tag) => <Tag key={tag}>{tag}</Tag>)}
        {more > 0 && <span className={css.more} title={card.tags.slice(fits).join(", ")}><Tag>{fits === 0 ? t("pipeline.tags", { count: more }) : `+${number(more)}`}</Tag></span>}
      </div>
      {card.next && <Next interview={card.next} />}
      {card.pending && (
        <div className={css.pending} data-state={card.pending.state}>
          <StateGlyph state={card.pending.state} size={14} />
          <span className={css.label} title={card.pending.label}>{footOf(card.pending)}</span>
          {onUndo && open(card.pending) && (
            <button type="button" tabIndex={-1} className={css.undo} onPointerDown={(event) => { event.stopPropagation(); }} onClick={(event) => { event.stopPropagation(); onUndo(card); }}>
              {t("pipeline.undo")}
            </button>
          )}
        </div>
      )}
    </>
  );
});

function Next({ interview: { title, starting_at } }: { interview: NextInterview }) {
  const time = useTimed((now) => when(starting_at, now));
  return (
    <div className={css.next} title={title === null ? time : `${title}, ${time}`}>
      <Calendar aria-hidden />{title !== null && <span className={css.label}>{title}</span>} <span className={css.when}>{time}</span>
    </div>
  );
}
