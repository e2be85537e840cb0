import type { rest } from "../en/rest";
import type { Words } from "../shape";

/** What exporting a list says. */
export const exporting = {
  button: "Exportieren …",
  title: "{{what}} exportieren",
  format: "Art der Datei",
  kind: { xlsx: "Arbeitsmappe (XLSX)", csv: "CSV", jsonl: "JSON-Zeilen" },
  kindWords: { xlsx: "Für Excel, Numbers oder LibreOffice.", csv: "Reiner Text für jede Tabellenkalkulation. Zellen, die als Formel laufen könnten, werden entschärft.", jsonl: "Ein Datensatz je Zeile, für andere Programme." },
  path: "Datei",
  pathWords: "Eine Datei dieses Namens wird ersetzt. Nur du kannst sie lesen.",
  redact: "Personen unkenntlich machen",
  redactOn: "Namen, E-Mail-Adressen, Nummern, Links und freier Text werden ersetzt, dieselbe Person überall durch dieselbe Maske.",
  redactOff: "Die Datei enthält Namen und Kontaktdaten. Bewahre sie dort auf, wo Daten von Bewerbern liegen dürfen.",
  write: "Datei schreiben", writing: "Wird geschrieben …",
  done_one: "{{count, number}} Zeile exportiert",
  done_other: "{{count, number}} Zeilen exportiert",
  refused: "Diese Datei lässt sich nicht schreiben. Prüfe, ob es {{folder}} gibt und du dort schreiben darfst.",
  copyPath: "Pfad kopieren",
} as const satisfies Words<typeof rest.export>;
