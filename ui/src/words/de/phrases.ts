/**
 * What the engine says of a write, and the same in German. `{a}` and `{b}` stand for names and are taken over, `{count}` for a number, `{rest}`
 * for a phrase of its own. The first that fits is taken.
 */
export const PHRASES: readonly (readonly [said: string, german: string])[] = [
  ["Not sent: {rest}", "Nicht gesendet: {rest}"],
  ["Took back: {rest}", "Zurückgenommen: {rest}"],
  ["{rest} and {count} more", "{rest} und {count} weitere"],
  ["Took back {count} actions", "{count} Aktionen zurückgenommen"],
  ["Moved here, sending now", "Hierher verschoben, wird gesendet"],
  ["Moved here, may not have arrived", "Hierher verschoben, vielleicht nicht angekommen"],
  ["Moved here, not sent yet", "Hierher verschoben, noch nicht gesendet"],
  ["Move {a} back to {b}", "{a} zurück nach {b} verschieben"],
  ["Moved {a} back to {b}", "{a} zurück nach {b} verschoben"],
  ["Move {a} to the job {b}", "{a} zur Stelle {b} verschieben"],
  ["Moved {a} to the job {b}", "{a} zur Stelle {b} verschoben"],
  ["Move {a} to {b}", "{a} nach {b} verschieben"],
  ["Moved {a} to {b}", "{a} nach {b} verschoben"],
  ["Reject {a} and mail", "{a} ablehnen und anschreiben"],
  ["Rejected {a} and mailed", "{a} abgelehnt und angeschrieben"],
  ["Reject {a}", "{a} ablehnen"],
  ["Rejected {a}", "{a} abgelehnt"],
  ["Take the tag {a} off {b}", "Tag {a} von {b} entfernen"],
  ["Took the tag {a} off {b}", "Tag {a} von {b} entfernt"],
  ["Tag {a}", "Tag geben: {a}"],
  ["Tagged {a}", "Tag gegeben: {a}"],
  ["Write a note on {a}", "Notiz zu {a} schreiben"],
  ["Wrote a note on {a}", "Notiz zu {a} geschrieben"],
  ["Give feedback on {a}", "Feedback zu {a} geben"],
  ["Gave feedback on {a}", "Feedback zu {a} gegeben"],
  ["Change the source of {a} to No source", "Quelle von {a} entfernen"],
  ["Changed the source of {a} to No source", "Quelle von {a} entfernt"],
  ["Change the source of {a} to {b}", "Quelle von {a} in {b} ändern"],
  ["Changed the source of {a} to {b}", "Quelle von {a} in {b} geändert"],
  ["Change fields of {a}", "Felder von {a} ändern"],
  ["Changed fields of {a}", "Felder von {a} geändert"],
  ["Attach a file to {a}", "Datei an {a} anhängen"],
  ["Attached a file to {a}", "Datei an {a} angehängt"],
  ["Add the link {a} to {b}", "Link {a} zu {b} hinzufügen"],
  ["Added the link {a} to {b}", "Link {a} zu {b} hinzugefügt"],
  ["Put {a} into the project {b}", "{a} ins Projekt {b} aufnehmen"],
  ["Take {a} out of the project {b}", "{a} aus dem Projekt {b} nehmen"],
  ["Took {a} out of the project {b}", "{a} aus dem Projekt {b} genommen"],
  ["Add {a} to {b}", "{a} zu {b} hinzufügen"],
  ["Added {a} to {b}", "{a} zu {b} hinzugefügt"],
  ["Add {a}", "{a} hinzufügen"],
  ["Added {a}", "{a} hinzugefügt"],
];

/** The same of the line below it, whose names may be anything: what is not said here is a name. */
export const DETAILS: typeof PHRASES = [
  ["Cannot be taken back once sent", "Nach dem Senden nicht mehr zurückzunehmen"],
  ["{rest} · Cannot be taken back once sent", "{rest} · Nach dem Senden nicht mehr zurückzunehmen"],
  ["{rest} · Mail “{a}” the next morning at 9:32, the organisation's time", "{rest} · Mail „{a}“ am nächsten Morgen um 9:32 Uhr, Zeit der Organisation"],
  ["{rest} · Mail “{a}” {b}", "{rest} · Mail „{a}“ {b}"],
  ["No job · {rest}", "Keine Stelle · {rest}"],
  ["No job → {rest}", "Keine Stelle → {rest}"],
  ["{a} · No source → {b}", "{a} · Keine Quelle → {b}"],
  ["{a} · {b} → No source", "{a} · {b} → Keine Quelle"],
  ["No source → {a}", "Keine Quelle → {a}"],
  ["{a} → No source", "{a} → Keine Quelle"],
  ["No source", "Keine Quelle"],
  ["No job", "Keine Stelle"],
];

/** What came out otherwise than asked for. */
export const WARNINGS: typeof PHRASES = [
  ["It was so in Ashby already.", "In Ashby war es schon so."],
  ["Ashby shows this as done by the API key: the key may not act on behalf of a user. Tick \"Allow acting on behalf of a user\" for it in Ashby under Admin → Integrations → API Keys.", "Ashby zeigt dies als Tat des API-Schlüssels: Er darf nicht für eine Person handeln. Setze dafür in Ashby unter Admin → Integrations → API Keys den Haken „Allow acting on behalf of a user“."],
  ["The file is stored on the candidate: Ashby has no files of applications.", "Die Datei liegt bei der Person: Ashby kennt keine Dateien von Bewerbungen."],
  ["The kind of file is not known; Ashby may not show it.", "Die Art der Datei ist nicht bekannt; Ashby zeigt sie vielleicht nicht an."],
  ["The kind of {a} is not known; Ashby may not show it.", "Die Art von {a} ist nicht bekannt; Ashby zeigt die Datei vielleicht nicht an."],
  ["{a} is stored as a plain file: only one résumé counts.", "{a} liegt als einfache Datei dort: Nur ein Lebenslauf zählt."],
  ["The field {a} was left out: it cannot hold this value.", "Das Feld {a} wurde ausgelassen: Es kann diesen Wert nicht halten."],
  ["The form was not used: it also asks for {a}.", "Das Formular wurde nicht verwendet: Es fragt auch nach {a}."],
  ["Some answers were left out: no form of this job takes them.", "Einige Antworten wurden ausgelassen: Kein Formular dieser Stelle nimmt sie an."],
  ["No form takes these answers; they were left out: {a}.", "Kein Formular nimmt diese Antworten an; sie wurden ausgelassen: {a}."],
  ["No form takes these answers; they were written as a note: {a}.", "Kein Formular nimmt diese Antworten an; sie stehen als Notiz bei der Person: {a}."],
  ["An answer was left out: this job does not ask that question.", "Eine Antwort wurde ausgelassen: Diese Stelle stellt die Frage nicht."],
  ["The answer to “{a}” was left out: it cannot be sent.", "Die Antwort auf „{a}“ wurde ausgelassen: Sie lässt sich nicht senden."],
  ["The file for “{a}” was left out: surveys take none.", "Die Datei zu „{a}“ wurde ausgelassen: Umfragen nehmen keine an."],
  ["Ashby has no place for this, so it was left out: {a}.", "Ashby hat dafür keinen Platz, darum wurde es ausgelassen: {a}."],
  ["No source was written: the one set for new applications is no longer in use in Ashby. Choose another one in Settings.", "Es wurde keine Quelle geschrieben: Die für neue Bewerbungen gewählte ist in Ashby nicht mehr in Gebrauch. Wähle in den Einstellungen eine andere."],
  ["No source was written: Ashby has none like the one given.", "Es wurde keine Quelle geschrieben: Ashby hat keine wie die angegebene."],
  ["Several people in Ashby have this address. {a} was taken; the others: {b}.", "Mehrere Personen in Ashby haben diese Adresse. Genommen wurde {a}; die anderen: {b}."],
];

/** What somebody does, and where. */
export const HEADLINES: typeof PHRASES = [["{a} at {b}", "{a} bei {b}"]];
