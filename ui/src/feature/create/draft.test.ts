// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { CreateForm, FormQuestion } from "../../bindings/types";
import { EMPTY, inputOf, isMail, isPage, linked, missingOf, profileOf, unanswered } from "./draft";

const question = (id: string, type: string, required = false): FormQuestion => ({ id, title: id, description: null, format: { type, options: [{ id: "o1", name: "One" }] }, required });
const form = (questions: FormQuestion[], more: Partial<CreateForm> = {}): CreateForm => ({ job_id: "job", job: "Engineer", open: true, stages: [], first_stage: null, questions, resume_required: false, surveys: [], sources: [], default_source: null, users: [], ...more });
const ada = { ...EMPTY, first: " Ada ", last: "Byron", email: "ada@example.org" };

/** What stands there after each letter of a page was typed. */
function typed(text: string, from = EMPTY) {
  let draft = from;
  for (const letter of text) draft = Object.assign({}, draft, linked(draft, draft.link + letter));
  return draft;
}

describe("a pasted profile", () => {
  it("gives its address and the name in it", () => {
    expect(profileOf("https://de.linkedin.com/in/leila-farrokhzad-1a2b3c/?trk=x")).toEqual({ url: "https://www.linkedin.com/in/leila-farrokhzad-1a2b3c", first: "Leila", last: "Farrokhzad" });
    expect(profileOf("linkedin.com/in/z%C3%B3fia-b%C3%A1r%C3%A1ny")).toMatchObject({ first: "Zófia", last: "Bárány" });
    expect(profileOf("www.linkedin.com/in/cher")).toMatchObject({ first: "", last: "" });
    expect(profileOf("https://example.org/in/leila")).toBeNull();
    expect(profileOf("linkedin.com/in/%E0%A4%A")).not.toBeNull();
  });
});

describe("a typed profile", () => {
  it("is followed by the name with each letter", () => {
    expect(typed("linkedin.com/in/ada-quist-1a2b")).toMatchObject({ link: "https://www.linkedin.com/in/ada-quist-1a2b", first: "Ada", last: "Quist" });
  });

  it("leaves a name alone that was written by hand", () => {
    expect(typed("-quist", { ...typed("linkedin.com/in/ada-q"), first: "Adelheid" })).toMatchObject({ first: "Adelheid", last: "Q" });
    expect(typed("linkedin.com/in/ada-quist", { ...EMPTY, first: "Adelheid" })).toMatchObject({ first: "Adelheid", last: "" });
  });
});

describe("someone new", () => {
  it("needs a name, an address and a job", () => {
    expect(missingOf(EMPTY)).toEqual(["first", "last", "email", "job"]);
    expect(missingOf({ ...ada, job: "job" })).toEqual([]);
    expect([isMail("a@b.co"), isMail("a@b"), isMail("a b@c.de")]).toEqual([true, false, false]);
  });

  it("may have a page of the web and a phone number, and nothing that is none", async () => {
    for (const page of ["https://example.org/x", "HTTP://example.org:8080?x", "linkedin.com/in/x", "münchen.example"]) expect(isPage(page), page).toBe(true);
    for (const page of ["javascript:alert(1)", "https://example.org/x y", "mailto:ada@example.org", "ada@example.org", "ftp://example.org", "Ada", "https://"]) expect(isPage(page), page).toBe(false);
    expect(missingOf({ ...ada, job: "job", link: "javascript:alert(1)", phone: "call me" })).toEqual(["link", "phone"]);
    expect(missingOf({ ...ada, job: "job", link: "", phone: "+49 (30) 1" })).toEqual([]);
    expect((await inputOf({ ...ada, link: " example.org/ada " }, null)).candidate.social_links).toEqual([{ url: "https://example.org/ada" }]);
  });

  it("is told to the engine without what was left empty", async () => {
    expect(await inputOf(ada, null)).toEqual({ candidate: { first_name: "Ada", last_name: "Byron", email_address: "ada@example.org" } });
  });

  it("is told with the job, its answers in their shapes, the source and the file", async () => {
    const asked = form([question("text", "TEXT"), question("number", "NUMBER"), question("yes", "BOOLEAN"), question("one", "SINGLE_SELECT"), question("many", "MULTI_SELECT"), question("none", "TEXT")], { surveys: [{ id: "s", title: "Voluntary", kind: "EEOC", questions: [question("eeo", "SINGLE_SELECT")] }] });
    const input = await inputOf({ ...ada, job: "job", stage: "review", source: "src", credited: "dana", country: "DE", city: "Berlin", link: "https://www.linkedin.com/in/ada", resume: new File(["ABC"], "cv.pdf", { type: "application/pdf" }), answers: { text: " Hi ", number: "4", yes: false, one: "o1", many: ["o1"], none: " " }, survey: { eeo: "o1" } }, asked);
    expect(input).toMatchObject({ application: { job_id: "job", stage_id: "review" }, source: { id: "src" }, sourced_by: { user_id: "dana" }, attachments: [{ name: "cv.pdf", content_type: "application/pdf", data: "QUJD", type: "CV" }] });
    expect(input.candidate).toMatchObject({ location: { country: "DE", city: "Berlin" }, social_links: [{ url: "https://www.linkedin.com/in/ada" }] });
    expect(input.screening_question_answers?.map(({ question_id, answer }) => [question_id, answer])).toEqual([["text", "Hi"], ["number", 4], ["yes", false], ["one", "o1"], ["many", ["o1"]], ["eeo", "o1"]]);
  });
});

describe("the application form", () => {
  const asked = form([question("why", "TEXT", true), question("years", "NUMBER"), question("odd", "UNKNOWN", true)], { resume_required: true });

  it("can be left alone as a whole", () => {
    expect(unanswered(asked, ada)).toEqual([]);
  });

  it("once begun needs all that is required, and numbers that are numbers", () => {
    expect(unanswered(asked, { ...ada, answers: { years: "many" } })).toEqual(["resume", { question: "why" }, { question: "years" }]);
    expect(unanswered(asked, { ...ada, answers: { years: "3", why: "Robots" }, resume: new File(["a"], "a") })).toEqual([]);
  });
});
