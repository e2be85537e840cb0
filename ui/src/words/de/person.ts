import type { person as english } from "../en/person";
import type { Words } from "../shape";

/** Was die Seite einer Person über das Übliche hinaus sagt. */
export const person = {
  answers: {
    title: "Antworten", of_one: "{{count, number}} Antwort", of_other: "{{count, number}} Antworten", none: "Es wurde kein Formular beantwortet, oder es fragte nichts, was aufbewahrt werden darf.",
    extent_one: "Antworten von {{have, number}} von {{count, number}} Bewerbung gelesen", extent_other: "Antworten von {{have, number}} von {{count, number}} Bewerbungen gelesen", unread: "Antworten sind noch nicht gelesen. Sie kommen mit der nächsten Verbindung zu Ashby.", empty: "Leer gelassen",
  },
  feedback: {
    title: "Feedback", of_one: "{{count, number}} Bewertung", of_other: "{{count, number}} Bewertungen", none: "Noch hat niemand Feedback gegeben.", unread: "Feedback ist noch nicht gelesen. Es kommt mit der nächsten Verbindung zu Ashby.", undated: "ohne Datum",
  },
  files: {
    title: "Dateien", of_one: "{{count, number}} Datei", of_other: "{{count, number}} Dateien", none: "Keine Dateien. Lege eine auf dieser Seite ab oder wähle eine aus.", droppable: "Eine Datei lässt sich auch auf dieser Seite ablegen.", open: "{{name}} öffnen", save: "{{name}} unter Downloads speichern", saved: "Gespeichert", resume: "Lebenslauf", letter: "Anschreiben",
    here: "auf diesem Computer", away: "in Ashby, wird beim Öffnen geholt", state: "{{here, number}} von {{of, number}} auf diesem Computer", back: "Alle Dateien", unreadable: "Der Text der Datei ist hier nicht lesbar: {{reason}}. Die Datei selbst lässt sich speichern.",
    add: "Datei hinzufügen …", drop: "Hier ablegen, um sie zu {{name}} hinzuzufügen", asCv: "Als Lebenslauf", asLetter: "Als Anschreiben", asOther: "Als andere Datei", kind: "Was ist {{file}}?", kindWords: "Die Datei geht zu {{name}} in Ashby und lässt sich nicht zurücknehmen, sobald sie gesendet ist.", added: "{{file}} ist unterwegs", tooLarge: "{{file}} ist größer als 50 MB.", empty: "{{file}} ist leer.", notRead: "{{file}} konnte nicht gelesen werden.",
  },
  reasons: { unknown_format: "diese Art Datei ist hier unbekannt", garbled: "sie ist beschädigt", encrypted: "sie ist mit einem Passwort verschlossen", too_large: "sie ist zu groß", no_text: "sie enthält nur Bilder", too_slow: "das Lesen dauerte zu lange", crashed: "das Lesen schlug fehl", gone: "Ashby gibt sie nicht mehr heraus" },
  timeline: {
    title: "Verlauf", none: "Es ist noch nichts bekannt.", notes: "Notizen sind noch nicht gelesen und fehlen hier.", order: "Neueste zuerst", more: "Früheres zeigen", ahead: "Geplant", by: "von {{name}}",
    added: "In Ashby angelegt", applied: "Beworben", rejected: "Archiviert", withdrawn: "Zurückgezogen", stage: "In die Stufe {{title}} verschoben", note: "Notiz", feedback: "Feedback", interview: "Interview", offer: "Angebot", offer_decided: "Über Angebot entschieden", action: "Von hier",
  },
  projects: { title: "Projekte", open: "Projekt {{name}} öffnen" },
  more: "Mehr zeigen",
  paper: { find: "In dieser Datei suchen", found: "{{at, number}} von {{of, number}}", notFound: "nicht gefunden", nextHit: "Nächster Treffer", previousHit: "Voriger Treffer", save: "Unter Downloads speichern", close: "Suche schließen", text: "Text von {{name}}" },
  tags: { rest_one: "{{count, number}} weiteren Tag zeigen", rest_other: "{{count, number}} weitere Tags zeigen", add: "Tag", field: "Tag hinzufügen", remove: "Tag {{tag}} entfernen", make: "Tag „{{tag}}“ anlegen", none: "So heißt kein Tag.", done: "{{name}} hat jetzt den Tag {{tag}}", undone: "{{name}} hat den Tag {{tag}} nicht mehr", pending: "{{tag}}, noch nicht gesendet" },
  note: {
    field: "Notiz schreiben", hint: "Notiz schreiben, / für eine Vorlage", add: "Hinzufügen", bold: "Fett", italic: "Kursiv", list: "Liste", link: "Link", code: "Code", private: "Privat", privateOn: "Privat: nur wer private Felder sehen darf, sieht sie", privateOff: "Alle, die diese Person sehen, sehen sie",
    added: "Notiz hinzugefügt, noch nicht gesendet", address: "Adresse des Links", set: "Link setzen",
  },
  template: {
    title: "Vorlagen", none: "Noch keine Vorlage.", insert: "Vorlage einfügen", manage: "Vorlagen", name: "Name", text: "Text", save: "Vorlage speichern", remove: "Vorlage {{name}} entfernen", removed: "{{name}} entfernt", words: "Eigene Texte für Notizen. Aus {name}, {first} und {job} werden Name, Vorname und Stelle der Person.", add: "Neue Vorlage", edit: "{{name}} ändern", make: "Neue Vorlage …", taken: "Eine andere Vorlage heißt schon so.",
  },
  notUndone: "Das ließ sich nicht zurücknehmen.",
  packet: { button: "Mappe drucken", title: "Mappe von {{name}}", choose: "Was in die Mappe kommt", resume: "Lebenslauf", notes: "Notizen", privateNotes: "Auch private Notizen", answers: "Antworten", feedback: "Feedback", print: "Drucken oder als PDF speichern", made: "Am {{date}} mit Samara erstellt, Stand von Ashby: {{asOf}}", wait: "Wird gelesen …", noResume: "Es gibt keinen Lebenslauf.", resumeAway: "Der Lebenslauf ist jetzt nicht verfügbar.", more: "Mehr" },
  reject: "Ablehnen",
  keys: { note: "Notiz schreiben", tag: "Tag hinzufügen", reject: "Ablehnen", find: "Im Lebenslauf suchen", print: "Mappe drucken" },
} as const satisfies Words<typeof english>;
