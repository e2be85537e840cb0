import { Copy, Link2, Mail, MapPin, Phone } from "lucide-react";
import type { CandidateView } from "../../bindings/types";
import { IconButton, copyText } from "../../component";
import { t } from "../../words";
import { place } from "./words";
import css from "./Contacts.module.css";

const short = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, "").replace(/^linkedin\.com\//, "").replace(/\/$/, "");

const copy = (value: string) => copyText(value, t("candidate.copied", { what: value }));

/** Place, mail, phone and links of a person on one line. */
export function Contacts({ candidate, small, onLink }: { candidate: CandidateView; small?: boolean; onLink: (url: string) => void }) {
  const { location, emails, phones, socials } = candidate;
  const shown = small ? 1 : 2;
  return (
    <div className={css.contacts} data-small={small || undefined}>
      {location !== null && <span className={css.item}><MapPin size={14} aria-hidden /><span className={css.value}>{place(location)}</span></span>}
      {emails.slice(0, shown).map(({ value }) => (
        <span key={value} className={css.item}>
          <Mail size={14} aria-hidden />
          <button type="button" className={css.link} onClick={() => { onLink(`mailto:${value}`); }}>{value}</button>
          <IconButton size="tiny" label={t("candidate.copy", { what: value })} onPress={() => { void copy(value); }}><Copy /></IconButton>
        </span>
      ))}
      {phones.slice(0, shown).map(({ value }) => (
        <span key={value} className={css.item}>
          <Phone size={14} aria-hidden /><span className={css.value}>{value}</span>
          <IconButton size="tiny" label={t("candidate.copy", { what: value })} onPress={() => { void copy(value); }}><Copy /></IconButton>
        </span>
      ))}
      {!small && socials.slice(0, 2).map(({ url }) => (
        <span key={url} className={css.item}>
          <Link2 size={14} aria-hidden />
          <button type="button" className={css.link} data-accent onClick={() => { onLink(url); }}>{short(url)}</button>
        </span>
      ))}
    </div>
  );
}
