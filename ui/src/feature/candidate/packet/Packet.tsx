import type { CandidateView } from "../../../bindings/types";
import { RichText, exactTime } from "../../../component";
import { t } from "../../../words";
import { standing } from "../ApplicationStrip";
import { Questions, byApplication } from "../section/AnswersTab";
import { headline, joined } from "../words";
import type { Collected } from "./collect";
import css from "./Packet.module.css";

const nowhere = () => undefined;

/** A person on paper: seen by the printer alone. */
export function Packet({ candidate, packet }: { candidate: CandidateView; packet: Collected }) {
  const { name, title, company, location, emails, phones, tags, applications, fresh_at: fresh } = candidate;
  const { pages, text, resumeAway, notes, answers, feedback } = packet;
  const jobOf = (id: string): string => applications.find((one) => one.id === id)?.job ?? t("candidate.noJob");
  return (
    <div className={css.packet} data-packet>
      <header className={css.head}>
        <h1>{name}</h1>
        <p>{headline(title, company)}</p>
        <p>{joined(location, emails[0]?.value ?? null, phones[0]?.value ?? null)}</p>
        {tags.length > 0 && <p>{tags.map((tag) => tag.name).join(" · ")}</p>}
        <ul>{applications.map((one) => <li key={one.id}><b>{one.job ?? t("candidate.noJob")}</b> {joined(one.stage?.name ?? null, standing(one))}</li>)}</ul>
      </header>
      {answers.length > 0 && (
        <section><h2>{t("person.packet.answers")}</h2>{byApplication(answers).map((group) => <div key={group.id}><h3>{group.job ?? t("candidate.noJob")}</h3><Questions rows={group.answers} /></div>)}</section>
      )}
      {feedback.length > 0 && (
        <section>
          <h2>{t("person.packet.feedback")}</h2>
          {feedback.map((row) => <div key={row.id} className={css.part}><h3>{row.author} · {joined(jobOf(row.application_id), row.submitted_at === "" ? null : exactTime(row.submitted_at))}</h3><Questions rows={row.answers} /></div>)}
        </section>
      )}
      {notes.length > 0 && (
        <section><h2>{t("person.packet.notes")}</h2>{notes.map((note) => <div key={note.id} className={css.part}><h3>{note.author} · {joined(exactTime(note.created_at), note.private ? t("candidate.private") : null)}</h3><RichText html={note.html} onLink={nowhere} /></div>)}</section>
      )}
      {resumeAway !== null && <section><h2>{t("person.packet.resume")}</h2><p>{t("person.packet.resumeAway")} {resumeAway}</p></section>}
      {text !== "" && <section><h2>{t("person.packet.resume")}</h2><div className={css.text}>{text}</div></section>}
      <footer className={css.foot}>{t("person.packet.made", { date: exactTime(packet.made), asOf: fresh === null ? t("common.never") : exactTime(fresh) })}</footer>
      {pages.map((page, index) => <img key={index} className={css.page} src={page} alt={t("person.packet.resume")} />)}
    </div>
  );
}
