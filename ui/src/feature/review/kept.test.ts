import { createElement } from "react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { useLock } from "../../app/useIdleLock";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { begun, resumed, useReview } from "./kept";
import type { Queue } from "./queue";

const queue = (...names: string[]): Queue => ({ title: "", note: "", total: names.length, items: names.map((name) => ({ candidate: name, application: null, name, company: null })) });
const made = (place: number) => ({ place, decision: "advanced" as const, intent: "i", mailed: false, when: 0 });
const names = ({ queue: { items } }: ReturnType<typeof resumed>) => items.map(({ name }) => name).join("");

describe("a review gone on with", () => {
  it("keeps who was decided on and where one stands, and puts new people last", () => {
    const next = resumed({ queue: queue("a", "b", "c"), progress: { at: 2, made: [made(0)], size: 3 } }, queue("b", "c", "d"));
    expect([names(next), next.progress, next.queue.total]).toEqual(["abcd", { at: 2, made: [made(0)], size: 4 }, 4]);
  });

  it("leaves out who left the queue meanwhile, and goes to who comes after them", () => {
    const next = resumed({ queue: queue("a", "b", "c", "d"), progress: { at: 1, made: [made(2)], size: 4 } }, queue("d"));
    expect([names(next), next.progress.at, next.progress.made.map(({ place }) => place)]).toEqual(["cd", 1, [0]]);
  });

  it("stays over when nobody is left", () => {
    const next = resumed({ queue: queue("a"), progress: { at: 1, made: [made(0)], size: 1 } }, queue());
    expect([names(next), next.progress.at, next.progress.size]).toEqual(["a", 1, 1]);
  });
});

it("names nobody any more once the workspace is locked", async () => {
  vi.spyOn(platform, "call").mockResolvedValue({ phase: "locked" } as never);
  begun("job x", queue("a", "b"));
  const review = renderHook(() => useReview("job x"));
  expect(review.result.current?.queue.items).toHaveLength(2);
  const lock = renderHook(() => useLock(), { wrapper: ({ children }) => createElement(QueryClientProvider, { client: newClient() }, children) });
  await act(() => lock.result.current());
  expect(review.result.current).toBeNull();
});
