import type { en } from "../en";
import type { Words } from "../shape";

export const common = {
  close: "Schließen",
  cancel: "Abbrechen",
  undo: "Rückgängig",
  copy: "Kopieren",
  copied: "Kopiert",
  notCopied: "Das ließ sich nicht kopieren.",
  tryAgain: "Erneut versuchen",
  loading: "Wird gelesen …",
  never: "nie",
  stage: { Lead: "Kontakt", PreInterviewScreen: "Vor den Interviews", Active: "In Interviews", Offer: "Angebot", Hired: "Eingestellt", Archived: "Archiviert", other: "Stufe" },
  state: { waiting: "Wartet auf das Senden", sending: "Wird gesendet", done: "Erledigt", partial: "Teilweise erledigt", failed: "Gescheitert", unconfirmed: "Nicht bestätigt", conflict: "Braucht eine Wahl", cancelled: "Zurückgenommen" },
  coverage: {
    of: "von {{total, number}}",
    all: "alles aus Ashby, Stand",
    kept: "alles, was hier gehalten wird, Stand",
    partial: "{{total, number}} bisher gelesen, der erste Abgleich läuft noch",
    complete: "vollständig, Stand",
    incomplete: "noch nicht vollständig, Stand",
    unread: "noch nichts aus Ashby gelesen",
  },
  time: {
    seconds: "{{n, number}}\u00A0s", minutes: "{{n, number}}\u00A0Min.", hours: "{{n, number}}\u00A0Std.", days: "{{n, number}}\u00A0Tg.",
    now: "jetzt", justNow: "gerade eben", yesterday: "gestern", ago: "vor {{span}}", in: "in {{span}}", tomorrow: "morgen",
  },
  shortcut: {
    up: "Auf und ab", first: "Zum Anfang", last: "Zum Ende", open: "Öffnen", back: "Zurück", columns: "Von Spalte zu Spalte",
  },
  chooseAll: "Alle Gefundenen auswählen",
  clearSelection: "Auswahl aufheben",
  toasts: "Meldungen",
  request: "Anfrage {{id}}",
} as const satisfies Words<typeof en.common>;
