import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { Step } from "../../bindings/types";
import { stepTo } from "./bars";
import { Stepper } from "./Stepper";

afterEach(cleanup);

const stage = (name: string, kind = "Active") => ({ id: name, name, kind });
const steps: Step[] = [
  { stage: stage("Review", "PreInterviewScreen"), state: "past", entered_at: null, days: 9 },
  { stage: stage("Screen"), state: "current", entered_at: null, days: 5 },
  { stage: stage("Offer", "Offer"), state: "ahead", entered_at: null, days: null },
];
const application = {
  id: "a", job_id: "j", job: "Engineer", job_status: "OPEN", outcome: "PENDING", stage: stage("Screen"), steps, source: null, credited_to: null, created_at: null,
  ended_at: null, reason: null, reason_type: null, days: 14, pending: null, history_known: true,
};

describe("the stages of an application", () => {
  it("say how long each took and how long the present one lasts", () => {
    render(<Stepper application={application} label="Stages" />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Review9\u00A0d", "Screen5\u00A0d so far", "Offer"]);
    expect(screen.getByText("Screen").closest("li")?.getAttribute("aria-current")).toBe("step");
  });

  it("say where it ended", () => {
    render(<Stepper application={{ ...application, stage: stage("Archived", "Archived"), ended_at: "2025-03-14T00:00:00.000Z" }} label="Stages" />);
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["Review9\u00A0d", "Screenended here, 5\u00A0d", "Offer"]);
    expect(screen.queryByRole("listitem", { current: "step" })).toBeNull();
  });

  it("show a move at once: the old stage is past, the new one begins", () => {
    render(<Stepper application={stepTo(application, "Offer", { intent_id: "", state: "waiting", label: "Moved" })} label="Stages" />);
    expect(screen.getByText("Offer").closest("li")?.getAttribute("aria-current")).toBe("step");
    expect(screen.getByText("Screen").closest("li")?.dataset.tone).toBe("done");
  });
});
