import type { ReactNode } from "react";
import { Button, EmptyState, FailureState, Mark, RichText, SkeletonRows, Tag, copyText } from "../../component";
import { platform } from "../../platform";
import { useCommand } from "../../query";
import { dates, t } from "../../words";
import page from "../Page.module.css";
import { flag, part, plain, rows, shown, text, words, type Row } from "../record";
import { salaryOf, worded } from "./facts";
import { statusOf } from "./words";
import { useJobRecord } from "./useJobRecord";

const openLink = (url: string) => { void platform.openLink(url); };

/** One section of a job's page; its own words while it is read, empty or away. */
function Section({ jobId, label, children }: { jobId: string; label: string; children: (job: Row) => ReactNode }) {
  const { job, read, error, retry } = useJobRecord(jobId);
  if (error) return <FailureState failure={error} onRetry={retry} />;
  if (!read) return <SkeletonRows />;
  if (!job) return <EmptyState text={t("job.gone")} />;
  return <div className={page.page} tabIndex={0} role="region" aria-label={label} data-scroller><div className={page.column}>{children(job)}</div></div>;
}

export const Postings = ({ jobId }: { jobId: string }) => (
  <Section jobId={jobId} label={t("job.tab.postings")}>
    {(job) => {
      const postings = rows(job, "job_postings");
      if (postings.length === 0) return <p className={page.quiet}>{t("job.noPostings")}</p>;
      return postings.map((posting, index) => {
        const [url, html, visibility, status] = [text(posting, "url"), text(posting, "description_html"), text(posting, "visibility"), text(posting, "status")];
        return (
          <article key={text(posting, "id") ?? index} className={`${page.section ?? ""} ${page.read ?? ""}`}>
            <header className={page.head}>
              <h3>{text(posting, "title") ?? t("job.untitled")}</h3>
              {status !== null && <Mark tone={status === "ACTIVE" ? "ok" : "offline"}>{plain(status)}</Mark>}
              {visibility !== null && <span className={page.meta}>{plain(visibility)}</span>}
              {url !== null && <span className={page.end}><Button size="small" onPress={() => { openLink(url); }}>{t("job.openPosting")}</Button></span>}
            </header>
            {html === null ? <p className={page.quiet}>{t("job.noDescription")}</p> : <div className={page.doc}><RichText html={html} onLink={openLink} /></div>}
          </article>
        );
      });
    }}
  </Section>
);

export const Questions = ({ jobId }: { jobId: string }) => (
  <Section jobId={jobId} label={t("job.tab.questions")}>
    {(job) => {
      const questions = rows(job, "screening_questions");
      if (questions.length === 0) return <p className={page.quiet}>{t("job.noQuestions")}</p>;
      return <ol className={page.list}>{questions.map((question, index) => <Question key={text(question, "id") ?? index} question={question} />)}</ol>;
    }}
  </Section>
);

/** The format of a question; of one that has no unified word, Ashby's own. */
function kindOf(format: Row): string | null {
  const kind = text(format, "type");
  return kind === "UNKNOWN" ? text(part(format, "raw_question"), "type") : kind;
}

function Question({ question }: { question: Row }) {
  const [title, description, category] = [text(question, "title"), text(question, "description"), text(question, "category")];
  const format = part(question, "format");
  const kind = kindOf(format);
  const options = rows(format, "options").map(shown).filter((option) => option !== "");
  return (
    <li className={page.item}>
      <b>{title ?? t("job.untitledQuestion")}</b>
      <span className={page.marks}>
        {category !== null && <Tag>{category === "EEO" ? t("job.eeo") : t("job.demographic")}</Tag>}
        {flag(question, "required") && <Tag>{t("job.required")}</Tag>}
        <span className={`${page.meta ?? ""} ${page.kind ?? ""}`}>{kind === "BOOLEAN" ? t("job.yesOrNo") : kind === null ? "" : plain(kind)}</span>
      </span>
      {description !== null && <div className={page.below}><RichText html={description} onLink={openLink} /></div>}
      {options.length > 0 && <p className={page.below}>{options.join(" · ")}</p>}
    </li>
  );
}

const nameOf = (user: Row): string => [text(user, "first_name"), text(user, "last_name")].filter((one) => one !== null).join(" ") || (text(user, "email") ?? t("job.unnamed"));

export const Team = ({ jobId }: { jobId: string }) => (
  <Section jobId={jobId} label={t("job.tab.team")}>
    {(job) => {
      const team = rows(job, "hiring_team");
      if (team.length === 0) return <p className={page.quiet}>{t("job.noTeam")}</p>;
      return (
        <ul className={page.list}>
          {team.map((user, index) => {
            const named = rows(user, "job_roles").flatMap((role) => text(role, "remote_label") ?? []);
            const roles = named.length > 0 ? named : words(user, "hiring_team_roles").map(plain);
            return <li key={text(user, "id") ?? index} className={page.item}><b>{nameOf(user)}</b><span className={page.marks}>{roles.map((role) => <Tag key={role}>{role}</Tag>)}</span><span className={page.below}>{text(user, "email")}</span></li>;
          })}
        </ul>
      );
    }}
  </Section>
);

const minute = dates({ dateStyle: "medium", timeStyle: "short" });
const day = dates({ dateStyle: "medium", timeZone: "UTC" });
const dated = (job: Row, name: string): string => { const at = text(job, name); return at === null ? "" : minute.format(new Date(at)); };
/** A day as Ashby writes it, as people do; anything else as it is. */
const said = (value: string): string => (/^\d{4}-\d{2}-\d{2}$/u.test(value) ? day.format(new Date(value)) : value);

function placeOf(job: Row): string {
  const place = part(job, "location");
  return text(place, "raw") ?? [text(place, "city"), text(place, "state"), text(place, "country")].filter((one) => one !== null).join(", ");
}

/** The organisation's own fields, by the names people know them by. */
function CustomFields({ jobId }: { jobId: string }) {
  const { data: fields, error, refetch } = useCommand("record_fields", { model: "ats_jobs", id: jobId });
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!fields) return <SkeletonRows count={3} />;
  if (fields.length === 0) return <p className={page.quiet}>{t("job.noCustomFields")}</p>;
  return <dl className={page.facts}>{fields.map(({ label, value }) => [<dt key={`${label}:`} title={label}>{label}</dt>, <dd key={label}>{said(value)}</dd>])}</dl>;
}

export const Details = ({ jobId }: { jobId: string }) => (
  <Section jobId={jobId} label={t("job.tab.details")}>
    {(job) => {
      const status = text(job, "status");
      const facts: [string, string][] = [
        [t("job.status"), status === null ? "" : statusOf(status)], [t("job.code"), text(job, "job_code") ?? ""], [t("job.department"), text(job, "department") ?? ""], [t("job.location"), placeOf(job)], [t("job.remoteWork"), worded(job, "remote_work_status")],
        [t("job.employment"), worded(job, "employment_type")], [t("job.visibility"), worded(job, "visibility")], [t("job.salary"), salaryOf(job)], [t("job.opened"), dated(job, "opened_at")], [t("job.closed"), dated(job, "closed_at")],
        [t("job.createdAt"), dated(job, "remote_created_at")], [t("job.updatedAt"), dated(job, "remote_updated_at")],
      ];
      const raw = JSON.stringify(job.remote_data ?? job, null, 2);
      return (
        <>
          <section className={page.section}><dl className={page.facts}>{facts.filter(([, value]) => value !== "").map(([label, value]) => [<dt key={`${label}:`}>{label}</dt>, <dd key={label}>{value}</dd>])}</dl></section>
          <section className={page.section}>
            <header className={page.head}><h3>{t("job.customFields")}</h3></header>
            <CustomFields jobId={jobId} />
          </section>
          <section className={page.section}>
            <header className={page.head}><h3>{t("job.raw")}</h3><span className={page.end}><Button size="small" onPress={() => { void copyText(raw); }}>{t("common.copy")}</Button></span></header>
            <pre className={page.raw}>{raw}</pre>
          </section>
        </>
      );
    }}
  </Section>
);
