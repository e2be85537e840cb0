import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { platform } from "../../../platform";
import { Questions } from "./AnswersTab";

it("an answer that is an address leads there, and one that only names one does not", async () => {
  const open = vi.spyOn(platform, "openLink").mockResolvedValue();
  render(<Questions rows={[{ question: "Portfolio", answer: "https://github.com/ada" }, { question: "Why us", answer: "See https://github.com/ada" }, { question: "Trap", answer: "javascript:alert(1)" }]} />);
  const [link, ...others] = screen.getAllByRole("button");
  expect(others).toEqual([]);
  await userEvent.setup().click(link as HTMLElement);
  expect(open).toHaveBeenCalledWith("https://github.com/ada");
});
