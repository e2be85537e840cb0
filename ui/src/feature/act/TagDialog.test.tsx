import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { TagDialog } from "./TagDialog";

const onTag = vi.fn<(tag: string) => void>();
const onUntag = vi.fn<(tag: string) => void>();

beforeEach(() => {
  onTag.mockReset();
  onUntag.mockReset();
  Element.prototype.scrollIntoView = () => undefined;
  vi.spyOn(platform, "call").mockResolvedValue({ results: ["Rust", "Go", "Visa"].map((name) => ({ name })), next: null } as never);
});

async function open() {
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><TagDialog name="Ada Byron" worn={["Visa"]} onTag={onTag} onUntag={onUntag} onClose={() => undefined} /></QueryClientProvider>);
  await screen.findByRole("option", { name: /Rust/ });
  await user.click(screen.getByRole("combobox"));
  return user;
}
const offered = () => screen.getAllByRole("option").map(({ textContent }) => textContent);

describe("tags of a person", () => {
  it("stand first where they are worn, and none is in hand before anything is typed", async () => {
    const user = await open();
    expect(offered()).toEqual(["Visahas it", "Go", "Rust"]);
    await user.keyboard("{Enter}");
    expect([onTag.mock.calls, onUntag.mock.calls]).toEqual([[], []]);
  });

  it("say what Enter does in hand", async () => {
    const user = await open();
    await user.keyboard("{ArrowDown}");
    expect(offered()[0]).toBe("VisaEnter takes it off");
    await user.keyboard("{Enter}");
    expect(onUntag.mock.calls).toEqual([["Visa"]]);
  });

  it("are put on and taken off by a few letters, one after the other", async () => {
    const user = await open();
    await user.keyboard("ru{Enter}");
    expect(offered()).toEqual(["Visahas it", "Rusthas it", "Go"]);
    await user.keyboard("vis{Enter}");
    expect([onTag.mock.calls, onUntag.mock.calls]).toEqual([[["Rust"]], [["Visa"]]]);
    expect(offered()).toEqual(["Rusthas it", "Go", "Visa"]);
  });

  it("are made by writing one there is not; one that is there in other letters is not made again", async () => {
    const user = await open();
    await user.keyboard("Remote");
    expect(offered()).toEqual(["Make the tag “Remote”"]);
    await user.keyboard(" {Enter}");
    expect(onTag.mock.calls).toEqual([["Remote"]]);
    await user.keyboard("RUST");
    expect(offered()).toEqual(["Rust"]);
  });
});
