// @vitest-environment jsdom
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { Queued } from "../../bindings/types";
import { ActDialog } from "./ActDialog";
import type { Subject } from "./subject";
import type { Gestures } from "./useGestures";

const someone: Subject = { application: "app-00007", candidate: "cand-00007", name: "Ada Byron", tags: [] };
vi.stubGlobal("CSS", { escape: (text: string) => text });

/** Adds to what the dialog holds and sends it to an engine that answers so; what was sent, and what the dialog holds when it is opened anew. */
async function written(more: string, answer: Queued | null): Promise<{ sent: string; left: string }> {
  const user = userEvent.setup();
  const note = vi.fn<Gestures["note"]>().mockResolvedValue(answer);
  const unused = vi.fn();
  const dialog = (key: string) => <ActDialog key={key} ask={{ kind: "note", who: [someone] }} acts={{ note, reject: unused, tag: unused, untag: unused }} onClose={() => undefined} />;
  const { rerender, unmount } = render(dialog("one"));
  await user.type(screen.getByRole("textbox"), more);
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(note).toHaveBeenCalledTimes(1);
  rerender(dialog("two"));
  const { value } = screen.getByRole<HTMLTextAreaElement>("textbox");
  unmount();
  return { sent: note.mock.calls[0]?.[1] ?? "", left: value };
}

describe("a note in a dialog", () => {
  it("is there again when it was refused, and gone once it was taken", async () => {
    expect(await written("Back on Monday", null)).toEqual({ sent: "Back on Monday", left: "Back on Monday" });
    expect(await written(", or later", { intent_id: "i", label: "Note added", undo: false })).toEqual({ sent: "Back on Monday, or later", left: "" });
  });
});
