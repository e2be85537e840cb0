import type { deed as english } from "../en/deed";
import type { Words } from "../shape";

/** Was mit Personen über Verschieben, Ablehnen, Tags und Notizen hinaus getan wird, und wie danach gefragt wird. */
export const deed = {
  listed: { refused: "Ashby zeigt dem Schlüssel diese Liste nicht.", permission: "Gib dem Schlüssel in Ashby das Recht „Hiring process metadata“, lesen: Einstellungen → Verbindung sagt, wie.", said: "Ashby hat geantwortet: {{said}}.", status: "Ashby hat mit Status {{status, number}} geantwortet.", again: "Versuch es noch einmal; bleibt es so, zeigt Einstellungen → Ashbys API die ganze Antwort." },
  mail: {
    title: "Mail", add: "Mail schicken …", without: "Keine Mail schicken", template: "Vorlage", choose: "Vorlage wählen", untitled: "Vorlage ohne Namen", when: "Verschickt", morning: "Am nächsten Morgen, 9:32", morningWords: "am nächsten Morgen um 9:32 Uhr, in der Zeit der Organisation", own: "Zu einer eigenen Zeit", time: "Tag und Uhrzeit", atTime: "am {{time}}", past: "Diese Zeit ist vorbei. Wähle eine, die noch kommt.",
    final: "Eine Mail lässt sich nicht zurückholen, sobald Ashby sie hat.", goes: "Ashby schickt {{name}} „{{template}}“ {{when}}. Das lässt sich nicht rückgängig machen.", goesMany: "Ashby schickt jeder der {{name}} „{{template}}“ {{when}}. Das lässt sich nicht rückgängig machen.", send: "Ablehnen und schreiben", none: "Ashby hat keine Vorlagen für Mails. Leg in Ashby eine an und öffne das hier dann erneut.",
    done: "{{name}} abgelehnt: {{reason}}. Ashby schreibt {{when}}", gone: "Zu dieser Ablehnung gehört eine Mail; eine Taste nimmt sie nicht zurück.", goneCure: "Ist sie noch nicht gesendet, lässt sie sich in „Aktivität“ noch zurücknehmen.",
  },
} as const satisfies Words<typeof english>;
