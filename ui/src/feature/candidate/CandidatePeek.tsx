import { useEffect, type ReactNode } from "react";
import { ChevronDown, ChevronUp, SquareArrowOutUpRight, X } from "lucide-react";
import type { ApplicationView, CandidateView } from "../../bindings/types";
import { Avatar, IconButton, StageGlyph, Tag } from "../../component";
import { platform } from "../../platform";
import { useAct, useCommand } from "../../query";
import { standing } from "./ApplicationStrip";
import { bars, ended } from "./bars";
import { Contacts } from "./Contacts";
import { NoteItem } from "./NotesColumn";
import { Stepper } from "./Stepper";
import { leading, useApplications } from "./useApplications";
import { t } from "../../words";
import { headline, inProcess, joined, lowered, origin } from "./words";
import css from "./Peek.module.css";

type Props = {
  id: string;
  /** The application the list is about; else the first that still moves. */
  application?: string;
  position: string;
  onStep: (by: 1 | -1) => void;
  onOpen: () => void;
  onClose: () => void;
  /** What has to be settled before anything else. */
  top?: ReactNode;
  /** What can be done with the shown application. */
  renderFooter?: (candidate: CandidateView, application: ApplicationView) => ReactNode;
};

/** Someone looked at for so long is read anew from Ashby; leafing through asks nothing. */
const REST_MS = 800;

const openLink = (url: string) => { void platform.openLink(url); };

/** A person beside the list they were found in. */
export function CandidatePeek({ id, application, position, onStep, onOpen, onClose, top, renderFooter }: Props) {
  const { data: candidate, error } = useCommand("candidate", { id });
  const applications = useApplications(candidate);
  const { mutate: refresh } = useAct("candidate_refresh");
  useEffect(() => {
    const rest = setTimeout(() => { refresh({ id }); }, REST_MS);
    return () => { clearTimeout(rest); };
  }, [id, refresh]);
  const shown = applications.find((one) => one.id === application) ?? leading(applications) ?? applications[0] ?? null;
  return (
    <aside className={css.peek} aria-label={t("candidate.peek")}>
      <header className={css.head}>
        <span className={css.position}>{position}</span>
        <span className={css.tools}>
          <IconButton size="small" label={t("candidate.previous")} onPress={() => { onStep(-1); }}><ChevronUp /></IconButton>
          <IconButton size="small" label={t("candidate.next")} onPress={() => { onStep(1); }}><ChevronDown /></IconButton>
          <IconButton size="small" label={t("candidate.open")} onPress={onOpen}><SquareArrowOutUpRight /></IconButton>
          <IconButton size="small" label={t("candidate.close")} onPress={onClose}><X /></IconButton>
        </span>
      </header>
      <div className={css.body} tabIndex={0} role="region" aria-label={candidate?.name ?? t("candidate.peek")} data-scroller>
        {top}
        {candidate ? <Person candidate={candidate} applications={applications} shown={shown} /> : error && <p className={css.quiet}>{error.message} {error.cure}</p>}
      </div>
      {candidate && shown && renderFooter && !ended(shown) && <footer className={css.foot}>{renderFooter(candidate, shown)}</footer>}
    </aside>
  );
}

function Person({ candidate, applications, shown }: { candidate: CandidateView; applications: ApplicationView[]; shown: ApplicationView | null }) {
  const { name, title, company, tags } = candidate;
  const others = applications.filter((one) => one !== shown);
  return (
    <>
      <div className={css.person}>
        <Avatar name={name} size="medium" />
        <div className={css.grow}>
          <h2 className={css.name} dir="auto">{name}</h2>
          <div className={css.headline}>{headline(title, company)}</div>
        </div>
      </div>
      <Contacts candidate={candidate} small onLink={openLink} />
      {tags.length > 0 && <div className={css.tags}>{tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)}</div>}
      {shown && (
        <section className={css.section}>
          <h3><span className={css.cut}>{shown.job ?? t("candidate.noJob")}</span><span className={css.end}>{inProcess(shown.days)}</span></h3>
          <Stepper application={shown} label={t("candidate.stagesOf", { job: shown.job ?? t("candidate.noJob") })} />
          {others.slice(0, 3).map((one) => (
            <div key={one.id} className={css.other}>
              <StageGlyph kind={one.stage?.kind ?? "Lead"} />
              <span className={css.cut}>{other(one)}</span>
            </div>
          ))}
        </section>
      )}
      <Facts candidate={candidate} application={shown} />
      <LatestNotes id={candidate.id} />
    </>
  );
}

/** One more application in a line: where it stands, or how far it came and how it ended. */
function other(application: ApplicationView): string {
  const job = application.job ?? t("candidate.noJob");
  if (!ended(application)) return joined(job, application.stage?.name ?? null);
  const reached = bars(application).findLast(({ tone }) => tone === "lost");
  return joined(job, reached ? t("candidate.reached", { stage: reached.stage.name }) : null, lowered(standing(application)));
}

function Facts({ candidate, application }: { candidate: CandidateView; application: ApplicationView | null }) {
  const source = origin(application?.source ?? candidate.source, application?.credited_to ?? candidate.credited_to);
  const facts = [
    { label: t("candidate.source"), value: source }, { label: t("candidate.school"), value: candidate.school ?? "" }, ...candidate.fields.filter(({ value }) => value !== "").slice(0, 5),
    { label: t("candidate.resume"), value: candidate.resume?.name ?? "" },
  ].filter(({ value }) => value !== "");
  if (facts.length === 0) return null;
  return (
    <section className={css.section}>
      <h3>{t("candidate.facts")}</h3>
      <dl className={css.facts}>{facts.map(({ label, value }) => [<dt key={`${label}:`} title={label}>{label}</dt>, <dd key={label}>{value}</dd>])}</dl>
    </section>
  );
}

function LatestNotes({ id }: { id: string }) {
  const { data } = useCommand("candidate_notes", { id });
  if (!data) return null;
  const { notes, fetched_at } = data;
  return (
    <section className={css.section}>
      <h3>{t("candidate.latestNotes")}{notes.length > 2 && <span className={css.end}>{t("candidate.inAll", { total: notes.length })}</span>}</h3>
      {notes.slice(0, 2).map((note) => <NoteItem key={note.id} note={note} onLink={openLink} />)}
      {notes.length === 0 && <p className={css.quiet}>{fetched_at === null ? t("candidate.notesNotRead") : t("candidate.noNotes")}</p>}
    </section>
  );
}
