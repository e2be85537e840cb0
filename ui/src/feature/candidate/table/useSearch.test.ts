import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useSearch } from "./useSearch";

type Search = { q?: string };

function held(start: Search) {
  const onSearch = vi.fn<(search: Search) => void>();
  const hook = renderHook(({ address }: { address: Search }) => useSearch(address, onSearch), { initialProps: { address: start } });
  return { onSearch, q: () => hook.result.current[0].q, ask: (q: string) => { act(() => { hook.result.current[1]({ q }); }); }, arrive: (address: Search) => { hook.rerender({ address }); } };
}

describe("a field whose question stands in the address", () => {
  it("follows the hand before the address does, and tells it each step", () => {
    const field = held({});
    field.ask("a");
    field.ask("ad");
    expect(field.q()).toBe("ad");
    expect(field.onSearch.mock.calls).toEqual([[{ q: "a" }], [{ q: "ad" }]]);
  });

  it("is not set back by an echo that comes late", () => {
    const field = held({});
    field.ask("a");
    field.ask("ad");
    field.arrive({ q: "a" });
    expect(field.q()).toBe("ad");
    field.arrive({ q: "ad" });
    expect(field.q()).toBe("ad");
  });

  it("follows an address that comes from elsewhere", () => {
    const field = held({ q: "ada" });
    field.arrive({ q: "bo" });
    expect(field.q()).toBe("bo");
  });
});
