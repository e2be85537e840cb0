import type { en } from "../en";
import type { Words } from "../shape";

/** What the job screens say. */
export const job = {
  jobs: "Stellen",
  title: "Titel", status: "Status", department: "Abteilung", location: "Ort", team: "Team", openings: "Vakanzen", active: "Aktiv", posted: "Online", opened: "Eröffnet",
  all: "Alle",
  statuses: { OPEN: "Offen", CLOSED: "Geschlossen", DRAFT: "Entwurf", ARCHIVED: "Archiviert" },
  remote: { REMOTE: "Remote", HYBRID: "Hybrid", ON_SITE: "Vor Ort" },
  search: "Stellen durchsuchen",
  searchHint: "Titel, Nummer, Abteilung, Team oder Ort",
  clears: "Esc leert",
  found_one: "{{count, number}} Stelle",
  found_other: "{{count, number}} Stellen",
  filters: "Status",
  confidential: "Vertraulich",
  postedYes: "Ja",
  postedNo: "Nein",
  inProcess: "Im Verfahren: {{parts}}",
  kinds: {
    Lead_one: "{{count, number}} Kontakt", Lead_other: "{{count, number}} Kontakte", PreInterviewScreen: "{{count, number}} in Sichtung", Active: "{{count, number}} in Interviews",
    Offer: "{{count, number}} mit Angebot", other: "{{count, number}} anderswo",
  },
  empty: "Hier sind noch keine Stellen. Sie erscheinen, sobald der erste Abgleich sie liest.",
  noMatch: "Keine Stelle passt.",
  noneOf: "Keine Stelle ist „{{status}}“.",
  showAll_one: "Die einzige Stelle zeigen",
  showAll_other: "Alle {{count, number}} Stellen zeigen",
  clear: "Suche und Filter leeren",
  tab: { insights: "Auswertung", pipeline: "Pipeline", candidates: "Kandidaten", openings: "Vakanzen", postings: "Ausschreibungen", questions: "Bewerbungsfragen", team: "Hiring-Team", details: "Details" },
  gone: "Diese Stelle ist nicht auf diesem Computer. Vielleicht wurde sie in Ashby entfernt.",
  untitled: "Ausschreibung ohne Titel", openPosting: "Ausschreibung öffnen", noPostings: "Diese Stelle hat hier keine Ausschreibung. Sie erscheint mit dem nächsten Abgleich, nachdem sie in Ashby angelegt wurde.", noDescription: "Sie hat keine Beschreibung, oder der Schlüssel darf sie nicht lesen.",
  noQuestions: "Bewerbungsfragen sind nicht bekannt. Sie stammen aus den Formularen der Ausschreibungen.", untitledQuestion: "Frage ohne Text", yesOrNo: "Ja oder nein", required: "Pflicht", eeo: "EEO", demographic: "Demografisch",
  noTeam: "Im Hiring-Team ist niemand benannt.", unnamed: "Jemand ohne Namen",
  code: "Kürzel", remoteWork: "Arbeitsort", employment: "Anstellung", visibility: "Sichtbarkeit", salary: "Gehalt", per: "je {{period}}", period: { YEAR: "Jahr", MONTH: "Monat", TWO_WEEKS: "zwei Wochen", WEEK: "Woche", DAY: "Tag", HOUR: "Stunde" }, closed: "Geschlossen", createdAt: "In Ashby angelegt", updatedAt: "In Ashby geändert",
  customFields: "Eigene Felder", noCustomFields: "Keine eigenen Felder sind ausgefüllt.", raw: "Wie von Ashby gesendet", noPeople: "Hier hat sich noch niemand beworben.",
} as const satisfies Words<typeof en.job>;
