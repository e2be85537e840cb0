// @vitest-environment jsdom
import axe from "axe-core";
import { I18nProvider } from "react-aria-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { newRouter } from "./app/router";
import { Toasts } from "./component";
import { withLayout } from "./feature/candidate/table/layout.testing";
import { platform } from "./platform";
import { fake } from "./platform/fake";
import { newClient } from "./query";

/** Every screen by its address. Colours, sizes and what lies in front of a screen need a real window. */
const SCREENS = [
  "/today", "/review", "/review/job/job-001",
  "/jobs", "/jobs/job-001", "/jobs/job-001?tab=candidates", "/jobs/job-001?tab=postings", "/jobs/job-001?tab=questions", "/jobs/job-001?tab=team", "/jobs/job-001?tab=insights", "/jobs/job-001?tab=details",
  "/candidates", "/candidates/cand-00003?tab=interviews", "/candidates/cand-00003?tab=offers", "/candidates/cand-00003?tab=fields", "/candidates/cand-00003?tab=raw",
  "/interviews", "/interviews?view=week", "/interviews?view=owing", "/offers", "/activity", "/activity?tab=runs", "/activity?tab=quality",
  "/settings", "/settings?tab=sync", "/settings?tab=models", "/settings?tab=appearance", "/settings?tab=keys", "/settings?tab=about",
] as const;

// A PDF is drawn on a canvas, which this DOM has not.
vi.mock("./feature/candidate/resume/PdfPages", () => ({ default: () => null }));

let restore: () => void;
beforeEach(() => {
  restore = withLayout();
  globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
  globalThis.matchMedia ??= ((media: string) => ({ matches: false, media, addEventListener: () => undefined, removeEventListener: () => undefined })) as never;
  globalThis.CSS ??= { escape: (text: string) => text } as never;
  vi.spyOn(globalThis, "scrollTo").mockImplementation(() => undefined);
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(() => { cleanup(); restore(); });

function open(address: string, search = "?held"): void {
  vi.spyOn(platform, "call").mockImplementation(fake({ search }).call as never);
  render(
    <I18nProvider locale="en">
      <QueryClientProvider client={newClient()}><RouterProvider router={newRouter(createMemoryHistory({ initialEntries: [address] }))} /><Toasts /></QueryClientProvider>
    </I18nProvider>,
  );
}

/** What axe finds, each rule with its first place. */
async function complaints(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: { "color-contrast": { enabled: false }, "target-size": { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
}

describe("axe finds nothing", () => {
  it.each(SCREENS)("on %s", async (address) => {
    open(address);
    await screen.findByRole("main");
    await waitFor(() => { expect(document.querySelector("[aria-busy=true]")).toBeNull(); });
    expect(screen.queryByText("This screen stopped")).toBeNull();
    expect(await complaints()).toEqual([]);
  });

  it.each(["?first-run", "?locked", "?damaged"])("before there is a workspace: %s", async (search) => {
    open("/jobs", search);
    await screen.findByRole("heading", { level: 1 });
    expect(await complaints()).toEqual([]);
  });
});
