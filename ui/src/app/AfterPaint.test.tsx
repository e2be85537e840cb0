import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { AfterPaint, Opener } from "./AfterPaint";

let paint: () => void;

describe("what nobody sees at once", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.spyOn(window, "requestAnimationFrame").mockImplementation((frame) => {
      paint = () => { act(() => { frame(0); vi.runAllTimers(); }); };
      return 1;
    });
    return () => { vi.useRealTimers(); };
  });

  it("comes after the first paint", () => {
    render(<AfterPaint before="before">after</AfterPaint>);
    expect(screen.getByText("before")).toBeDefined();
    paint();
    expect(screen.getByText("after")).toBeDefined();
  });

  it.each([[true, "opened"], [false, "closed"]])("keeps a press of the button that was made until then: %s", (press, shown) => {
    render(<Opener label="Workspace" popup="menu" face="Acme">{(isPressed) => (isPressed ? "opened" : "closed")}</Opener>);
    const button = screen.getByRole("button", { name: "Workspace" });
    expect(button.textContent).toBe("Acme");
    if (press) fireEvent.click(button);
    expect(screen.queryByText("opened")).toBeNull();
    paint();
    expect(screen.getByText(shown)).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
