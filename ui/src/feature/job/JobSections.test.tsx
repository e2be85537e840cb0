// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { Details, Postings, Questions } from "./JobSections";

const job = {
  id: "job",
  job_postings: [{ id: "p", title: "Engineer", status: "ACTIVE", visibility: "PUBLIC", url: null, description_html: "<p>Robots <a href='javascript:alert(1)'>here</a></p><script>window.owned = true</script><img src=x onerror='window.owned = true'>" }],
  screening_questions: [{ id: "q", title: "Gender", description: null, category: "EEO", required: true, format: { type: "SINGLE_SELECT", options: [{ id: "1", name: "Woman" }, { id: "2", name: "Man" }] } }],
};
let answer: () => unknown;
const show = (element: React.ReactNode) => render(<QueryClientProvider client={newClient()}>{element}</QueryClientProvider>);

beforeEach(() => {
  answer = () => ({ next: null, results: [job] });
  vi.spyOn(platform, "call").mockImplementation((() => Promise.resolve().then(answer)) as never);
});
afterEach(() => { vi.restoreAllMocks(); });

describe("a job's sections", () => {
  it("show a posting's words and none of its code", async () => {
    const { container } = show(<Postings jobId="job" />);
    expect((await screen.findByText(/Robots/)).textContent).toBe("Robots here");
    expect(container.querySelector("script, img, [href]")).toBeNull();
  });

  it("tell of a question what it is for, how it is answered and that it must be", async () => {
    show(<Questions jobId="job" />);
    const item = (await screen.findByText("Gender")).closest("li");
    expect(item?.textContent).toBe("GenderEEORequiredChoose oneWoman · Man");
  });

  it("tell how a question is answered that is of Ashby's own kind", async () => {
    answer = () => ({ next: null, results: [{ ...job, screening_questions: [{ id: "q", title: "Schools", required: false, format: { type: "UNKNOWN", raw_question: { type: "EducationHistory" } } }] }] });
    show(<Questions jobId="job" />);
    expect((await screen.findByText("Schools")).closest("li")?.textContent).toBe("SchoolsEducation history");
  });

  it("name the organisation's own fields as people know them", async () => {
    vi.spyOn(platform, "call").mockImplementation(((command: string) => Promise.resolve(command === "record_fields" ? [{ label: "Cost centre", value: "4711" }, { label: "Budget until", value: "2027-03-04" }] : answer())) as never);
    answer = () => ({ next: null, results: [{ ...job, custom_fields: { cost_centre_key: "4711" }, remote_data: {} }] });
    show(<Details jobId="job" />);
    expect((await screen.findByText("Cost centre")).nextElementSibling?.textContent).toBe("4711");
    expect(screen.getByText("Budget until").nextElementSibling?.textContent).toBe("Mar 4, 2027");
    expect(screen.queryByText("cost_centre_key")).toBeNull();
  });

  it("tell the time of a day with 24 hours", async () => {
    answer = () => ({ next: null, results: [{ ...job, opened_at: new Date(2024, 7, 2, 23, 55).toISOString() }] });
    vi.spyOn(platform, "call").mockImplementation(((command: string) => Promise.resolve(command === "record_fields" ? [] : answer())) as never);
    show(<Details jobId="job" />);
    expect((await screen.findByText("Opened")).nextElementSibling?.textContent).toBe("Aug 2, 2024, 23:55");
  });

  it("say when the job is not here", async () => {
    answer = () => ({ next: null, results: [] });
    show(<Postings jobId="job" />);
    expect(await screen.findByText(/not on this computer/)).toBeTruthy();
  });
});
