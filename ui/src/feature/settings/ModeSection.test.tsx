import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { SyncStatus } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { modeOf, ModeSection } from "./ModeSection";

afterEach(() => { vi.restoreAllMocks(); });

it("a mode is read from the engine's word", () => {
  expect(["all", "recent:90", "created-only"].map(modeOf)).toEqual([{ kind: "all" }, { kind: "recent", days: 90 }, { kind: "created_only" }]);
});

describe("keeping less", () => {
  it("says what goes before it is sent", async () => {
    const call = vi.spyOn(platform, "call").mockResolvedValue({} as never);
    const user = userEvent.setup();
    render(<QueryClientProvider client={newClient()}><ModeSection sync={{ mode: "all", data_expired_at: null } as SyncStatus} /></QueryClientProvider>);
    await user.click(screen.getByRole("radio", { name: /Only what is created/ }));
    await user.click(screen.getByRole("button", { name: /Change what is kept/ }));
    expect(screen.getByText(/erased from this computer after 14 days/)).toBeTruthy();
    expect(call).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Keep less" }));
    expect(call).toHaveBeenCalledWith("set_sync_mode", { mode: { kind: "created_only" } });
  });
});
