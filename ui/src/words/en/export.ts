/** What exporting a list says. */
export const exporting = {
  button: "Export…",
  title: "Export {{what}}",
  format: "Kind of file",
  kind: { xlsx: "Workbook (XLSX)", csv: "CSV", jsonl: "JSON lines" },
  kindWords: { xlsx: "For Excel, Numbers or LibreOffice.", csv: "Plain text for any spreadsheet. Cells that could run as formulas are made harmless.", jsonl: "One record a line, for other programs." },
  path: "File",
  pathWords: "A file of this name is replaced. Only you can read it.",
  redact: "Mask persons",
  redactOn: "Names, mail addresses, numbers, links and free text are replaced, the same person everywhere by the same mask.",
  redactOff: "The file will hold names and contact data. Keep it where the data of candidates may be.",
  write: "Write the file", writing: "Writing…",
  done_one: "{{count, number}} row exported",
  done_other: "{{count, number}} rows exported",
  refused: "This file cannot be written. Check that {{folder}} is there and yours to write to.",
  copyPath: "Copy the path",
} as const;
