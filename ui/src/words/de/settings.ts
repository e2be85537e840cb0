import type { rest } from "../en/rest";
import type { Words } from "../shape";

export const settings = {
  title: "Einstellungen",
  sections: "Bereiche der Einstellungen",
  tab: { connection: "Verbindung", sync: "Abgleich", models: "Modelle & Felder", fields: "Felder", sources: "Quellen", privacy: "Privatsphäre", move: "Umzug", appearance: "Aussehen", keys: "Tasten", api: "API", about: "Über" },
  connection: {
    demo: "Dies ist der Demo-Arbeitsbereich: eine erfundene Firma, aus Samara selbst bedient. Nichts verlässt diesen Computer.",
    connect: "Ashby verbinden",
    connected: "Mit Ashby verbunden",
    keychain: "Schlüssel und Geheimnisse liegen im Schlüsselbund dieses Computers.",
    passphrase: "Schlüssel und Geheimnisse liegen hinter deiner Passphrase.",
    key: "Was dieser Schlüssel kann",
    another: "Anderen Schlüssel verwenden",
    again: "Erneut prüfen",
    guide: "Anleitung zum Verbinden",
    leave: "Trennen",
    leaveWords: "Entfernt die Kopie und den Schlüssel von diesem Computer. Ashby selbst bleibt unberührt.",
    leaveOrKeep: "Entfernt den Schlüssel von diesem Computer und mit ihm die Kopie: sofort, oder nachdem sie sich noch eine Weile lesen ließ. Ashby selbst bleibt unberührt.", kept: "Getrennt, noch lesbar", keptUntil: "Der Schlüssel ist weg: Es wird nichts mehr abgeglichen oder gesendet. Die Kopie auf diesem Computer wird {{date}} entfernt.",
    leaveButton: "Diesen Arbeitsbereich trennen",
    leaveDemo: "Demo-Arbeitsbereich schließen",
  },
  sync: {
    now: "Jetzt abgleichen",
    full: "Alles neu lesen",
    every: "Nach Änderungen sehen", everyWords: "So oft wird Ashby gefragt, was sich geändert hat, solange Samara offen ist; und wenn du in das Fenster zurückkommst.", minutes_one: "Jede Minute", minutes_other: "Alle {{count, number}} Minuten",
    fullWords: "Listet jeden Datensatz in Ashby noch einmal, statt nur der Änderungen. Hier geht dabei nichts verloren.",
    running: "Gleicht ab …",
    log: "Abgleiche", openLog: "Protokoll öffnen",
  },
  mode: {
    title: "Was hier gehalten wird", change: "Ändern, was gehalten wird …", sure: "Ändern, was hier gehalten wird?", changed: "Was gehalten wird, ist geändert; ein Abgleich folgt.",
    narrow: "Weniger halten", narrowWords: "Personen und Bewerbungen außerhalb verlassen jetzt alle Listen und werden nach 14 Tagen von diesem Computer getilgt. In Ashby ändert sich nichts. Bis der nächste Abgleich endet, passt das Gezeigte vielleicht nicht zur neuen Wahl.",
    widen: "Mehr halten", widenWords: "Samara listet Ashby neu und holt, was ausgelassen war. Bis dieser Abgleich endet, können Listen unvollständig sein und sagen es.",
    expired: "Was gehalten wird, wurde geändert, und seither endete kein Abgleich: Listen passen vielleicht noch nicht dazu.",
    track: "Eine Bewerbung hereinholen", trackWords: "Über ihre ID in Ashby: Sie und ihre Person kommen hierher und bleiben aktuell, was immer sonst gehalten wird.", application: "ID der Bewerbung", bring: "Hereinholen", tracked: "Die Bewerbung ist hier.",
  },
  models: {
    key: "Was dieser Schlüssel kann", ask: "Ashby fragen", again: "Erneut fragen", asking: "Wird gefragt …",
    unasked: "Ashby wurde noch nicht gefragt. Das Fragen liest je Art einen Datensatz und ändert nichts.", asked: "Gefragt", harmless: "Das Fragen liest je Art einen Datensatz und ändert nichts.",
    title: "Modelle und Felder", words: "Was auf diesem Computer ist, Modell für Modell. Öffne eines und sieh, wie voll seine Felder sind, gezählt an bis zu 100 Zeilen.", none: "Hier ist noch nichts.",
    state: { ok: "Hier", empty: "Leer in Ashby", no_permission: "Keine Berechtigung", failed: "Gescheitert", not_fetched: "Nicht geholt", switched_off: "Abgeschaltet" },
    test: "Dieses Modell prüfen", testAgain: "Dieses Modell erneut prüfen", untested: "Noch nicht geprüft", tested: "{{model}}: {{state}}", notAsked: "Was abgeschaltet ist, wird nicht abgefragt.",
    needs: "braucht die Berechtigung {{permission}}", fieldsOf: "Felder von {{model}}", filled: "ausgefüllt in {{filled, number}} von {{of, number}}", unfilled: "leer in allen {{of, number}}", ashbyHasNone: "hat Ashby nicht", notFetched: "noch nicht geholt", switchedOff: "in den Einstellungen abgeschaltet",
  },
  appearance: {
    theme: "Design", light: "Hell", dark: "Dunkel", system: "Wie das System", systemWords: "Folgt Hell und Dunkel dieses Computers.",
    density: "Dichte", comfortable: "Luftig", comfortableWords: "Zeilen von 36 px.", compact: "Kompakt", compactWords: "Zeilen von 28 px: mehr Personen auf einem Bildschirm.",
    zoom: "Größe", percent: "{{percent}} %",
    language: "Sprache", languages: { system: "Wie das System", en: "English", de: "Deutsch" }, languageWords: "Datum und Zahlen folgen der Sprache. Was aus Ashby kommt, bleibt, wie es dort steht.",
  },
  keys: { intro: "Die Tasten jeder Ansicht. ? zeigt überall, welche dort gelten.", lists: "Listen" },
  about: {
    version: "Version", name: "Samara", line: "Die Desktop-App zu Ashby für Recruiter.",
    privacy: "Keine Telemetrie, keine Dritten. Die Kopie auf dieser Platte ist verschlüsselt; der Schlüssel liegt allein im Tresor.",
    copy: "Version und Stand kopieren", icons: "Symbole: Lucide (ISC-Lizenz).",
  },
} as const satisfies Words<typeof rest.settings>;
