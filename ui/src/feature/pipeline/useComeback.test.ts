import { renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { Card } from "../../bindings/types";
import { tellUndone } from "../../undone";
import { useComeback } from "./useComeback";

const someone = (name: string) => ({ application_id: name, name }) as Card;

describe("who comes back to a board", () => {
  it("is whom the undo names, once, and nobody when something else was taken back", () => {
    const onBack = vi.fn();
    const { result: { current: left } } = renderHook(() => useComeback(onBack));
    left("one", someone("Ada"), "review");
    left("two", someone("Bo"), "screen");
    tellUndone(["a tag"]);
    expect(onBack).not.toHaveBeenCalled();
    tellUndone(["another", "one"]);
    tellUndone(["one"]);
    expect(onBack.mock.calls).toEqual([[someone("Ada"), "review"]]);
  });
});
