import { Video } from "lucide-react";
import type { Meeting, OfferWaiting, Today } from "../../bindings/types";
import { Age, Avatar, Button, StageGlyph, useTimed, wait } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { inSentence, t } from "../../words";
import { days as long } from "../pipeline/words";
import { plain } from "../record";
import { useMine } from "../me/me";
import { More, Part, Rows } from "./parts";
import { clockOf, dayName, dayOf, daysSince, endOf, minutesOf } from "./time";
import { useEnd } from "./visit";
import css from "./Today.module.css";

type Props = { onPerson: (candidate: string) => void };

/** Days of interviews that are asked for. */
const DAYS = 7;
/** A call can be joined so long before it begins. */
const SOON = 3_600_000;

/** What is ahead, and what is late. */
export function useToday() {
  const mine = useMine();
  const until = useEnd(DAYS);
  return useCommand("today", { mine, until }, { keep: true }).data;
}

/** How many interviews of today are not named, where the list cannot name them all; null where it does, undefined until that is known. */
function useUnnamed(data: Today | undefined, own: readonly Meeting[]): number | null | undefined {
  const mine = useMine();
  const until = useEnd(0);
  const isCut = data !== undefined && own.length === data.interviews.length && own.length < data.interviews_total;
  const { data: day } = useCommand("today", { mine, until }, { enabled: isCut });
  if (isCut && day === undefined) return undefined;
  return isCut && day !== undefined && day.interviews_total > own.length ? day.interviews_total - own.length : null;
}

/** Interviews of today that are not over; where the day is, those of the days after. */
export function Interviews({ onPerson, onDay }: Props & { onDay: () => void }) {
  const data = useToday();
  const nowDay = useTimed((now) => new Date(now).toDateString());
  const now = Date.parse(nowDay);
  const own = data?.interviews.filter(({ starting_at }) => dayOf(starting_at, now) <= 0) ?? [];
  const unnamed = useUnnamed(data, own);
  // The engine still names, and counts, what began within the last two hours.
  const over = useTimed((at) => own.filter((row) => endOf(row) <= at).map(({ id }) => id).join(" ")).split(" ");
  if (!data) return null;
  const ahead = own.filter(({ id }) => !over.includes(id));
  const later = data.interviews.filter(({ starting_at }) => dayOf(starting_at, now) > 0);
  const days = [...new Set(later.map(({ starting_at }) => dayName(starting_at)))];
  const empty = data.interviews_coverage.as_of === null ? t("candidate.notRead") : ahead.length === 0 && unnamed == null ? t("today.noInterviews") : null;
  return (
    <>
      <Part title={t("today.interviewsToday")} count={unnamed === null ? ahead.length : undefined} note={unnamed == null ? undefined : t("today.still", { count: ahead.length + unnamed })}>
        <Rows empty={empty}>
          {ahead.map((row) => <Interview key={row.id} row={row} onPerson={onPerson} />)}
          {unnamed != null && <More label={t("today.showDay")} onMore={onDay} />}
        </Rows>
      </Part>
      {later.length > 0 && (
        <Part title={t("today.interviewsLater")} count={data.interviews_total - own.length}>
          <Rows empty={null}>{days.map((day) => <Day key={day} name={day} rows={later.filter(({ starting_at }) => dayName(starting_at) === day)} onPerson={onPerson} />)}</Rows>
        </Part>
      )}
    </>
  );
}

const Day = ({ name, rows, onPerson }: { name: string; rows: readonly Meeting[] } & Props) => (
  <div><h3 className={css.dayName}>{name}</h3>{rows.map((row) => <Interview key={row.id} row={row} onPerson={onPerson} />)}</div>
);

function Interview({ row, onPerson }: { row: Meeting } & Props) {
  const { starting_at, ending_at, url, title, name, candidate_id, interviewers } = row;
  const end = endOf(row);
  const minutes = minutesOf(starting_at, ending_at);
  const until = useTimed((now) => {
    const left = Date.parse(starting_at) - now;
    return left > 0 && dayOf(starting_at, now) === 0 ? t("common.time.in", { span: wait(left) }) : left <= 0 && end > now ? t("today.now") : "";
  });
  const soon = useTimed((now) => (Date.parse(starting_at) - now < SOON && end > now ? "soon" : ""));
  return (
    <div className={css.meeting} data-row data-candidate-id={candidate_id} data-soon={soon || undefined} tabIndex={-1} onKeyDown={(event) => { if (event.key === "Enter" && event.target === event.currentTarget) onPerson(candidate_id); }}>
      <span className={css.time}><b>{clockOf(starting_at)}</b>{minutes !== null && <small>{t("today.minutes", { count: minutes })}</small>}</span>
      <i className={css.bar} />
      <span className={css.grow}>
        <span className={css.line}><button type="button" tabIndex={-1} className={css.name} dir="auto" onClick={() => { onPerson(candidate_id); }}>{name}</button> <span className={css.about}>{title}</span></span>
        <span className={css.meta}>{[until, interviewers.join(", ")].filter((part) => part !== "").join(", ")}</span>
      </span>
      {url !== null && <Button size="small" variant={soon === "" ? "plain" : "primary"} aria-label={t("today.joinOf", { name })} onPress={() => { void platform.openLink(url); }}>{soon !== "" && <Video />}{t("candidate.join")}</Button>}
    </div>
  );
}

/** Offers somebody has to decide on. */
export function Offers({ onPerson, onAll }: Props & { onAll: () => void }) {
  const data = useToday();
  if (!data || (data.offers_total === 0 && data.offers_coverage.as_of !== null)) return null;
  return (
    <Part title={t("today.offers")} count={data.offers_total}>
      <Rows empty={data.offers_coverage.as_of === null ? t("candidate.notRead") : null}>
        {data.offers.map((offer) => <Offer key={offer.id} offer={offer} onPerson={onPerson} />)}
        {data.offers_total > data.offers.length && <More label={t("today.showIn", { place: t("frame.offers") })} onMore={onAll} />}
      </Rows>
    </Part>
  );
}

/** Where an offer stands, in the words of the list of offers. */
function standing(status: string | null, approval: string | null): string {
  if (status === "SENT") return t("today.offer.sent");
  if (status === "APPROVED") return t("today.offer.approved");
  if (approval === null) return t("today.offer.draft");
  return ["declined", "rejected"].includes(approval.toLowerCase()) ? t("today.offer.declined") : t("today.offer.approval", { state: inSentence(plain(approval)) });
}

function Offer({ offer: { candidate_id, name, job, status, approval, created_at }, onPerson }: { offer: OfferWaiting } & Props) {
  return (
    <button type="button" className={css.person} data-row data-candidate-id={candidate_id} onClick={() => { onPerson(candidate_id); }}>
      <StageGlyph kind="Offer" />
      <span className={css.grow}>
        <span className={css.who1} dir="auto">{name}</span>
        <span className={css.meta}>{standing(status, approval)}{created_at !== null && <>, <Age at={created_at} ago /></>}{job !== null && ` · ${job}`}</span>
      </span>
    </button>
  );
}

/** Who still owes what they think. */
export function Feedback({ onPerson, onAll }: Props & { onAll: () => void }) {
  const data = useToday();
  if (!data || data.feedback_total === 0) return null;
  return (
    <Part title={t("today.feedback")} count={data.feedback_total}>
      <Rows empty={null}>
        {data.feedback.map((row) => <Owed key={row.id} row={row} onPerson={onPerson} />)}
        {data.feedback_total > data.feedback.length && <More label={t("today.showIn", { place: t("frame.interviews") })} onMore={onAll} />}
      </Rows>
    </Part>
  );
}

function Owed({ row: { candidate_id, name, title, interviewers, ending_at, starting_at }, onPerson }: { row: Meeting } & Props) {
  const past = useTimed((now) => long(daysSince(ending_at ?? starting_at, now)));
  const who = interviewers.length === 0 ? t("candidate.noInterviewers") : interviewers.join(", ");
  return (
    <button type="button" className={css.person} data-row data-candidate-id={candidate_id} onClick={() => { onPerson(candidate_id); }}>
      <Avatar name={interviewers[0] ?? "?"} />
      <span className={css.grow}>
        <span className={css.who1} dir="auto">{who}</span>
        <span className={css.meta}>{[name, title, past].filter((part) => part !== null).join(", ")}</span>
      </span>
    </button>
  );
}
