// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { Openings } from "./Openings";

afterEach(() => { vi.restoreAllMocks(); });

const opening = (id: string, state: string, hire: string) => ({
  id, identifier: id, state, archived: false, description: null, opened_at: "2025-01-10T00:00:00.000Z", closed_at: state === "Open" ? null : "2025-03-01T00:00:00.000Z", target_hire_date: hire, target_start_date: null, is_backfill: false,
});

it("openings say by which day they are to be filled, and which of them are late", async () => {
  const openings = [opening("A", "Open", "2999-11-30"), opening("B", "Open", "2025-02-03"), opening("C", "Filled", "2025-02-03")];
  vi.spyOn(platform, "call").mockImplementation(((command: string) => Promise.resolve(command === "job_openings" ? openings : { next: null, results: [{ id: "job", remote_id: "remote" }] })) as never);
  render(<QueryClientProvider client={newClient()}><Openings jobId="job" /></QueryClientProvider>);
  expect((await screen.findAllByText("Hire by")).map((label) => label.nextElementSibling?.textContent)).toEqual(["Nov 30, 2999", "Feb 3, 2025, overdue", "Feb 3, 2025"]);
  expect(screen.getAllByText("Opened").map((label) => label.nextElementSibling?.textContent)).toEqual(["Jan 10, 2025", "Jan 10, 2025", "Jan 10, 2025"]);
});
