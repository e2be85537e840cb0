import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { withLayout } from "../candidate/table/layout.testing";
import { JobPeople } from "./JobPeople";

let restore: () => void;
beforeEach(() => { restore = withLayout(); });
afterEach(() => { vi.restoreAllMocks(); restore(); });

const stage = (name: string) => ({ id: name, name, kind: "Active" });
const application = (job: string, name: string) => ({ id: `${job}-application`, job_id: job, job, stage: stage(name), pending: null });
const row = {
  id: "ada", name: "Ada", title: null, company: null, location: null, email: null, tags: [], source: null, applications: 2, application: "other-application", job: "Data Analyst", stage: stage("Panel"), updated_at: null, created_at: null, pending: false,
};

it("says the stage in this job of someone whose latest application is to another one", async () => {
  const answers: Record<string, unknown> = {
    list_candidates: { total: 1, exact: true, rows: [row], took_us: 1, problems: [], coverage: { total: 1, as_of: null, complete: true } },
    candidate: { id: "ada", applications: [application("other", "Panel"), application("job", "Offer call")] },
  };
  vi.spyOn(platform, "call").mockImplementation(((command: string) => Promise.resolve(answers[command] ?? null)) as never);
  const job = { id: "job", title: "Engineer", status: "OPEN", department: null, location: null, url: null };
  render(<QueryClientProvider client={newClient()}><JobPeople job={job} onOpen={() => undefined} /></QueryClientProvider>);
  const line = await screen.findByRole("row", { name: /Ada/ });
  expect(await within(line).findByText("Offer call")).toBeDefined();
  expect(within(line).queryByText("Panel")).toBeNull();
});
