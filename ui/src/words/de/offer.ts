import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** What the offers say. */
export const offer = {
  offers: "Angebote",
  filters: "Status",
  all: "Alle",
  candidate: "Kandidat", job: "Stelle", status: "Status", state: "Stand in Ashby", salary: "Gehalt", starts: "Erster Tag", decided: "Entschieden", author: "Verfasst von", created: "Verfasst",
  statuses: { DRAFT: "Entwurf", APPROVED: "Freigegeben", SENT: "Gesendet", ACCEPTED: "Angenommen", DECLINED: "Abgelehnt", ABANDONED: "Aufgegeben" },
  unknown: "Hier nicht vorhandene Person",
  found_one: "{{count, number}} Angebot",
  found_other: "{{count, number}} Angebote",
  none: "Es wurde kein Angebot gemacht. Angebote entstehen in Ashby.",
  noneOf: "Kein Angebot ist „{{status}}“.",
  clear: "Alle Angebote zeigen",
  unread: "Angebote sind noch nicht gelesen: Der Schlüssel darf sie vielleicht nicht lesen, oder der erste Abgleich läuft noch. Einstellungen → Verbindung sagt, was der Schlüssel kann.",
} as const satisfies Words<typeof rest.offer>;
