/** Words of the unified model and of Ashby, in German. What is not here is shown as it comes. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  ABANDONED: "Aufgegeben", ACCEPTED: "Angenommen", ACTIVE: "Aktiv", ADMIN: "Administration", APPROVED: "Freigegeben", ARCHIVED: "Archiviert", BOOLEAN: "Ja oder nein", CANCELLED: "Abgesagt",
  CANDIDATE_ACCEPTED: "Von der Person angenommen", CANDIDATE_REJECTED: "Von der Person abgelehnt", CLOSED: "Geschlossen", COMPLETE: "Abgeschlossen", CONFIDENTIAL: "Vertraulich", CONTRACT: "Befristet", COORDINATOR: "Koordination",
  CREATED: "Angelegt", DATE: "Datum", DAY: "Tag", DECLINED: "Abgelehnt", DEMOGRAPHIC: "Demografisch", DRAFT: "Entwurf", FILE: "Datei", FILLED: "Besetzt", FULL_TIME: "Vollzeit", HIRED: "Eingestellt", HIRING_MANAGER: "Hiring Manager", HOUR: "Stunde",
  HYBRID: "Hybrid", INACTIVE: "Inaktiv", INTERN: "Praktikum", INTERNAL: "Intern", INTERNSHIP: "Praktikum", JOB: "Stelle", LISTED: "Gelistet", MONTH: "Monat", MULTI_SELECT: "Mehrfachauswahl", NEEDS_SCHEDULING: "Zu planen", NUMBER: "Zahl", OFFER_CANCELLED: "Angebot zurückgezogen",
  ON_HOLD: "Zurückgestellt", ON_SITE: "Vor Ort", OPEN: "Offen", OTHER: "Anderes", PART_TIME: "Teilzeit", PENDING: "Offen", PERSONAL: "Privat", PUBLIC: "Öffentlich", RECRUITER: "Recruiting", REJECTED: "Abgelehnt", REMOTE: "Remote", SCHEDULED: "Geplant", SENT: "Gesendet", SINGLE_SELECT: "Einfachauswahl",
  SOURCER: "Sourcing", TEMPORARY: "Befristet", TEXT: "Text", TWO_WEEKS: "Zwei Wochen", UNKNOWN: "Andere Angaben", UNLISTED: "Nicht gelistet", WAITING_ON_APPROVAL_DEFINITION: "Freigabe noch festzulegen", WAITING_ON_APPROVALS: "Wartet auf Freigaben", WAITING_ON_APPROVAL_START: "Freigabe noch nicht begonnen",
  WAITING_ON_CANDIDATE_AVAILABILITY: "Wartet auf Termine der Person", WAITING_ON_CANDIDATE_BOOKING: "Wartet auf Buchung durch die Person", WAITING_ON_CANDIDATE_RESPONSE: "Wartet auf Antwort der Person", WAITING_ON_FEEDBACK: "Wartet auf Feedback", WAITING_ON_OFFER_APPROVAL: "Wartet auf Freigaben", WAITING_ON_OFFER_CREATION: "Angebot noch zu erstellen",
  WAITING_ON_RESPONSE: "Wartet auf Antwort", WEBSITE: "Website", WEEK: "Woche", WORK: "Beruflich", YEAR: "Jahr",
};
