import { useQueryClient } from "@tanstack/react-query";
import { Users } from "lucide-react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Age, Tag } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { t } from "../../words";
import { standing } from "../candidate/ApplicationStrip";
import { bars, ended } from "../candidate/bars";
import { NoteItem } from "../candidate/NotesColumn";
import { headline, joined, lowered, origin, place } from "../candidate/words";
import type { Item } from "./queue";
import { textOf } from "./useWarm";
import css from "./Review.module.css";

const NOTES = 3;

const openLink = (url: string) => { void platform.openLink(url); };

type Props = { candidate: CandidateView | undefined; application: ApplicationView | null; next: readonly Item[] };

/** What is known beside the résumé: who, from where, what was answered, and who comes next. */
export function Facts({ candidate, application, next }: Props) {
  return (
    <aside className={css.facts} aria-label={t("review.facts")} tabIndex={0} data-scroller>
      {candidate && (
        <>
          <h2 className={css.name} dir="auto">{candidate.name}</h2>
          <p className={css.headline}>{headline(candidate.title, candidate.company)}</p>
          {candidate.tags.length > 0 && <div className={css.tags}>{candidate.tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)}</div>}
          {candidate.applications.filter((one) => one.id !== application?.id).slice(0, 2).map((one) => <Earlier key={one.id} application={one} />)}
          {application ? <List candidate={candidate} application={application} /> : <p className={css.quiet}>{t("review.noApplication")}</p>}
          <Answers id={candidate.id} application={application?.id ?? null} />
          <LatestNotes id={candidate.id} />
        </>
      )}
      {next.length > 0 && <Next items={next} />}
    </aside>
  );
}

function Earlier({ application }: { application: ApplicationView }) {
  const reached = ended(application) ? bars(application).findLast(({ tone }) => tone === "lost") : undefined;
  const year = application.created_at?.slice(0, 4) ?? "";
  return <p className={css.earlier}><Users aria-hidden /><span>{joined(t("review.applied", { year, job: application.job ?? t("candidate.noJob") }), reached ? t("candidate.reached", { stage: reached.stage.name }) : lowered(standing(application)))}</span></p>;
}

function List({ candidate, application }: { candidate: CandidateView; application: ApplicationView }) {
  const facts = [
    { label: t("candidate.location"), value: place(candidate.location ?? "") }, { label: t("candidate.stage"), value: application.stage?.name ?? "" }, { label: t("candidate.school"), value: candidate.school ?? "" }, ...candidate.fields.slice(0, 6),
  ].filter(({ value }) => value !== "");
  const source = origin(application.source, application.credited_to);
  return (
    <section className={css.section}>
      <dl className={css.list}>
        {application.created_at !== null && <><dt>{t("review.appliedAt")}</dt><dd><Age at={application.created_at} ago />{source !== "" && `, ${source}`}</dd></>}
        {facts.map(({ label, value }) => [<dt key={`${label}:`} title={label}>{label}</dt>, <dd key={label}>{value}</dd>])}
      </dl>
    </section>
  );
}

function Answers({ id, application }: { id: string; application: string | null }) {
  const { data } = useCommand("candidate_answers", { id, offset: 0 });
  const own = (data?.answers ?? []).filter((answer) => application === null || answer.application_id === application);
  if (own.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{t("review.answers")}<span>{own.length}</span></h3>
      {own.map(({ question, answer }, index) => <div key={index} className={css.answer}><p>{question}</p><p>{answer === "" ? "–" : answer}</p></div>)}
    </section>
  );
}

/** Newest of all first; the rest stands on the person's page. */
function LatestNotes({ id }: { id: string }) {
  const { data } = useCommand("candidate_notes", { id });
  if (!data || data.notes.length === 0) return null;
  return (
    <section className={css.section} aria-label={t("candidate.latestNotes")}>
      <h3>{t("candidate.latestNotes")}<span>{data.notes.length > NOTES ? t("candidate.inAll", { total: data.notes.length }) : ""}</span></h3>
      {data.notes.slice(0, NOTES).map((note) => <NoteItem key={note.id} note={note} onLink={openLink} />)}
    </section>
  );
}

function Next({ items }: { items: readonly Item[] }) {
  const client = useQueryClient();
  // Whoever has no résumé, or one that cannot be had, waits for nothing either.
  const read = (queryKey: readonly unknown[]) => client.getQueryCache().findAll({ queryKey }).some(({ state }) => state.status !== "pending");
  const ready = items.every(({ candidate }) => read(["resume", candidate]) || read(["file_text", textOf(candidate)]) || client.getQueryData<CandidateView>(["candidate", { id: candidate }])?.resume === null);
  return (
    <section className={css.section}>
      <h3>{t("review.upNext")}<span>{ready ? t("review.ready") : ""}</span></h3>
      {items.map(({ candidate, name, company }) => <p key={candidate} className={css.next}>{name} <span>{company}</span></p>)}
    </section>
  );
}
