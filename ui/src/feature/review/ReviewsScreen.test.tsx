import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { ReviewsScreen } from "./ReviewsScreen";

afterEach(cleanup);

describe("what can be reviewed", () => {
  it("is walked by arrows, from the jobs on into the views, and opened where one stands", async () => {
    const computer = fake({ search: "?quiet" });
    vi.spyOn(platform, "call").mockImplementation(computer.call as never);
    await computer.call("save_view", { id: null, name: "Referred", query: "tag:referral", sort: "name", desc: false, columns: [] });
    const onReview = vi.fn();
    render(<QueryClientProvider client={newClient()}><ReviewsScreen onReview={onReview} /></QueryClientProvider>);
    const user = userEvent.setup();
    const view = await screen.findByRole("button", { name: /Referred/ });
    const jobs = [...(await screen.findByRole("region", { name: "Applications in review" })).querySelectorAll("button")];
    expect(document.activeElement).toBe(jobs[0]);
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(jobs[1]);
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}");
    for (const _ of jobs) await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(view);
    await user.keyboard("{Enter}");
    expect(onReview).toHaveBeenCalledExactlyOnceWith("view", expect.any(String));
  });
});
