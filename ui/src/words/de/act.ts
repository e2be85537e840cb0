import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Was mit einer Person oder vielen getan wird, und wie danach gefragt wird. */
export const act = {
  people_one: "{{count, number}} Person", people_other: "{{count, number}} Personen",
  moved: "{{name}} nach {{stage}} verschoben", rejected: "{{name}} abgelehnt: {{reason}}", tagged: "Tag {{tag}} für {{name}} vergeben", untagged: "Tag {{tag}} von {{name}} entfernt", noted: "Notiz zu {{name}} geschrieben",
  notDone: "Nicht getan: {{what}}.", notUndone: "Das wurde nicht rückgängig gemacht.",
  reject: "Ablehnen", rejectWho: "{{name}} ablehnen – warum?", rejectWhy: "Ablehnen – warum?", press: "Zahl drücken", reasons: "Gründe", find: "Unter {{count, number}} Gründen suchen", findReason: "Grund suchen",
  noReasons: "Hier sind keine Gründe bekannt. Sie kommen mit dem Abgleich, wenn der Schlüssel sie lesen darf: Einstellungen → Verbindung sagt es.", noSuch: "So heißt kein Grund.",
  noMail: "Es wird keine Mail verschickt", addNote: "Notiz hinzufügen", noteToo: "Notiz", noteHint: "Wird zur Person geschrieben, sobald die Ablehnung durch ist",
  tag: "Tag", tagWho: "Tag für {{name}}", tagHint: "Tag suchen oder neu schreiben", makeTag: "Tag „{{name}}“ anlegen", worn: "schon vergeben", takeOff: "Enter entfernt ihn", noTags: "So heißt noch kein Tag.",
  note: "Notiz", noteWho: "Notiz zu {{name}}", noteText: "Notiz", noteEach: "Zu jeder Person wird dieselbe Notiz geschrieben.", noteLasts: "Ist sie gesendet, lässt sie sich nur in Ashby entfernen.", writeNote: "Notiz schreiben", writeNotes: "{{count, number}} Notizen schreiben",
} as const satisfies Words<typeof rest.act>;
