import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Was die Sichtung sagt. */
export const review = {
  jobs: "Bewerbungen in Sichtung", close: "Sichtung verlassen", nobody: "Hier ist niemand mehr zu sichten.", ofJob: "Bewerbungen in Sichtung, älteste zuerst", ofView: "gespeicherte Ansicht", ofSelection: "ausgewählte Personen", first: "die ersten {{count, number}} von {{total, number}}",
  placeOf: "{{place, number}} von {{total, number}}", tally: "{{advanced, number}} weiter · {{rejected, number}} abgelehnt · {{skipped, number}} übersprungen", advanced: "Weiter", rejected: "Abgelehnt", skipped: "Übersprungen",
  advance: "Weiter", advanceTo: "Weiter nach {{stage}}", skip: "Überspringen", next: "Nächste Person", previous: "Vorige Person", walk: "Nächste, vorige", page: "Seite", pageDown: "Eine Seite weiter", allKeys: "Alle Tasten", openPerson: "Person öffnen", keywords: "Stichwörter",
  noApplication: "Über keine Bewerbung dieser Person lässt sich hier entscheiden.", stillKept: "Die letzte Entscheidung wird gerade noch festgehalten. Gleich noch einmal versuchen.", back: "{{name}} ist wieder offen",
  decided: { advanced: "Von dir weitergebracht ({{time}})", rejected: "Von dir abgelehnt ({{time}})" }, already: "Nimm das erst zurück, um neu zu entscheiden.",
  facts: "Angaben und Antworten", applied: "Bewarb sich {{year}}: {{job}}", appliedAt: "Beworben", answers: "Antworten", upNext: "Danach", ready: "Lebensläufe bereit",
  setKeywords: "Stichwörter markieren …", keywordGroups: "Stichwörter", keywordWords: "Jede Gruppe ist in jedem Lebenslauf in ihrer Farbe markiert. Zwischen Wörtern steht ein Komma; ein Stern am Ende nimmt jede Endung.", groupName: "Gruppe", groupWords: "Wörter", addGroup: "Noch eine Gruppe", removeGroup: "Gruppe {{name}} entfernen", keepKeywords: "Stichwörter speichern", wordsLacking: "Welche Wörter gehören zu „{{name}}“?",
  summary: "Ergebnis der Sichtung", over_one: "{{count, number}} Person gesichtet", over_other: "{{count, number}} Personen gesichtet", overWords: "Die Entscheidungen sind unterwegs zu Ashby. Jede steht unter Aktivität und lässt sich dort zurücknehmen.", showSkipped_one: "Übersprungene Person sichten", showSkipped_other: "{{count, number}} übersprungene Personen sichten", undoLast: "Letzte Entscheidung zurücknehmen",
} as const satisfies Words<typeof rest.review>;
