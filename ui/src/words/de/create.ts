import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** Wie jemand Neues eingetragen wird. */
export const create = {
  new: "Neue Bewerbung", step: { person: "Neue Person", answers: "Was die Stelle fragt", survey: "Freiwillige Umfrage" }, stepOf: "Schritt {{step, number}} von {{steps, number}}", to: { answers: "Weiter zu den Fragen", survey: "Weiter zur Umfrage" }, back: "Zurück", startOver: "Neu beginnen",
  link: "LinkedIn oder eine andere Seite", linkHint: "Mit einer LinkedIn-Adresse beginnen: Der Name wird daraus gelesen.", first: "Vorname", last: "Nachname", email: "E-Mail", phone: "Telefon", country: "Land", noCountry: "Keine Angabe", city: "Ort", job: "Stelle", stage: "Stufe", chooseJob: "Erst eine Stelle wählen",
  source: "Quelle", usualSource: "Die übliche Quelle", noSource: "Keine Quelle", credited: "Zugeschrieben", nobody: "Niemandem", resume: "Lebenslauf", dropHint: "oder irgendwo hier ablegen", chooseFile: "Datei wählen …", removeFile: "{{file}} entfernen", gotFile: "{{file}} ist angehängt",
  needsFirst: "Ein Vorname fehlt.", needsLast: "Ein Nachname fehlt.", needsEmail: "Eine E-Mail-Adresse wie name@example.org fehlt.", wrongLink: "Das ist keine Webadresse. Eine sieht aus wie https://example.org/seite, ohne Leerzeichen.", wrongPhone: "Eine Telefonnummer hat Ziffern.", needsAnswer: "Das muss beantwortet werden.", needsResume: "Das Formular dieser Stelle verlangt einen Lebenslauf: zurückgehen und einen anhängen.",
  answersWords: "Das Bewerbungsformular von {{job}}. Entweder leer lassen oder mindestens alles mit Stern beantworten.", cannotAsk: "Diese Art Frage lässt sich hier nicht stellen, in Ashby schon.", blocked: "Das Bewerbungsformular von {{job}} verlangt, was sich hier nicht fragen lässt: {{questions}}. Ohne Formular weitermachen oder die Bewerbung in Ashby anlegen.", yes: "Ja", no: "Nein",
  surveyWords: "Die Antworten sind freiwillig und entscheiden nie über die Bewerbung. Was hier beantwortet wird, geht mit der Bewerbung an Ashby und wird nirgends auf diesem Computer aufgeschrieben.",
  alike: "Personen, die dieselbe sein könnten", alikeCount_one: "{{count, number}} Person könnte dieselbe sein", alikeCount_other: "{{count, number}} Personen könnten dieselbe sein", because: { email: "gleiche Adresse", link: "gleiche Seite", name: "gleicher Name", phone: "gleiche Telefonnummer" }, alreadyApplied: "Hat sich schon auf {{job}} beworben", goesThere: "Was hier dazukommt, geht an diese Person", openPerson: "Öffnen",
  addApplication: "{{name}} zu {{job}} hinzufügen", thisPerson: "Diese Person",
  person: "Neue Person", addToJob: "Zu einer Stelle hinzufügen", addTo: "{{name}} zu einer Stelle hinzufügen", pickJob: "Stelle wählen", needsJob: "Erst die Stelle wählen.", knownBy: "Ashby kennt {{name}} unter {{email}}; die Bewerbung geht an diese Person.", onThisJob: "{{name}} ist schon im Verfahren für {{job}}.",
  noMail: "{{name}} lässt sich von hier aus auf keine Stelle setzen.", noMailCure: "Ashby findet Personen über ihre E-Mail-Adresse, und hier ist keine bekannt. Trag in Ashby eine ein, oder füge die Person dort zur Stelle hinzu.",
} as const satisfies Words<typeof rest.create>;
