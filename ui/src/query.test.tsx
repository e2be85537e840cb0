import { act, renderHook, waitFor } from "@testing-library/react";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "./platform";
import { call, invalidate, newClient, touches, useAct, useCommand, writesSettled } from "./query";

const move = () => call("move_application_to_stage", { application_id: "a", stage_id: "s" });
const around = (client: QueryClient) => ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;

describe("the cache of answers", () => {
  let client: QueryClient;
  beforeEach(() => { client = newClient(); });

  it("asks again only what a change touches", async () => {
    const engine = vi.spyOn(platform, "call");
    const wrapper = around(client);
    renderHook(() => [useCommand("sync_status", {}), useCommand("setting", { key: "theme" })], { wrapper });
    await waitFor(() => { expect(client.isFetching()).toBe(0); });
    engine.mockClear();
    await act(() => invalidate(client, ["sync"]));
    expect(engine.mock.calls.map(([name]) => name)).toEqual(["sync_status"]);
  });

  it("holds one answer per input, whatever the order of its fields", async () => {
    const engine = vi.spyOn(platform, "call");
    const wrapper = around(client);
    renderHook(() => [useCommand("activity", { filter: "open", offset: 0, limit: 5 }), useCommand("activity", { limit: 5, offset: 0, filter: "open" })], { wrapper });
    await waitFor(() => { expect(client.isFetching()).toBe(0); });
    expect(engine).toHaveBeenCalledTimes(1);
  });

  it("resolves an act after what it changed was read again", async () => {
    const wrapper = around(client);
    const { result } = renderHook(() => ({ theme: useCommand("setting", { key: "theme" }), set: useAct("set_setting") }), { wrapper });
    await waitFor(() => { expect(result.current.theme.isSuccess).toBe(true); });
    await act(() => result.current.set.mutateAsync({ key: "theme", value: "dark" }));
    expect(client.getQueryData(["setting", { key: "theme" }])).toBe("dark");
    await waitFor(() => { expect(result.current.theme.data).toBe("dark"); });
  });

  it("hands a failure on as it is, without trying twice", async () => {
    const failure = { code: "STORE.BUSY", message: "The store is busy.", cure: "Try again.", request_id: null };
    const engine = vi.spyOn(platform, "call").mockRejectedValue(failure);
    const { result } = renderHook(() => useCommand("sync_runs", {}), { wrapper: around(client) });
    await waitFor(() => { expect(result.current.error).toEqual(failure); });
    expect(engine).toHaveBeenCalledTimes(1);
  });

  it("says when every write was kept, and whether the last one was", async () => {
    const [keep, refuse]: (() => void)[][] = [[], []];
    vi.spyOn(platform, "call").mockImplementation((name) => new Promise((resolve, reject) => {
      keep?.push(() => { resolve(null); });
      // eslint-disable-next-line prefer-promise-reject-errors -- a failure is data
      refuse?.push(() => { reject({ code: "INPUT", message: name, cure: "", request_id: null }); });
    }));
    let known: boolean | null = null;
    const first = move();
    const settled = writesSettled(client).then((kept) => { known = kept; });
    await new Promise((resolve) => { setTimeout(resolve); });
    expect(known).toBeNull();
    keep?.[0]?.();
    await Promise.all([first, settled]);
    expect(known).toBe(true);
    const second = expect(move()).rejects.toMatchObject({ code: "INPUT" });
    const then = writesSettled(client);
    refuse?.[1]?.();
    expect(await then).toBe(false);
    await second;
  });

  it("lets a move touch the board, and a setting leave it alone", () => {
    expect(touches("board", ["pipeline"])).toBe(true);
    expect(touches("board", ["settings"])).toBe(false);
  });
});
