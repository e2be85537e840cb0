import { describe, expect, it } from "vitest";
import { PHRASES } from "./de/phrases";
import { said, spoken } from "./spoken";

const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("what the engine says of a write", () => {
  it("is said in German with the names as they are", () => {
    expect(["Move Ada Quist to Onsite", "Moved Ada to the job Lead, R&D", "Not sent: Reject Ada and mail", "Tagged Ada $1 (x) and 29 more", "Took the tag C++ off Zoë", "Add Ada"].map((text) => said(text, PHRASES))).toEqual([
      "Ada Quist nach Onsite verschieben", "Ada zur Stelle Lead, R&D verschoben", "Nicht gesendet: Ada ablehnen und anschreiben", "Tag gegeben: Ada $1 (x) und 29 weitere", "Tag C++ von Zoë entfernt", "Ada hinzufügen",
    ]);
  });

  it("stays as it is in English, and where it is not known", () => {
    expect([said("Reject Ada", null), said("Something new", PHRASES)]).toEqual(["Reject Ada", "Something new"]);
  });

  it("is found wherever an answer holds it, and nothing else is touched", () => {
    const card = { name: "Reject Ada", pending: { intent_id: "i", label: "Moved here, not sent yet" } };
    const row = { id: "i", attempts: 0, title: "Write a note on Ada", detail: "Add Ada", conflict: null };
    expect(spoken({ total: 1, rows: [card], intents: [row] }, PHRASES)).toEqual({
      total: 1, rows: [{ name: "Reject Ada", pending: { intent_id: "i", label: "Hierher verschoben, noch nicht gesendet" } }], intents: [{ id: "i", attempts: 0, title: "Notiz zu Ada schreiben", detail: "Ada hinzufügen", conflict: null }],
    });
  });

  it("has the same names on both sides", () => {
    for (const [english, german] of PHRASES) expect(names(german), english).toEqual(names(english));
  });
});
