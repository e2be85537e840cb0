import type { CandidateView, Contact, NamedValue } from "../../bindings/types";
import { useCommand } from "../../query";
import { plain } from "../record";
import { t } from "../../words";
import { ApplicationFields } from "../field/ApplicationFields";
import { CustomFields } from "../field/CustomFields";
import { Forget } from "./Forget";
import { origin } from "./words";
import css from "./Candidate.module.css";

/** Pages by the name they give themselves. */
const PAGES: Readonly<Record<string, string>> = { LINKEDIN: "LinkedIn", GITHUB: "GitHub", TWITTER: "Twitter", YOUTUBE: "YouTube" };
const titled = (what: "mail" | "phone", { kind, value }: Contact): NamedValue => ({ label: kind === null ? t(`candidate.${what}`) : t(`candidate.${what}Of`, { kind: plain(kind).toLowerCase() }), value });

/** Everything known of a person that has no place of its own: contacts, custom fields, files. */
export function FieldsTab({ candidate, onLink, onForgotten }: { candidate: CandidateView; onLink: (url: string) => void; onForgotten: () => void }) {
  const { emails, phones, socials, school, source, credited_to, fields, applications } = candidate;
  const { data: own } = useCommand("list_fields", { model: "ats_applications" });
  const hasOwn = own?.fields.some((field) => field.type === "CUSTOM" && !field.is_archived) === true;
  const facts: NamedValue[] = [
    ...emails.map((mail) => titled("mail", mail)),
    ...phones.map((phone) => titled("phone", phone)),
    ...(school === null ? [] : [{ label: t("candidate.school"), value: school }]),
    ...(source === null && credited_to === null ? [] : [{ label: t("candidate.source"), value: origin(source, credited_to) }]),
  ];
  return (
    <div className={css.fields} tabIndex={0} role="region" aria-label={t("candidate.fields")} data-scroller>
      {facts.length + socials.length > 0 && (
        <>
          <h3>{t("candidate.facts")}</h3>
          <dl className={css.facts}>
            {facts.map(({ label, value }) => <Fact key={`${label} ${value}`} label={label} value={value} />)}
            {socials.map(({ url, kind }) => [
              <dt key={`${url} label`}>{kind === null ? t("candidate.link") : (PAGES[kind] ?? plain(kind))}</dt>,
              <dd key={url}><button type="button" onClick={() => { onLink(url); }}>{url}</button></dd>,
            ])}
          </dl>
        </>
      )}
      <h3>{t("candidate.fields")}</h3>
      <CustomFields model="ats_candidates" id={candidate.id} name={candidate.name} filled={fields} />
      {hasOwn && applications.map((application) => (
        <section key={application.id}>
          <h3>{t("deed.field.of", { job: application.job ?? t("candidate.noJob") })}</h3>
          <ApplicationFields application={application} name={candidate.name} />
        </section>
      ))}
      <Forget id={candidate.id} name={candidate.name} onForgotten={onForgotten} />
    </div>
  );
}

const Fact = ({ label, value }: NamedValue) => [<dt key="label" title={label}>{label}</dt>, <dd key="value">{value}</dd>];
