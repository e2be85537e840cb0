// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { CustomFields } from "./CustomFields";

const ID = "cand-00003";
let computer: ReturnType<typeof fake>;

beforeEach(() => {
  computer = fake({ search: "?quiet" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});

async function open() {
  const { fields } = await computer.call("candidate", { id: ID });
  render(<QueryClientProvider client={newClient()}><CustomFields model="ats_candidates" id={ID} name="Ada" filled={fields} /></QueryClientProvider>);
  return userEvent.setup();
}
const filled = async (name: string) => (await computer.call("candidate", { id: ID })).fields.find(({ label }) => label === name)?.value;

describe("a field edited in place", () => {
  it("is typed over and kept by Enter, left by Escape", async () => {
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Notice: 2 months. Change" }));
    const field = await screen.findByRole("textbox", { name: "Notice" });
    await user.type(field, " or less{Escape}");
    expect(await filled("Notice")).toBe("2 months");
    await user.click(screen.getByRole("button", { name: "Notice: 2 months. Change" }));
    await user.clear(await screen.findByRole("textbox", { name: "Notice" }));
    await user.keyboard("6 weeks{Enter}");
    await waitFor(async () => { expect(await filled("Notice")).toBe("6 weeks"); });
  });

  it("still shows what is pending once it is cleared", async () => {
    render(<QueryClientProvider client={newClient()}><CustomFields model="ats_candidates" id={ID} name="Ada" filled={[{ label: "Notice", value: "", pending: "waiting" }]} /></QueryClientProvider>);
    const cleared = (await screen.findByRole("button", { name: "Notice: empty. Change" })).closest("dd") as HTMLElement;
    expect(within(cleared).getByRole("img")).toBeTruthy();
  });

  it("offers what Ashby lists for a choice", async () => {
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Work permit: EU. Change" }));
    await user.click(await screen.findByRole("button", { name: /Work permit/ }));
    await user.click(await screen.findByRole("option", { name: "Blue Card" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(async () => { expect(await filled("Work permit")).toBe("Blue Card"); });
  });

  it("does not send what does not fit, and says why", async () => {
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Years of practice: empty. Change" }));
    const group = await screen.findByRole("group", { name: "Change Years of practice" });
    await user.type(within(group).getByRole("textbox"), "ten{Enter}");
    expect((await within(group).findByRole("alert")).textContent).toBe("A number is needed.");
    expect(platform.call).not.toHaveBeenCalledWith("set_candidate_fields", expect.anything());
  });
});
