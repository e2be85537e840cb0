import { describe, expect, it } from "vitest";
import { DETAILS, HEADLINES, PHRASES, WARNINGS } from "./de/phrases";
import { said, spoken } from "./spoken";

const german = { titles: PHRASES, details: DETAILS, warnings: WARNINGS, headlines: HEADLINES };
const detail = (text: string) => spoken({ attempts: 0, detail: text }, german).detail;
const moment = (kind: string, title: string) => ({ kind, title, by: null });
const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("what the engine says of a write", () => {
  it("is said in German with the names as they are", () => {
    expect(["Move Ada Quist to Onsite", "Moved Ada to the job Lead, R&D", "Not sent: Reject Ada and mail", "Tagged Ada $1 (x) and 29 more", "Took the tag C++ off Zoë", "Add Ada"].map((text) => said(text, PHRASES))).toEqual([
      "Ada Quist nach Onsite verschieben", "Ada zur Stelle Lead, R&D verschoben", "Nicht gesendet: Ada ablehnen und anschreiben", "Tag gegeben: Ada $1 (x) und 29 weitere", "Tag C++ von Zoë entfernt", "Ada hinzufügen",
    ]);
  });

  it("stays as it is in English, and where it is not known", () => {
    const row = { intent_id: "i", label: "Reject Ada" };
    expect([spoken(row, null), said("Something new", PHRASES)]).toEqual([row, "Something new"]);
  });

  it("leaves names alone that read like a phrase", () => {
    expect(detail("Tag Manager · Feedback · Cannot be taken back once sent")).toBe("Tag Manager · Feedback · Nach dem Senden nicht mehr zurückzunehmen");
    expect(detail("Add Moor · Screen → Reject pile")).toBe("Add Moor · Screen → Reject pile");
    expect(detail("No job · Too junior · Mail “Sorry” the next morning at 9:32, the organisation's time · Cannot be taken back once sent")).toBe("Keine Stelle · Too junior · Mail „Sorry“ am nächsten Morgen um 9:32 Uhr, Zeit der Organisation · Nach dem Senden nicht mehr zurückzunehmen");
  });

  it("joins what somebody does to where, in a card and in the palette", () => {
    const answer = { rows: [{ headline: "Head at Large at Ubuntara" }, { headline: "Nurse" }, { headline: null }], hits: [{ kind: "candidate", subtitle: "Nurse at Halden" }, { kind: "job", subtitle: "R-1 · Care at home" }] };
    expect(spoken(answer, german)).toEqual({ rows: [{ headline: "Head at Large bei Ubuntara" }, { headline: "Nurse" }, { headline: null }], hits: [{ kind: "candidate", subtitle: "Nurse bei Halden" }, { kind: "job", subtitle: "R-1 · Care at home" }] });
  });

  it("is told of a side of a conflict that has no name, and of what came out otherwise", () => {
    const row = { attempts: 1, warnings: ["It was so in Ashby already.", "The field Pay was left out: it cannot hold this value."], conflict: { theirs: { id: "", kind: "", name: "No source" }, yours: { id: "s", kind: "Lead", name: "No source" } } };
    expect(spoken(row, german)).toEqual({ attempts: 1, warnings: ["In Ashby war es schon so.", "Das Feld Pay wurde ausgelassen: Es kann diesen Wert nicht halten."], conflict: { theirs: { id: "", kind: "", name: "Keine Quelle" }, yours: { id: "s", kind: "Lead", name: "No source" } } });
  });

  it("is told of what a key may not do, whichever permission it lacks", () => {
    const missing = ["candidatesWrite Samara can show pipelines but not move anybody", "interviewsRead Samara shows no stages of pipelines", "offersRead Samara shows no offers"].map((rest) => `Without ${rest}.`);
    expect(spoken({ introspected: true, missing }, german)).toEqual({ introspected: true, missing: ["Ohne candidatesWrite kann Samara Pipelines zeigen, aber niemanden verschieben.", "Ohne interviewsRead zeigt Samara keine Stufen von Pipelines.", "Ohne offersRead zeigt Samara keine Angebote."] });
  });

  it("is found wherever an answer holds it, and nothing else is touched", () => {
    const card = { name: "Reject Ada", pending: { intent_id: "i", label: "Moved here, not sent yet" } };
    const row = { id: "i", attempts: 0, title: "Write a note on Ada", detail: "Cannot be taken back once sent", conflict: null };
    expect(spoken({ total: 1, rows: [card], intents: [row] }, german)).toEqual({
      total: 1, rows: [{ name: "Reject Ada", pending: { intent_id: "i", label: "Hierher verschoben, noch nicht gesendet" } }], intents: [{ id: "i", attempts: 0, title: "Notiz zu Ada schreiben", detail: "Nach dem Senden nicht mehr zurückzunehmen", conflict: null }],
    });
  });

  it("is told of what was done from here in the timeline of a person, and no name of a stage is", () => {
    expect(spoken([moment("action", "Move Ada to Onsite"), moment("stage", "Reject pile")], german)).toEqual([moment("action", "Ada nach Onsite verschieben"), moment("stage", "Reject pile")]);
  });

  it("says why somebody cannot go to a stage", () => {
    const target = { stage: { id: "s", kind: "Lead", name: "Sourced" }, current: true, refusal: "It stands here already." };
    expect(spoken([target, { ...target, refusal: null }], german)).toEqual([{ ...target, refusal: "Steht schon hier." }, { ...target, refusal: null }]);
  });

  it("has the same names on both sides", () => {
    for (const [english, here] of [...PHRASES, ...DETAILS, ...WARNINGS]) expect(names(here), english).toEqual(names(english));
  });
});
