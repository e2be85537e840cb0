// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CreateForm, FormQuestion } from "../../bindings/types";
import { EMPTY } from "./draft";
import { AnswersStep } from "./steps";

const question = (title: string, type: string, required: boolean): FormQuestion => ({ id: title, title, description: null, format: { type }, required });
const form = (questions: FormQuestion[]): CreateForm => ({ job_id: "job", job: "Engineer", open: true, stages: [], first_stage: null, questions, resume_required: false, surveys: [], sources: [], default_source: null, users: [] });
const show = (questions: FormQuestion[]) => { render(<AnswersStep draft={EMPTY} form={form(questions)} problems={[]} onChange={() => undefined} />); };

describe("what the job asks", () => {
  it("says before anything is typed that a required question cannot be asked, and asks no other", () => {
    show([question("Why us?", "TEXT", true), question("Draw a robot", "UNKNOWN", true)]);
    expect(screen.getByRole("status").textContent).toContain("Draw a robot");
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  it("asks all the others where what cannot be asked is not required", () => {
    show([question("Why us?", "TEXT", true), question("Draw a robot", "UNKNOWN", false)]);
    expect(screen.queryByRole("status")).toBeNull();
    expect(screen.getByRole("textbox")).toBeTruthy();
  });
});
