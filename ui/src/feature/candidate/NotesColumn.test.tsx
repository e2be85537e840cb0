// @vitest-environment jsdom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { NoteItem } from "./NotesColumn";

afterEach(cleanup);

const shown = (html: string, onLink: (url: string) => void = () => undefined): HTMLElement => {
  render(<NoteItem note={{ id: "n", author: "Dana Whitlock", created_at: "2026-11-22T08:00:00.000Z", private: false, html }} onLink={onLink} />);
  return screen.getByRole("article");
};

describe("the markup of a note", () => {
  it("keeps the formatting Ashby has", () => {
    const note = shown("<p>Knows <b>Raft</b></p><ul><li>in Rust</li></ul>");
    expect(within(note).getByText("Raft").tagName).toBe("B");
    expect(within(note).getByRole("listitem").textContent).toBe("in Rust");
  });

  it("keeps nothing that runs, loads or leads elsewhere unseen", () => {
    const note = shown('<p onclick="alert(0)">Hi</p><img src="https://spy.example/x.png" onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">link</a><style>p{}</style>');
    expect(note.querySelector("script, img, style, [onclick], [onerror], a[href]")).toBeNull();
    expect(within(note).getByText("Hi")).toBeTruthy();
  });

  it("opens links outside the app", async () => {
    const onLink = vi.fn();
    shown('<p><a href="https://example.com/portfolio">Portfolio</a></p>', onLink);
    await userEvent.setup().click(screen.getByRole("link", { name: "Portfolio" }));
    expect(onLink).toHaveBeenCalledWith("https://example.com/portfolio");
  });
});
