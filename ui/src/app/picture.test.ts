// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { onRows, showPicture, sizeNow, takePlace } from "./picture";

const place = () => document.getElementById("root") ?? document.body;
const picture = () => document.getElementById("picture");
const row = () => { place().innerHTML = "<div><i data-job-id='1'></i></div>"; };
const frame = async () => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve); }); });

/** Which page was read last; each is another module. */
const wasRead = () => (globalThis as { wasRead?: number }).wasRead;
let number = 0;
const isRead = async () => { await vi.waitFor(() => { expect(wasRead()).toBe(number); }); };

/** A page as the host hands it out with a picture of that look in it. */
function page(look: Record<string, string> = {}) {
  document.documentElement.dataset.theme = "dark";
  document.documentElement.dataset.density = "compact";
  const worn = { lang: "en-GB", "data-size": sizeNow(), "data-theme": "dark", "data-density": "compact", ...look };
  document.body.innerHTML = `<div id="picture" data-script="data:text/javascript,globalThis.wasRead=${String((number += 1))}" ${Object.entries(worn).map(([name, value]) => `${name}="${value}"`).join(" ")}></div><div id="root"></div>`;
}

describe("the picture of the last time", () => {
  beforeEach(() => { performance.clearMarks(); });

  it("stays until the page's own rows stand there, and goes before they are painted", async () => {
    page();
    showPicture("en-GB");
    takePlace(place());
    await frame();
    expect(performance.getEntriesByName("pictured")).toHaveLength(1);
    await isRead();
    place().innerHTML = "<p>Not yet</p>";
    await Promise.resolve();
    expect(picture()).not.toBeNull();
    row();
    await Promise.resolve();
    expect(picture()).toBeNull();
  });

  it.each([
    ["of another size", { "data-size": "10x10" }],
    ["in other colours", { "data-theme": "light" }],
    ["of other rows", { "data-density": "comfortable" }],
    ["in another language", { lang: "de" }],
  ])("is not shown when it is %s, and the page is read at once", async (_, look) => {
    page(look);
    showPicture("en-GB");
    expect(picture()).toBeNull();
    await isRead();
    await frame();
    expect(performance.getEntriesByName("pictured")).toHaveLength(0);
  });

  it("holds up no page that nobody sees", async () => {
    vi.spyOn(globalThis, "requestAnimationFrame").mockImplementation(() => 0);
    page();
    showPicture("en-GB");
    await isRead();
    expect(performance.getEntriesByName("pictured")).toHaveLength(0);
  });

  it("does not outlast a start that leads elsewhere", () => {
    vi.useFakeTimers();
    page();
    takePlace(place());
    vi.advanceTimersByTime(2_000);
    expect(picture()).toBeNull();
    vi.useRealTimers();
  });

  it("is nothing to wait for where there is none", async () => {
    document.body.innerHTML = "<div id='root'></div>";
    showPicture("en-GB");
    takePlace(place());
    await frame();
    expect(performance.getEntriesByName("pictured")).toHaveLength(0);
  });
});

describe("the first rows", () => {
  it("are told of once", async () => {
    page();
    const tell = vi.fn();
    onRows(place(), tell);
    row();
    await Promise.resolve();
    row();
    await Promise.resolve();
    expect(tell).toHaveBeenCalledOnce();
  });
});
