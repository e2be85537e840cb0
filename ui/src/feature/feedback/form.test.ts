import { describe, expect, it } from "vitest";
import { FORMS } from "../../platform/fake/forms";
import { answersOf, formsOf, givenOf, questionsOf, wrong } from "./form";

const forms = formsOf([...FORMS, { id: "old", title: "Old", isArchived: true, formDefinition: { sections: [] } }]);
const [talk] = forms;
const task = forms.find(({ id }) => id === "form-task");
const ask = (path: string) => questionsOf(task ?? (() => { throw new Error("no form"); })()).find(({ id }) => id === path) ?? (() => { throw new Error("no question"); })();

describe("forms for feedback", () => {
  it("leave archived ones out and begin with the usual one", () => {
    expect(forms.map(({ id }) => id)).toEqual(["form-talk", "form-task", "form-tech"]);
  });

  it("say what is missing and what does not fit", () => {
    expect(wrong(ask("_systemfield_overall_recommendation"), undefined)).toBe("missing");
    expect(wrong(ask("solved"), "2.5")).toBe("whole");
    expect(wrong(ask("link"), "scores.example")).toBe("url");
    expect(wrong(ask("line"), undefined)).toBeNull();
  });

  it("give every answer in Ashby's shape, and read it back", () => {
    if (!talk) throw new Error("no form");
    const given = { _systemfield_overall_recommendation: "yes", motivation: "4", notes: " Calm. ", team: false };
    const answers = answersOf(talk, given);
    expect(answers).toEqual({ _systemfield_overall_recommendation: "yes", motivation: { score: 4 }, notes: { type: "PlainText", value: "Calm." }, team: false });
    expect(givenOf(answers)).toEqual({ ...given, notes: "Calm." });
  });

  it("take what a form does not know for text only where the kind is known", () => {
    const [strange] = formsOf([{ id: "x", title: "X", formDefinition: { sections: [{ fields: [{ field: { path: "p", type: "Signature", title: "Sign" } }] }] } }]);
    expect(strange?.sections[0]?.questions[0]).toMatchObject({ format: { type: "UNKNOWN" }, required: true });
  });
});
