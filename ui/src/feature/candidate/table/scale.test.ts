import { describe, expect, it } from "vitest";
import { MAX_TRACK, at, cramped, even, reveal, scrolled, track, visible, type Extent } from "./scale";

const small: Extent = { rows: 1_000, row: 36, view: 720 };
const vast: Extent = { rows: 1_000_000, row: 36, view: 720 };

describe("a list that fits its track", () => {
  it("moves one px for one px", () => {
    expect(even(small)).toBe(true);
    expect(track(small)).toBe(36_000);
    expect(scrolled(small, at(small, 0), 5_000)).toEqual({ bar: 5_000, top: 5_000 });
  });
});

describe("a list higher than the track", () => {
  it("never asks for more than the track allows", () => {
    expect(track(vast)).toBe(MAX_TRACK);
  });

  it("keeps the wheel's own distance for small scrolls", () => {
    const start = at(vast, 1_000_000);
    expect(scrolled(vast, start, start.bar + 120).top).toBe(1_000_120);
  });

  it("reads a leap of the bar as a share of the whole", () => {
    const end = scrolled(vast, at(vast, 0), MAX_TRACK - vast.view);
    expect(end.top).toBe(vast.rows * vast.row - vast.view);
    const half = scrolled(vast, at(vast, 0), (MAX_TRACK - vast.view) / 2);
    expect(half.top).toBeCloseTo((vast.rows * vast.row - vast.view) / 2, 0);
  });

  it("reaches the last row however it is scrolled there", () => {
    let position = at(vast, vast.rows * vast.row - vast.view - 30_000);
    for (let step = 0; step < 400; step += 1) {
      position = scrolled(vast, position, Math.min(position.bar + 100, MAX_TRACK - vast.view));
      if (cramped(vast, position)) position = at(vast, position.top);
    }
    expect(visible(vast, position.top, 0).last).toBe(vast.rows - 1);
  });

  it("comes back to the first row in small steps after a long way down", () => {
    let position = at(vast, 0);
    for (let step = 0; step < 300; step += 1) position = scrolled(vast, position, position.bar + 100);
    for (let step = 0; step < 300; step += 1) {
      position = scrolled(vast, position, Math.max(position.bar - 100, 0));
      if (cramped(vast, position)) position = at(vast, position.top);
    }
    expect(position.top).toBe(0);
  });
});

describe("rows on screen", () => {
  it("names the rows a view cuts through", () => {
    expect(visible(small, 18, 0)).toEqual({ first: 0, last: 20 });
    expect(visible(small, 36, 0)).toEqual({ first: 1, last: 20 });
  });

  it("is empty without rows", () => {
    expect(visible({ rows: 0, row: 36, view: 720 }, 0, 8)).toEqual({ first: 0, last: -1 });
  });

  it("moves no further than it must to show a row", () => {
    expect(reveal(small, 0, 5)).toBe(0);
    expect(reveal(small, 0, 20)).toBe(36);
    expect(reveal(small, 3_600, 10)).toBe(360);
  });

  it("keeps a row clear of what lies over the foot, the last one too", () => {
    const covered = { ...small, foot: 64 };
    expect(reveal(covered, 0, 19)).toBe(64);
    const last = reveal(covered, 0, small.rows - 1);
    expect(at(covered, last).top).toBe(last);
    expect(visible(covered, last, 0).last).toBe(small.rows - 1);
  });
});
