import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { RejectDialog } from "./RejectDialog";

const REASONS = ["Not enough experience", "Skills do not match", "Salary beyond the band", "Needs a visa", "Location", "Withdrew", "Took another offer", "Hiring paused", "No answer", "Overqualified", "Duplicate"]
  .map((name, index) => ({ id: `r${String(index + 1)}`, name }));

let onReject: ReturnType<typeof vi.fn<(reason: { id: string }, note: string) => void>>;
let onClose: ReturnType<typeof vi.fn<() => void>>;

beforeEach(() => {
  onReject = vi.fn();
  onClose = vi.fn();
  vi.spyOn(platform, "call").mockResolvedValue(REASONS as never);
});

async function open() {
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><RejectDialog name="Ada Byron" onReject={onReject} onClose={onClose} /></QueryClientProvider>);
  const list = await screen.findByRole("listbox", { name: "Reasons" });
  await waitFor(() => { expect(document.activeElement).toBe(list); });
  return user;
}
const asked = () => onReject.mock.calls.map(([reason, note]) => [reason.id, note]);

describe("the reason of a rejection", () => {
  it("is one number away", async () => {
    const user = await open();
    await user.keyboard("4");
    expect(asked()).toEqual([["r4", ""]]);
  });

  it("is walked to and taken with Enter", async () => {
    const user = await open();
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
    expect(asked()).toEqual([["r2", ""]]);
  });

  it("without a number is found by a word of it", async () => {
    const user = await open();
    await user.keyboard("/dupl{Enter}");
    expect(asked()).toEqual([["r11", ""]]);
  });

  it("is not asked for by number where a number is a letter", async () => {
    const user = await open();
    expect(screen.getByText("press the number")).toBeTruthy();
    await user.keyboard("/");
    expect(screen.queryByText("press the number")).toBeNull();
    await user.keyboard("x{Escape}");
    expect(screen.getByText("press the number")).toBeTruthy();
  });

  it("comes with a note when one is written, and a number in the note is text", async () => {
    const user = await open();
    await user.keyboard("nCall in 3 months");
    expect(onReject).not.toHaveBeenCalled();
    await user.keyboard("{Escape}2");
    expect(asked()).toEqual([["r2", "Call in 3 months"]]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it("is not given by Escape", async () => {
    const user = await open();
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
    expect(onReject).not.toHaveBeenCalled();
  });
});
