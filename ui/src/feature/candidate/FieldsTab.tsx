import type { CandidateView, NamedValue } from "../../bindings/types";
import { words } from "./words";
import css from "./Candidate.module.css";

const titled = (label: string, { kind, value }: { kind: string | null; value: string }): NamedValue => ({ label: kind === null ? label : `${label}, ${kind.toLowerCase()}`, value });

/** Everything known of a person that has no place of its own: contacts, custom fields, files. */
export function FieldsTab({ candidate, onLink }: { candidate: CandidateView; onLink: (url: string) => void }) {
  const { emails, phones, socials, school, source, credited_to, fields, files } = candidate;
  const facts: NamedValue[] = [
    ...emails.map((mail) => titled(words.mail, mail)),
    ...phones.map((phone) => titled(words.phone, phone)),
    ...(school === null ? [] : [{ label: words.school, value: school }]),
    ...(source === null && credited_to === null ? [] : [{ label: words.source, value: words.origin(source, credited_to) }]),
  ];
  return (
    <div className={css.fields} tabIndex={0} role="region" aria-label={words.fields} data-scroller>
      {facts.length + socials.length > 0 && (
        <>
          <h3>{words.facts}</h3>
          <dl className={css.facts}>
            {facts.map(({ label, value }) => <Fact key={`${label} ${value}`} label={label} value={value} />)}
            {socials.map(({ url, kind }) => [
              <dt key={`${url} label`}>{kind ?? words.links}</dt>,
              <dd key={url}><button type="button" onClick={() => { onLink(url); }}>{url}</button></dd>,
            ])}
          </dl>
        </>
      )}
      <h3>{words.fields}</h3>
      {fields.length === 0 ? <p className={css.none}>{words.noFields}</p> : (
        <dl className={css.facts}>{fields.map(({ label, value }) => <Fact key={`${label} ${value}`} label={label} value={value} />)}</dl>
      )}
      <h3>{words.files}</h3>
      {files.length === 0 ? <p className={css.none}>{words.noFiles}</p> : (
        <ul className={css.files}>{files.map((file, index) => <li key={`${file} ${String(index)}`}>{file}</li>)}</ul>
      )}
    </div>
  );
}

const Fact = ({ label, value }: NamedValue) => [<dt key="label" title={label}>{label}</dt>, <dd key="value">{value}</dd>];
