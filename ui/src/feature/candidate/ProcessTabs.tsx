import { useState, type ReactNode } from "react";
import type { CandidateInterview, CandidateOffer, Coverage as Covered } from "../../bindings/types";
import { Age, Button, Coverage, FailureState, Mark, SkeletonRows, copyText, exactTime, useTimed, type Tone } from "../../component";
import { useCommand } from "../../query";
import { dates, t } from "../../words";
import { GiveFeedback } from "../feedback/GiveFeedback";
import { isOver } from "../interview/words";
import page from "../Page.module.css";
import { plain, sum } from "../record";

type Props = { id: string; name: string; onLink: (url: string) => void };

const TONES: Record<string, Tone> = { Complete: "ok", ACCEPTED: "ok", SENT: "pending", APPROVED: "pending", Scheduled: "pending", WaitingOnFeedback: "unconfirmed", DECLINED: "offline", ABANDONED: "offline" };
const toneOf = (word: string): Tone => TONES[word] ?? "offline";

/** What is known of one kind, with how complete that is; never an emptiness that could be a gap. */
function Known({ label, coverage, count, empty, children }: { label: string; coverage: Covered; count: string; empty: string | null; children: ReactNode }) {
  const unread = coverage.as_of === null;
  return (
    <div className={page.page} tabIndex={0} role="region" aria-label={label} data-scroller>
      <div className={page.column}>
        <p className={page.meta}><Coverage inline count={count} coverage={coverage} /></p>
        {empty === null ? children : <p className={page.quiet}>{unread ? t("candidate.notRead") : empty}</p>}
      </div>
    </div>
  );
}

export function InterviewsTab({ id, name, onLink }: Props) {
  const [asked, setAsked] = useState<CandidateInterview | null>(null);
  const { data, error, refetch } = useCommand("candidate_process", { id });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <SkeletonRows />;
  const { interviews, interviews_coverage: coverage } = data;
  return (
    <Known label={t("candidate.interviews")} coverage={coverage} count={t("candidate.interviewsOf", { count: interviews.length })} empty={interviews.length === 0 ? t("candidate.noInterviews") : null}>
      <ul className={page.list}>{interviews.map((one) => <Interview key={one.id} interview={one} onLink={onLink} onFeedback={() => { setAsked(one); }} />)}</ul>
      {asked && <GiveFeedback about={{ candidate: id, name, interview: { id: asked.id, title: asked.title, interviewers: asked.interviewers, link: asked.feedback_link } }} onClose={() => { setAsked(null); }} />}
    </Known>
  );
}

const clock = dates({ hour: "2-digit", minute: "2-digit" });
const day = dates({ weekday: "short", day: "numeric", month: "short", year: "numeric" });

/** Day, begin and end in the time of this computer. */
function when({ starting_at: start, ending_at: end }: CandidateInterview): string {
  if (start === null) return t("candidate.noTime");
  const begin = new Date(start);
  return `${day.format(begin)}, ${clock.format(begin)}${end === null ? "" : `–${clock.format(new Date(end))}`}`;
}

function Interview({ interview, onLink, onFeedback }: { interview: CandidateInterview; onLink: (url: string) => void; onFeedback: () => void }) {
  const { title, stage, job, location, url, status, has_feedback: given, interviewers } = interview;
  const over = useTimed((now) => (isOver(interview, now) ? "over" : "")) !== "";
  const about = [stage === title ? null : stage, job, location].filter((part) => part !== null).join(" · ");
  return (
    <li className={page.item}>
      <b>{title ?? t("candidate.untitledInterview")}</b>
      <span className={page.marks}>
        {status !== null && <Mark tone={toneOf(status)}>{plain(status)}</Mark>}
        {url !== null && !over && <Button size="small" onPress={() => { onLink(url); }}>{t("candidate.join")}</Button>}
        {given !== true && <Button size="small" variant="quiet" onPress={onFeedback}>{t("candidate.giveFeedback")}</Button>}
      </span>
      <span className={page.below} title={interview.starting_at === null ? undefined : exactTime(interview.starting_at)}>{when(interview)}{about !== "" && ` · ${about}`}</span>
      <span className={page.below}>{interviewers.length === 0 ? t("candidate.noInterviewers") : interviewers.join(", ")}</span>
    </li>
  );
}

export function OffersTab({ id }: Pick<Props, "id">) {
  const { data, error, refetch } = useCommand("candidate_process", { id });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <SkeletonRows />;
  const { offers, offers_coverage: coverage } = data;
  return (
    <Known label={t("candidate.offers")} coverage={coverage} count={t("candidate.offersOf", { count: offers.length })} empty={offers.length === 0 ? t("offer.none") : null}>
      {offers.map((offer) => <Offer key={offer.id} offer={offer} />)}
    </Known>
  );
}

function Offer({ offer }: { offer: CandidateOffer }) {
  const { job, status, offer_status: state, approval, salary, starts_at: starts, created_at: created, decided_at: decided, author, versions } = offer;
  const facts: [string, ReactNode][] = [
    [t("candidate.salary"), salary === null ? null : sum(salary)], [t("candidate.startsOn"), starts === null ? null : day.format(new Date(starts))], [t("candidate.approval"), approval === null ? null : plain(approval)], [t("candidate.state"), state === null ? null : plain(state)],
    [t("candidate.writtenBy"), author], [t("candidate.written"), created === null ? null : <Age key="created" at={created} />], [t("candidate.decided"), decided === null ? null : <Age key="decided" at={decided} />], [t("candidate.versions"), versions],
  ];
  return (
    <article className={page.section}>
      <header className={page.head}><h3>{job ?? t("candidate.noJob")}</h3>{status !== null && <Mark tone={toneOf(status)}>{plain(status)}</Mark>}</header>
      <dl className={page.facts}>{facts.filter(([, value]) => value !== null).map(([label, value]) => [<dt key={`${label}:`}>{label}</dt>, <dd key={label}>{value}</dd>])}</dl>
    </article>
  );
}

/** The record as Ashby sent it, for whoever looks for a field of its own. */
export function RawTab({ id }: Pick<Props, "id">) {
  const { data, error, refetch } = useCommand("list_rows", { model: "ats_candidates", page_size: 1, cursor: null, filters: { ids: id }, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!data) return <SkeletonRows />;
  const row = data.results[0];
  const raw = JSON.stringify(row?.remote_data ?? row ?? null, null, 2);
  return (
    <div className={page.page} tabIndex={0} role="region" aria-label={t("candidate.raw")} data-scroller>
      <div className={page.column}>
        <header className={page.head}><h3>{t("candidate.rawTitle")}</h3><span className={page.end}><Button size="small" onPress={() => { void copyText(raw); }}>{t("common.copy")}</Button></span></header>
        <pre className={page.raw}>{raw}</pre>
      </div>
    </div>
  );
}
