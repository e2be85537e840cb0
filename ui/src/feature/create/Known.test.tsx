// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { CandidateScreen } from "../candidate/CandidateScreen";
import { forgetDrafts } from "./CreateDialog";
import { personOf } from "./draft";
import { NewDialog } from "./NewDialog";

let computer: ReturnType<typeof fake>;

beforeEach(() => {
  forgetDrafts();
  computer = fake({ search: "?quiet&offline" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.spyOn(platform, "resume").mockRejectedValue({ code: "REMOTE.SERVICE_UNAVAILABLE", message: "Away.", cure: "Wait.", request_id: null });
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});

const mail = () => screen.findByLabelText<HTMLInputElement>("Mail");
/** Takes the first job that takes applications and leaves both of its pages of questions empty. */
async function goOn(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole("button", { name: /^Choose a job Job/ }));
  await user.click((await screen.findAllByRole("option"))[0] as HTMLElement);
  await user.click(await screen.findByRole("button", { name: "On to the questions" }));
  await user.click(screen.getByRole("button", { name: "On to the survey" }));
}

describe("someone new", () => {
  it("needs a job, which is chosen by whoever enters them", async () => {
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={() => undefined} onPerson={() => undefined} /></QueryClientProvider>);
    await user.click(await screen.findByLabelText("LinkedIn or another page"));
    await user.paste("linkedin.com/in/ada-quist");
    await user.click(screen.getByLabelText("Mail"));
    await user.paste("ada@example.org");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Choose the job first.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /^Choose a job Job/ }));
    expect((await screen.findAllByRole("option")).map(({ textContent }) => textContent).filter((option) => /^(?:No|Choose)/.test(option))).toEqual([]);
    await expect(computer.call("create_application", { candidate: { first_name: "Ada", last_name: "Quist", email_address: "ada@example.org" } })).rejects.toMatchObject({ message: "application.job_id is missing." });
  });

  it("is told at the field what is wrong, and the first of them has the focus", async () => {
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={() => undefined} onPerson={() => undefined} /></QueryClientProvider>);
    const link = await screen.findByLabelText("LinkedIn or another page");
    await user.click(link);
    await user.paste("javascript:alert(1)");
    await user.click(await mail());
    await user.paste("ada");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(/^That is no web address/)).toBeTruthy();
    expect(document.activeElement).toBe(link);
    await user.clear(link);
    await user.paste("linkedin.com/in/ada-quist");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => { expect(document.activeElement).toBe(screen.getByLabelText("Mail")); });
    await user.clear(await mail());
    await user.paste("ada@example.org");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => { expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Choose a job Job/ })); });
  });

  it("of a very long name leaves room on the button for the job", async () => {
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={() => undefined} onPerson={() => undefined} /></QueryClientProvider>);
    await user.click(await screen.findByLabelText("First name"));
    await user.paste("Ada".repeat(60));
    await user.click(screen.getByLabelText("Last name"));
    await user.paste("Quist");
    await user.click(await mail());
    await user.paste("ada@example.org");
    await goOn(user);
    expect(screen.getByRole("button", { name: /^Add (?:Ada){9}… to \w/ })).toBeTruthy();
  });

  it("is opened from the message that they were added", async () => {
    const user = userEvent.setup();
    const onPerson = vi.fn();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={() => undefined} onPerson={onPerson} /><Toasts /></QueryClientProvider>);
    await user.click(await screen.findByLabelText("LinkedIn or another page"));
    await user.paste("linkedin.com/in/ada-quist");
    await user.click(screen.getByLabelText("Mail"));
    await user.paste("ada@example.org");
    await goOn(user);
    await user.keyboard("{Control>}{Enter}{Enter}{/Control}");
    await user.click(await screen.findByText("Open"));
    expect(vi.mocked(platform.call).mock.calls.filter(([name]) => name === "create_application")).toHaveLength(1);
    await waitFor(() => { expect(onPerson).toHaveBeenCalledTimes(1); });
    const { name } = await computer.call("candidate", { id: String(onPerson.mock.calls[0]?.[0]) });
    expect(name).toBe("Ada Quist");
  });
});

describe("what was filled in", () => {
  it("is there again after Escape, and gone once it is begun anew", async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    const open = (job: string | null) => render(<QueryClientProvider client={newClient()}><NewDialog job={job} onClose={onClose} onPerson={() => undefined} /></QueryClientProvider>);
    open("job-001");
    await user.click(await mail());
    expect(screen.queryByRole("button", { name: "Start over" })).toBeNull();
    await user.paste("kept@example.org");
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
    cleanup();
    open(null);
    expect((await mail()).value).toBe("");
    cleanup();
    open("job-001");
    expect((await mail()).value).toBe("kept@example.org");
    await user.click(screen.getByRole("button", { name: "Start over" }));
    expect((await mail()).value).toBe("");
    expect(document.activeElement).toBe(screen.getByLabelText("LinkedIn or another page"));
    expect(screen.queryByRole("button", { name: "Start over" })).toBeNull();
    cleanup();
    open("job-001");
    expect((await mail()).value).toBe("");
  });

  it("is not there again once it was sent", async () => {
    const user = userEvent.setup();
    const onClose = vi.fn();
    const { unmount } = render(<QueryClientProvider client={newClient()}><NewDialog onClose={onClose} onPerson={() => undefined} /></QueryClientProvider>);
    await user.click(await screen.findByLabelText("LinkedIn or another page"));
    await user.paste("linkedin.com/in/ada-quist");
    await user.click(await mail());
    await user.paste("ada@example.org");
    await goOn(user);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => { expect(onClose).toHaveBeenCalledTimes(1); });
    unmount();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={onClose} onPerson={() => undefined} /></QueryClientProvider>);
    expect((await mail()).value).toBe("");
  });
});

describe("a file of somebody new", () => {
  it("that cannot be read any more is named, and the dialog stays as it was", async () => {
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><NewDialog onClose={() => undefined} onPerson={() => undefined} /><Toasts /></QueryClientProvider>);
    await user.click(await screen.findByLabelText("LinkedIn or another page"));
    await user.paste("linkedin.com/in/ada-quist");
    await user.click(screen.getByLabelText("Mail"));
    await user.paste("ada@example.org");
    const resume = new File(["%PDF-1.4"], "cv.pdf");
    fireEvent.drop(screen.getByLabelText("Mail"), { dataTransfer: { types: ["Files"], files: [resume] } });
    await screen.findByText("cv.pdf");
    await goOn(user);
    const read = vi.spyOn(FileReader.prototype, "readAsDataURL").mockImplementationOnce(function gone(this: FileReader) { this.dispatchEvent(new ProgressEvent("error")); });
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findAllByText("cv.pdf could not be read.");
    expect(platform.call).not.toHaveBeenCalledWith("create_application", expect.anything());
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => { expect(platform.call).toHaveBeenCalledWith("create_application", expect.objectContaining({ attachments: [{ name: "cv.pdf", data: btoa("%PDF-1.4"), type: "CV" }] })); });
    read.mockRestore();
  });
});

describe("one more application of somebody known", () => {
  it("asks for the job alone and goes to the person by their address", async () => {
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><CandidateScreen id="cand-00002" tab="fields" onTab={() => undefined} onOpen={() => undefined} onProject={() => undefined} onBack={() => undefined} /></QueryClientProvider>);
    await user.click(await screen.findByRole("button", { name: /^Add to a job/ }));
    const dialog = await screen.findByRole("dialog", { name: /^Add .+ to a job$/ });
    expect(within(dialog).queryByLabelText("First name")).toBeNull();
    await user.click(within(dialog).getByRole("button", { name: "Add to a job" }));
    expect(within(dialog).getByText("Choose the job first.")).toBeTruthy();
    expect(platform.call).not.toHaveBeenCalledWith("create_application", expect.anything());
    await user.click(within(dialog).getByRole("button", { name: /Job/ }));
    await user.click((await screen.findAllByRole("option"))[3] as HTMLElement);
    await user.click(await within(dialog).findByRole("button", { name: "On to the questions" }));
    expect(document.activeElement?.matches("input, textarea")).toBe(true);
    await user.click(within(dialog).getByRole("button", { name: "On to the survey" }));
    expect(document.activeElement?.matches("input, textarea")).toBe(true);
    await user.click(within(dialog).getByRole("button", { name: /^Add .+ to .+/ }));
    const { emails, name } = await computer.call("candidate", { id: "cand-00002" });
    const { first, last } = personOf({ name, email: "", jobs: [] });
    expect(platform.call).toHaveBeenCalledWith("create_application", expect.objectContaining({ candidate: { first_name: first, last_name: last, email_address: emails[0]?.value } }));
  });

  it("takes a name of one word for both", () => {
    expect(personOf({ name: "Madonna", email: "m@example.org", jobs: [] })).toEqual({ first: "Madonna", last: "Madonna", email: "m@example.org" });
  });
});
