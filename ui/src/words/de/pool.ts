import type { pool as english } from "../en/pool";
import type { Words } from "../shape";

/** Was Projekte und wahrscheinliche Dubletten sagen. */
export const pool = {
  sections: "Wege, Personen anzusehen", everybody: "Alle", projects: "Projekte", duplicates: "Dubletten",
  project: {
    search: "Projekte suchen", none: "Es gibt keine Projekte. Sie entstehen in Ashby.", unread: "Projekte sind noch nicht gelesen: Der Schlüssel darf sie vielleicht nicht lesen, oder der erste Abgleich läuft noch. Einstellungen → Verbindung sagt, was der Schlüssel kann.", noMatch: "Kein Projekt passt.", empty: "Es ist niemand darin bekannt.",
    people_one: "{{count, number}} Person", people_other: "{{count, number}} Personen", known: "Projekte von {{have, number}} der {{of, number}} Personen bekannt", knownWords: "Ashby nennt Projekte nur Person für Person; wer im Verfahren ist, wird zuerst gelesen, alle anderen beim Öffnen.",
    archived: "Archiviert", confidential: "Vertraulich", made: "Angelegt", list: "Projekte", peopleOf: "Personen in {{name}}",
    addTo: "Zu {{project}} hinzufügen", addHint: "Einen Namen tippen.", add: "Person hinzufügen …", addField: "Name einer Person", addNone: "So heißt niemand.", added: "{{name}} zu {{project}} hinzugefügt", remove: "{{name}} aus {{project}} nehmen", removed: "{{name}} aus {{project}} genommen",
  },
  double: {
    intro: "Jede Gruppe könnte ein und dieselbe Person sein: Sie teilen, was sonst nur eine hat. Zusammenführen geht nur in Ashby: Öffne dort eine davon; mit dem nächsten Abgleich ist es hier zu sehen.",
    groups_one: "{{count, number}} Gruppe", groups_other: "{{count, number}} Gruppen", none: "Es sind keine möglichen Dubletten da.", compared: "verglichen", open: "{{name}} öffnen", ashby: "Zusammenführen", alike: "{{what}} gleich",
    by: { email: "E-Mail", link: "Profil", phone: "Telefon", name: "Name" }, applications_one: "{{count, number}} Bewerbung", applications_other: "{{count, number}} Bewerbungen", added: "angelegt",
  },
} as const satisfies Words<typeof english>;
