// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { ActDialog } from "./ActDialog";
import type { Subject } from "./subject";
import { useGestures } from "./useGestures";

let search = "?quiet";
const someone: Subject = { application: "app-00005", candidate: "cand-00005", name: "Ada Byron", tags: [] };

function Desk({ onClose }: { onClose: () => void }) {
  return <ActDialog ask={{ kind: "reject", who: [someone] }} acts={useGestures()} onClose={onClose} />;
}

beforeEach(() => { vi.stubGlobal("CSS", { escape: (text: string) => text }); Element.prototype.scrollIntoView = () => undefined; });

async function open() {
  vi.spyOn(platform, "call").mockImplementation(fake({ search }).call as never);
  const user = userEvent.setup();
  const onClose = vi.fn();
  render(<QueryClientProvider client={newClient()}><Desk onClose={onClose} /><Toasts /></QueryClientProvider>);
  const list = await screen.findByRole("listbox", { name: "Reasons" });
  await waitFor(() => { expect(document.activeElement).toBe(list); });
  return { user, onClose };
}

describe("a mail with a rejection", () => {
  it("is off, and once on is sent only when said so, with its template, and without a way back", async () => {
    search = "?quiet";
    const { user } = await open();
    expect(screen.getByText("No mail is sent")).toBeTruthy();
    await user.keyboard("m");
    await user.click(await screen.findByRole("button", { name: /Template/ }));
    expect(screen.queryByRole("option", { name: "First contact" })).toBeNull();
    await user.click(screen.getByRole("option", { name: "Rejection after review" }));
    expect(await screen.findByText(/Ashby mails Ada Byron “Rejection after review” the next morning at 9:32.*cannot be undone/)).toBeTruthy();
    screen.getByRole("listbox", { name: "Reasons" }).focus();
    await user.keyboard("2");
    expect(platform.call).not.toHaveBeenCalledWith("reject_application_with_mail", expect.anything());
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(platform.call).toHaveBeenCalledWith("reject_application_with_mail", { application_id: "app-00005", rejection_reason_id: "reason-2", template_id: "template-kind" });
    await screen.findByText(/Ashby writes the next morning/);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("takes a time of one's own that is still to come", async () => {
    search = "?quiet";
    const { user } = await open();
    await user.keyboard("m");
    await user.click(await screen.findByRole("button", { name: /Template/ }));
    await user.click(screen.getByRole("option", { name: "Not now, perhaps later" }));
    await user.click(screen.getByRole("button", { name: /Sent/ }));
    await user.click(screen.getByRole("option", { name: "At a time of my own" }));
    await user.click(screen.getByRole("spinbutton", { name: /year/ }));
    await user.keyboard("2001");
    expect((await screen.findByRole("alert")).textContent).toContain("This time is over");
    expect(screen.getByRole("button", { name: /Reject and mail/ }).hasAttribute("disabled")).toBe(true);
  });

  it("is left out by the key that put it in, and a number rejects again", async () => {
    search = "?quiet";
    const { user } = await open();
    await user.keyboard("mm1");
    expect(platform.call).toHaveBeenCalledWith("reject_application", { application_id: "app-00005", rejection_reason_id: "reason-1" });
  });

  it("offers the templates while Ashby is away", async () => {
    search = "?quiet&offline";
    const { user } = await open();
    await user.keyboard("m");
    await screen.findByText(/A mail cannot be taken back/);
  });
});

describe("a note with a rejection that is refused", () => {
  it("is there when one writes on them next", async () => {
    search = "?quiet";
    const { user } = await open();
    await user.keyboard("n");
    await user.type(await screen.findByRole("textbox", { name: /note/i }), "Strong, but later");
    const engine = vi.mocked(platform.call).getMockImplementation() as unknown as (name: string, input: unknown) => Promise<unknown>;
    // eslint-disable-next-line prefer-promise-reject-errors -- a failure is data
    vi.mocked(platform.call).mockImplementation(((name: string, input: unknown) => name === "reject_application" ? Promise.reject({ code: "STORE.DISK_FULL", message: "The disk is full.", cure: "Make room.", request_id: null }) : engine(name, input)) as never);
    await user.keyboard("{Control>}{Enter}{/Control}");
    await screen.findAllByText(/The disk is full/);
    cleanup();
    const unused = vi.fn();
    render(<ActDialog ask={{ kind: "note", who: [someone] }} acts={{ note: unused, reject: unused, tag: unused, untag: unused }} onClose={() => undefined} />);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("Strong, but later");
  });
});
