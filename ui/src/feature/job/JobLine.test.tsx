import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { JobLine } from "./JobLine";

afterEach(cleanup);

it("a job says below its title what it pays, where it is done, who sees it and since when it is open", async () => {
  const job = { id: "job", job_code: "ENG-104", salary_amount_from: 62_000, salary_amount_to: 78_000, salary_currency: "EUR", salary_period: "YEAR", remote_work_status: "HYBRID", visibility: "PUBLIC", opened_at: new Date(2026, 7, 2, 12).toISOString(), closed_at: null };
  vi.spyOn(platform, "call").mockResolvedValue({ next: null, results: [job] } as never);
  render(<QueryClientProvider client={newClient()}><JobLine id="job" /></QueryClientProvider>);
  const line = (await screen.findByText("ENG-104")).parentElement;
  expect([...(line?.children ?? [])].map(({ textContent }) => textContent)).toEqual(["ENG-104", "62,000–78,000 EUR per year", "Hybrid", "Public", "Opened Aug 2, 2026"]);
});
