import type { deed as english } from "../en/deed";
import type { Words } from "../shape";

/** Was mit Personen über Verschieben, Ablehnen, Tags und Notizen hinaus getan wird, und wie danach gefragt wird. */
export const deed = {
  mail: {
    title: "Mail", add: "Mail schicken …", without: "Keine Mail schicken", template: "Vorlage", choose: "Vorlage wählen", untitled: "Vorlage ohne Namen", when: "Verschickt", morning: "Am nächsten Morgen, 9:32", morningWords: "am nächsten Morgen um 9:32 Uhr, in der Zeit der Organisation", own: "Zu einer eigenen Zeit", time: "Tag und Uhrzeit", atTime: "am {{time}}", past: "Diese Zeit ist vorbei. Wähle eine, die noch kommt.",
    final: "Eine Mail lässt sich nicht zurückholen, sobald Ashby sie hat.", goes: "Ashby schickt {{name}} „{{template}}“ {{when}}. Das lässt sich nicht rückgängig machen.", goesMany: "Ashby schickt jeder der {{name}} „{{template}}“ {{when}}. Das lässt sich nicht rückgängig machen.", send: "Ablehnen und schreiben", none: "Ashby hat keine Vorlagen für Mails. Leg in Ashby eine an und öffne das hier dann erneut.",
    done: "{{name}} abgelehnt: {{reason}}. Ashby schreibt {{when}}", gone: "Zu dieser Ablehnung gehört eine Mail; eine Taste nimmt sie nicht zurück.", goneCure: "Ist sie noch nicht gesendet, lässt sie sich in „Aktivität“ noch zurücknehmen.",
  },
  menu: { reconsiderOf: "Bewerbung auf {{job}} wieder ins Verfahren nehmen", transfer: "Auf eine andere Stelle …", source: "Quelle ändern …", project: "Projekt …", reconsider: "Wieder ins Verfahren", feedback: "Feedback geben …", more: "Weitere Aktionen", moreOf: "Mehr zu {{name}}" },
  transfer: { title: "{{name}} auf eine andere Stelle", find: "Offene Stelle suchen", none: "So heißt keine offene Stelle.", stage: "Stufe dort", words: "{{name}} verlässt {{from}} und ist dann bei {{stage}} von {{job}}. Rückgängig bringt alles zurück.", wordsMany: "{{name}} sind dann bei {{stage}} von {{job}}. Ein Rückgängig bringt alle zurück.", another: "Andere Stelle", go: "Nach {{job}} verschieben", done: "{{name}} auf die Stelle {{job}} verschoben" },
  source: { title: "Woher kommt {{name}}?", find: "Quelle suchen", now: "jetzt", none: "Keine Quelle", noSuch: "So heißt keine Quelle.", done: "Quelle von {{name}}: {{source}}", gone: "{{name}} hat keine Quelle mehr" },
  project: { title: "Projekte von {{name}}", out: "Enter nimmt heraus", add: "Projekt" },
  reconsider: { title: "{{name}} wieder ins Verfahren nehmen?", stage: "Weiter bei", before: "Wo die Bewerbung vorher war", words: "Die Ablehnung wird gelöscht, und {{name}} ist wieder im Verfahren für {{job}}. Es wird keine Mail verschickt.", done: "{{name}} ist wieder im Verfahren" },
  feedback: {
    title: "Feedback zu {{name}}", form: "Formular", by: "Wessen Feedback", key: "Das des Schlüssels", application: "Bewerbung", after: "Gehört zum Interview {{interview}}.", general: "Gehört nur zur Bewerbung: Für ein Interview antwortet, wer dabei war.", score: "4 ist am besten.",
    wrong: { missing: "Das muss beantwortet werden.", whole: "Hier gehört eine ganze Zahl hin.", url: "Hier gehört eine Adresse hin, die mit https:// oder http:// beginnt." }, incomplete: "Einige Antworten fehlen oder passen nicht; sie sind oben markiert.", cannot: "Dieses Formular fragt, was sich hier nicht beantworten lässt: {{questions}}. Nimm ein anderes Formular, oder gib das Feedback in Ashby.",
    final: "Feedback lässt sich nicht zurückholen, sobald Ashby es hat.", send: "Feedback abgeben", done: "Feedback zu {{name}} gegeben", noForms: "Ashby hat kein Formular für Feedback in Gebrauch. Leg in Ashby eines an und öffne das hier dann erneut.", inAshby: "Stattdessen in Ashby geben",
  },
  field: { of: "Felder der Bewerbung auf {{job}}", edit: "{{field}} ändern", change: "{{field}}: {{value}}. Ändern", empty: "leer", none: "Nichts", save: "Sichern", clear: "Feld leeren", from: "Von", to: "Bis", amount: "Betrag", currency: "Währung", inAshby: "Diese Art Feld wird in Ashby geändert.", done: "{{field}} von {{name}} ist geändert", cleared: "{{field}} von {{name}} ist jetzt leer", wrong: { number: "Hier gehört eine Zahl hin.", url: "Hier gehört eine Adresse hin, die mit https:// oder http:// beginnt.", date: "Hier gehört ein ganzes Datum hin.", code: "Hier gehören drei Buchstaben hin, etwa EUR.", order: "Die erste Zahl ist größer als die zweite." } },
} as const satisfies Words<typeof english>;
