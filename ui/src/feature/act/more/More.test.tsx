// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../../component";
import { platform } from "../../../platform";
import { fake } from "../../../platform/fake";
import { invalidate, newClient } from "../../../query";
import { CandidateScreen, type CandidateTab } from "../../candidate/CandidateScreen";

const ID = "cand-00002";
let computer: ReturnType<typeof fake>;

beforeEach(() => {
  computer = fake({ search: "?quiet" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.spyOn(platform, "resume").mockRejectedValue({ code: "REMOTE.SERVICE_UNAVAILABLE", message: "Away.", cure: "Wait.", request_id: null });
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});

async function open(tab: CandidateTab = "offers") {
  const user = userEvent.setup();
  const client = newClient();
  computer.onChange((tags) => { void invalidate(client, tags); });
  render(<QueryClientProvider client={client}><CandidateScreen id={ID} tab={tab} onTab={() => undefined} onOpen={() => undefined} onProject={() => undefined} onBack={() => undefined} /><Toasts /></QueryClientProvider>);
  await screen.findByRole("button", { name: "Tag" });
  await screen.findByRole("button", { name: /^Move to App/ });
  return user;
}
const view = () => computer.call("candidate", { id: ID });

describe("a person's further actions", () => {
  it("give feedback once all that is required is answered, and never offer a way back", async () => {
    const user = await open("feedback");
    await user.click(await screen.findByRole("button", { name: /^Give feedback/ }));
    const dialog = await screen.findByRole("dialog", { name: /^Feedback on/ });
    await within(dialog).findByText(/cannot be taken back once Ashby has it/);
    await user.click(within(dialog).getByRole("button", { name: /^Submit feedback/ }));
    expect(within(dialog).getAllByText("This has to be answered.")).toHaveLength(2);
    await user.click(within(dialog).getByRole("radio", { name: "Strong yes" }));
    await user.click(within(dialog).getByRole("radio", { name: "3" }));
    await user.click(within(dialog).getByRole("button", { name: /^Submit feedback/ }));
    expect(platform.call).toHaveBeenCalledWith("submit_feedback", expect.objectContaining({ form_id: "form-talk", answers: { _systemfield_overall_recommendation: "strong-yes", motivation: { score: 3 } } }));
    const [said] = await screen.findAllByText(/^Gave feedback on/, { selector: "[role=alertdialog] *" });
    expect(said?.closest("[role=alertdialog]")?.textContent).not.toContain("Undo");
  });

  it("are given for somebody else who is found by name, and no key of that search sends them", async () => {
    const user = await open("feedback");
    await user.click(await screen.findByRole("button", { name: /^Give feedback/ }));
    const dialog = await screen.findByRole("dialog", { name: /^Feedback on/ });
    await user.click(await within(dialog).findByRole("radio", { name: "Strong yes" }));
    await user.click(within(dialog).getByRole("radio", { name: "3" }));
    await user.click(within(dialog).getByRole("button", { name: /Whose feedback/ }));
    await user.click(await screen.findByRole("option", { name: /Someone else/ }));
    const search = await screen.findByRole("dialog", { name: "Whose feedback" });
    await within(search).findByRole("button", { name: /Petra Sandoval/ });
    await waitFor(() => { expect(document.activeElement).toBe(within(search).getByRole("searchbox")); });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(platform.call).not.toHaveBeenCalledWith("submit_feedback", expect.anything());
    await user.keyboard("petra{Enter}");
    await waitFor(() => { expect(screen.queryByRole("dialog", { name: "Whose feedback" })).toBeNull(); });
    await user.click(within(dialog).getByRole("button", { name: /^Submit feedback/ }));
    expect(platform.call).toHaveBeenCalledWith("submit_feedback", expect.objectContaining({ user_id: "user-Petra Sandoval" }));
  });

  it("move the application to another job, and back by one undo", async () => {
    const user = await open();
    const before = (await view()).applications.find(({ outcome }) => outcome === "PENDING");
    await user.keyboard("b");
    const dialog = await screen.findByRole("dialog", { name: /^Move .+ to another job$/ });
    expect(await within(dialog).findByText(`From the job ${before?.job ?? ""}`)).toBeTruthy();
    await user.type(await within(dialog).findByRole("combobox", { name: "Find an open job" }), "Site Reliability{Enter}");
    expect(await within(dialog).findByText(/leaves .+ and goes on at Application review of Site Reliability Engineer. Undo brings them back./)).toBeTruthy();
    await user.click(within(dialog).getByRole("button", { name: "Move to Site Reliability Engineer" }));
    await waitFor(async () => { expect((await view()).applications.find(({ id }) => id === before?.id)?.job).toBe("Site Reliability Engineer"); });
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(async () => { expect((await view()).applications.find(({ id }) => id === before?.id)?.job).toBe(before?.job); });
  });

  it("take an archived application back into process", async () => {
    const user = await open();
    await user.click(screen.getAllByRole("button", { name: /^Take the application for .+ back into process$/ })[0] as HTMLElement);
    const dialog = await screen.findByRole("dialog");
    await within(dialog).findByText(/rejection is cleared/);
    await user.click(within(dialog).getByRole("button", { name: "Take back into process" }));
    await waitFor(async () => { expect((await view()).applications.every(({ outcome }) => outcome === "PENDING")).toBe(true); });
  });

  it("say where it came from by one pick", async () => {
    const user = await open();
    await user.keyboard("s");
    await user.type(await screen.findByRole("combobox", { name: "Find a source" }), "Univ");
    await user.keyboard("{Enter}");
    await waitFor(async () => { expect((await view()).applications[0]?.source).toBe("University fair"); });
  });

  it("put them into a project and take them out by the same gesture", async () => {
    const user = await open();
    for (const inside of [true, false]) {
      await user.keyboard("p");
      await user.type(await screen.findByRole("combobox", { name: "Search projects" }), "Rust");
      await screen.findByRole("option", { name: inside ? "Rust, open to Berlin" : /Enter takes out/ });
      await user.keyboard("{Enter}");
      await waitFor(async () => { expect((await computer.call("candidate_projects", { id: ID })).some(({ name }) => name === "Rust, open to Berlin")).toBe(inside); });
    }
  });
});
