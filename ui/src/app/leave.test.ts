// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../platform";
import * as early from "../platform/early";
import { leavePicture } from "./leave";

const JOBS = { total: 1, rows: [{ id: "j1" }] };

describe("a window that is closed", () => {
  let place: HTMLElement;
  const kept = vi.fn();
  beforeEach(() => {
    document.body.innerHTML = "<div id='root'></div>";
    place = document.getElementById("root") ?? document.body;
    kept.mockReset();
    vi.spyOn(platform, "call").mockImplementation(((name: string, input: unknown) => { kept(name, input); return Promise.resolve({}); }) as typeof platform.call);
    vi.spyOn(early, "askEarly").mockImplementation(async (name) => (name === "list_jobs" ? JOBS : { phase: "ready" }));
  });

  it("leaves what its first screen shows, from the answers it was drawn from", async () => {
    location.hash = "#/settings";
    await leavePicture(place, () => { place.innerHTML = "<main><b data-job-id='j1'>Baker</b></main>"; }, "./assets/index-1.js");
    expect(location.hash).toBe("#/jobs");
    expect(kept).toHaveBeenCalledOnce();
    const [name, input] = kept.mock.calls[0] as [string, { key: string; value: string }];
    expect([name, input.key]).toEqual(["set_setting", "first_picture"]);
    const left = JSON.parse(input.value) as { html: string; script: string; worn: string[][]; asked: { name: string; answer: unknown }[] };
    expect(left).toMatchObject({ html: "<main><b data-job-id=\"j1\">Baker</b></main>", script: "./assets/index-1.js" });
    expect(left.asked.map((one) => one.name)).toEqual(["workspace_state", "list_jobs"]);
    expect(left.asked[1]?.answer).toEqual(JOBS);
    expect(left.worn.map(([attribute]) => attribute)).toEqual(expect.arrayContaining(["lang", "data-size"]));
  });

  it("leaves none where no rows come", async () => {
    vi.useFakeTimers();
    const left = leavePicture(place, () => { place.innerHTML = "<h1>Locked</h1>"; }, "./assets/index-1.js");
    await vi.advanceTimersByTimeAsync(3_000);
    await left;
    expect(kept).not.toHaveBeenCalled();
    vi.useRealTimers();
  });

  it.each([
    ["there are no jobs", async () => ({ total: 0, rows: [] })],
    ["the workspace is not open", async () => { throw new Error("locked"); }],
  ])("waits for none where %s", async (_, answer) => {
    vi.spyOn(early, "askEarly").mockImplementation(async (name) => (name === "list_jobs" ? answer() : { phase: "locked" }));
    await leavePicture(place, () => { place.innerHTML = "<h1>Nothing</h1>"; }, "./assets/index-1.js");
    expect(kept).not.toHaveBeenCalled();
  });
});
