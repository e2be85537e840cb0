// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi, type MockInstance } from "vitest";
import { platform } from "../platform";
import { startTheme, wear, zoom, ZOOMS } from "./theme";


describe("the size everything is shown in", () => {
  let shown: MockInstance<typeof platform.zoom>;
  beforeEach(() => {
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
    shown = vi.spyOn(platform, "zoom").mockImplementation(() => undefined);
    wear({ zoom: 100 });
    shown.mockClear();
  });

  it("grows and shrinks by steps, is remembered, and comes back to the plain one", () => {
    zoom(1);
    expect(shown).toHaveBeenLastCalledWith(1.1);
    zoom(1);
    expect(shown).toHaveBeenLastCalledWith(1.25);
    expect(localStorage.getItem("zoom")).toBe("125");
    zoom(-1);
    expect(shown).toHaveBeenLastCalledWith(1.1);
    zoom(0);
    expect(shown).toHaveBeenLastCalledWith(1);
  });

  it("ends where there is no step left", () => {
    for (const _ of ZOOMS) zoom(1);
    expect(shown).toHaveBeenLastCalledWith(1.75);
    shown.mockClear();
    zoom(1);
    expect(shown).not.toHaveBeenCalled();
  });

  it("is put on at the start, and the plain one costs nothing", () => {
    startTheme();
    expect(shown).not.toHaveBeenCalled();
    wear({ zoom: 80 });
    shown.mockClear();
    startTheme();
    expect(shown).toHaveBeenLastCalledWith(0.8);
  });
});
