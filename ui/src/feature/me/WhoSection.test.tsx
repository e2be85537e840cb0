// @vitest-environment jsdom
import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Toasts } from "../../component";
import { platform } from "../../platform";
import { fake } from "../../platform/fake";
import { invalidate, newClient } from "../../query";
import { WhoSection } from "./WhoSection";

let computer: ReturnType<typeof fake>;
const MANY = 600;

beforeEach(() => {
  computer = fake({ search: "?quiet" });
  vi.spyOn(platform, "call").mockImplementation(computer.call as never);
  vi.stubGlobal("CSS", { escape: (text: string) => text });
});

function open() {
  const client = newClient();
  computer.onChange((tags) => { void invalidate(client, tags); });
  render(<QueryClientProvider client={client}><WhoSection /><Toasts /></QueryClientProvider>);
  return userEvent.setup();
}

describe("who sits here", () => {
  it("is said once, changed, and taken back", async () => {
    const user = open();
    await screen.findByText(/^Not said yet/);
    await user.click(screen.getByRole("button", { name: "Say who you are…" }));
    await user.click(await within(await screen.findByRole("dialog")).findByRole("button", { name: /Petra Sandoval/ }));
    await screen.findByText(/^You are Petra Sandoval\./);
    expect(platform.call).toHaveBeenCalledWith("set_setting", { key: "acting_user", value: "user-Petra Sandoval" });
    await user.click(screen.getByRole("button", { name: "Nobody in particular" }));
    await screen.findByText(/^Not said yet/);
    expect(platform.call).toHaveBeenCalledWith("set_setting", { key: "acting_user", value: "" });
  });

  it("stays as it was, and why is told, when it cannot be kept", async () => {
    const user = open();
    await user.click(await screen.findByRole("button", { name: "Say who you are…" }));
    const one = await within(await screen.findByRole("dialog")).findByRole("button", { name: /Petra Sandoval/ });
    vi.mocked(platform.call).mockRejectedValue({ code: "STORE.DISK_FULL", message: "The disk is full.", cure: "Make room.", request_id: null });
    await user.click(one);
    expect((await screen.findAllByText(/The disk is full/)).length).toBeGreaterThan(0);
    expect(screen.getByText(/^Not said yet/)).toBeTruthy();
  });

  it("is found among more users than one page tells, those who left aside", async () => {
    const rows = Array.from({ length: MANY }, (_, place) => ({ id: `user-${String(place)}`, remote_id: `r-${String(place)}`, first_name: "User", last_name: String(place), email: null, status: place === 7 ? "INACTIVE" : "ACTIVE" }));
    vi.mocked(platform.call).mockImplementation((async (name: string, input: { cursor?: string | null; page_size?: number }) => {
      if (name !== "list_rows") return computer.call(name as never, input as never);
      const [from, size] = [Number(input.cursor ?? 0), input.page_size ?? 0];
      return { results: rows.slice(from, from + size), next: from + size < MANY ? String(from + size) : null };
    }) as never);
    const user = open();
    await waitFor(() => { expect(screen.getByRole("button", { name: "Say who you are…" })).toHaveProperty("disabled", false); });
    await user.click(screen.getByRole("button", { name: "Say who you are…" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getAllByRole("button", { name: /^User/ })).toHaveLength(100);
    expect(within(dialog).getByText("499 more are found by name.")).toBeTruthy();
    await waitFor(() => { expect(document.activeElement).toBe(within(dialog).getByRole("searchbox")); });
    await user.keyboard("user 599{Enter}");
    await waitFor(() => { expect(platform.call).toHaveBeenCalledWith("set_setting", { key: "acting_user", value: "user-599" }); });
    expect(within(dialog).queryByRole("button", { name: "User 7" })).toBeNull();
  });
});
