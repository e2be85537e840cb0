// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import * as components from "../component";
import story from "./Story.tsx?raw";
import { StoryPage } from "./StoryPage";

/** What is no primitive of its own: it shows nothing, or belongs to the frame. */
const WITHOUT = new Set(["BarSlot", "Screen"]);

beforeAll(() => {
  globalThis.ResizeObserver ??= class { observe() { return undefined; } unobserve() { return undefined; } disconnect() { return undefined; } };
});

describe("the page of primitives", () => {
  it("has a place for every one of them", () => {
    const missing = Object.keys(components).filter((name) => /^[A-Z]/.test(name) && !WITHOUT.has(name) && !story.includes(`<${name}`));
    expect(missing).toEqual([]);
  });

  it("shows them all", () => {
    render(<StoryPage />);
    expect(screen.getByRole("region", { name: "Buttons" })).toBeTruthy();
    expect(screen.getAllByRole("region").length).toBeGreaterThan(12);
  });
});
