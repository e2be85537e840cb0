// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { newClient } from "../../query";
import { Disconnect } from "../start/Disconnect";
import { bodyOf } from "./console";
import { ConsoleTab } from "./ConsoleTab";
import { SourcesTab } from "./SourcesTab";

let computer: ReturnType<typeof fake>;
beforeEach(() => {
  computer = fake({ search: "?quiet" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
  Element.prototype.scrollIntoView = () => undefined;
});
const show = (what: React.ReactNode) => { render(<QueryClientProvider client={newClient()}>{what}</QueryClientProvider>); return userEvent.setup(); };

describe("asking Ashby's API by hand", () => {
  it("takes an object and says why a text is none", () => {
    expect([bodyOf(""), bodyOf("[1]"), bodyOf("{a")]).toMatchObject([{ value: {} }, { problem: "notObject" }, { problem: "notJson" }]);
  });

  it("shows the answer and logs the call", async () => {
    const user = show(<ConsoleTab />);
    await user.type(screen.getByRole("textbox", { name: "Endpoint" }), "/candidate.info");
    fireEvent.change(screen.getByRole("textbox", { name: "Body" }), { target: { value: "{\"id\":\"cand-00002\"}" } });
    await user.click(screen.getByRole("button", { name: /^Send/ }));
    expect((await screen.findByLabelText("Answer", { selector: "pre" })).textContent).toContain("Adaeze Bakayoko");
    expect((await computer.call("passthrough_log", {}))[0]).toMatchObject({ endpoint: "candidate.info", writes: false });
  });

  it("asks before anything is sent that may change something", async () => {
    const user = show(<ConsoleTab />);
    await user.type(screen.getByRole("textbox", { name: "Endpoint" }), "candidate.update");
    await user.click(screen.getByRole("button", { name: /^Send/ }));
    const dialog = await screen.findByRole("alertdialog", { name: "Send candidate.update?" });
    expect(await computer.call("passthrough_log", {})).toEqual([]);
    await user.click(within(dialog).getByRole("button", { name: "Send it" }));
    expect(await screen.findByText(/seen here after the next sync/, { selector: "p" })).toBeTruthy();
    expect(platform.call).toHaveBeenCalledWith("passthrough", { path: "/candidate.update", data: {}, confirmed: true });
  });

  it("cannot send what is no object", async () => {
    const user = show(<ConsoleTab />);
    await user.type(screen.getByRole("textbox", { name: "Endpoint" }), "job.list");
    fireEvent.change(screen.getByRole("textbox", { name: "Body" }), { target: { value: "[]" } });
    await screen.findByText(/takes an object in braces/);
    expect(screen.getByRole("button", { name: /^Send/ }).hasAttribute("disabled")).toBe(true);
  });
});

describe("the default source", () => {
  it("is kept under the name the engine reads", async () => {
    const user = show(<SourcesTab />);
    await user.click(await screen.findByRole("button", { name: /Source/ }));
    await user.click(await screen.findByRole("option", { name: "Referral" }));
    expect(platform.call).toHaveBeenCalledWith("set_setting", { key: "default_source", value: "source-Referral" });
  });
});

describe("leaving a workspace", () => {
  it("at once is what the demo offers alone", async () => {
    const user = show(<Disconnect isOpen unsent={0} onClose={() => undefined} />);
    await user.click(await screen.findByRole("button", { name: "Disconnect and remove" }));
    expect(screen.queryByRole("radio")).toBeNull();
    expect(platform.call).toHaveBeenCalledWith("disconnect", {});
  });

  it("can leave the copy to be read until a day", async () => {
    await computer.call("connect", { api_key: "a-good-long-key", vault: { kind: "keychain" }, mode: { kind: "all" } } as never);
    const onClose = vi.fn();
    const user = show(<Disconnect isOpen unsent={0} onClose={onClose} />);
    await user.click(await screen.findByRole("radio", { name: /Keep the copy/ }));
    await user.click(screen.getByRole("button", { name: "Disconnect and keep to read" }));
    expect(await computer.call("workspace_state", {})).toMatchObject({ phase: "ready", remove_at: expect.any(String) });
    expect(onClose).toHaveBeenCalled();
  });
});
