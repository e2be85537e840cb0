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
const row = {
  id: "ada", name: "Ada", title: null, company: null, location: null, email: null, tags: [], source: null, applications: 2, application: "application", job: "Engineer", stage: stage("Offer call"), updated_at: null, created_at: null, pending: false,
};

it("asks for this very job, not for others of its title, and says the stage in it", async () => {
  const list = { total: 1, exact: true, rows: [row], took_us: 1, problems: [], coverage: { total: 1, as_of: null, complete: true } };
  const call = vi.spyOn(platform, "call").mockImplementation(((command: string) => Promise.resolve(command === "list_candidates" ? list : null)) as never);
  const job = { id: "job", title: "Engineer", status: "OPEN", department: null, location: null, url: null };
  render(<QueryClientProvider client={newClient()}><JobPeople job={job} onOpen={() => undefined} /></QueryClientProvider>);
  const line = await screen.findByRole("row", { name: /Ada/ });
  expect(await within(line).findByText("Offer call")).toBeDefined();
  const asked = call.mock.calls.filter(([command]) => command === "list_candidates").map(([, input]) => (input as { query: string }).query);
  expect(new Set(asked)).toEqual(new Set(["job:job"]));
});
