import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { InterviewsTab } from "./ProcessTabs";

afterEach(() => { cleanup(); vi.restoreAllMocks(); });

const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

it("a meeting that is over is not joined any more, and its stage is not said twice", async () => {
  const interview = (id: string, title: string, hours: number) => ({ id, title, job: "Engineer", stage: "Screen", starting_at: at(hours), ending_at: at(hours + 1), url: "https://meet.example.com", location: null, status: "Scheduled", has_feedback: true, feedback_link: null, interviewers: [] });
  const coverage = { total: 2, as_of: at(-1), complete: true };
  vi.spyOn(platform, "call").mockResolvedValue({ interviews: [interview("past", "Screen", -24), interview("next", "Coding", 24)], interviews_coverage: coverage, offers: [], offers_coverage: coverage } as never);
  render(<QueryClientProvider client={newClient()}><InterviewsTab id="ada" name="Ada" onLink={() => undefined} /></QueryClientProvider>);
  const [past, next] = await screen.findAllByRole("listitem");
  expect(past?.querySelector("button")).toBeNull();
  expect(past?.textContent?.match(/Screen/g)).toHaveLength(1);
  expect(next?.querySelector("button")?.textContent).toBe("Join");
  expect(next?.textContent).toContain("Screen · Engineer");
});
