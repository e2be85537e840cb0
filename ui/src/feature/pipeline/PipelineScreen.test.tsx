import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { platform } from "../../platform";
import { keysNow, Toasts, useHotkey } from "../../component";
import { queue } from "../../component/message";
import { newClient, useAct } from "../../query";
import { withLayout } from "../candidate/table/layout.testing";
import { Desk } from "./desk.testing";
import { PipelineScreen } from "./PipelineScreen";
import * as words from "./words";

let desk: Desk;
let restore: () => void;

beforeEach(() => {
  restore = withLayout();
  desk = new Desk();
  vi.spyOn(platform, "call").mockImplementation(desk.call as never);
});
afterEach(() => { cleanup(); restore(); queue.clear(); });

const Back = () => {
  const { mutate } = useAct("undo_last");
  return <Key run={() => { mutate({}); }} />;
};
const Key = ({ run }: { run: () => void }) => { useHotkey("Mod+z", run); return null; };

async function open(): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  render(
    <QueryClientProvider client={newClient()}>
      <PipelineScreen jobId="job" tab="pipeline" onTab={() => undefined} plan={null} onPlan={() => undefined} filter={undefined} onFilter={() => undefined} onOpen={() => undefined} onReview={() => undefined} onBack={() => undefined} />
      <Back /><Toasts />
    </QueryClientProvider>,
  );
  await screen.findByTestId("board");
  return user;
}

const column = (name: string): HTMLElement => screen.getByRole("region", { name: new RegExp(`^${name}`) });
const card = (name: string): HTMLElement => screen.getByRole("listitem", { name: new RegExp(`^${name},`) });
const names = (stage: string): (string | undefined)[] => within(column(stage)).queryAllByRole("listitem").map((item) => item.getAttribute("aria-label")?.split(",")[0]);

/** The message that someone was moved. */
const toasted = (who: string): Promise<HTMLElement> => screen.findByText(new RegExp(`${who}.* Recruiter screen`), { selector: "[role=alertdialog] *" });

describe("the board by keyboard", () => {
  beforeEach(() => { desk.put("review", "Ada", "Bo", "Cy").put("screen", "Dee").put("onsite", "Eve"); });

  it("starts on the first card and walks over cards and columns", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(card("Bo"));
    await user.keyboard("{ArrowRight}");
    expect(document.activeElement).toBe(card("Dee"));
  });

  it("renders only the two cards that the hand leaves and takes", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    const named = vi.spyOn(words, "cardName");
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toBe(card("Bo"));
    expect([...new Set(named.mock.calls.map(([{ name }]) => name))].sort()).toEqual(["Ada", "Bo"]);
  });

  it("moves a card to the next stage and keeps the focus on it", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await waitFor(() => { expect(names("Recruiter screen")).toEqual(["Ada", "Dee"]); });
    expect(names("Application review")).toEqual(["Bo", "Cy"]);
    expect(document.activeElement).toBe(card("Ada"));
    expect(within(card("Ada")).getByText("Not sent yet").title).toBe("Moved here, not sent yet");
    expect(desk.names("screen")).toEqual(["Ada", "Dee"]);
  });

  it("shows the move before the engine has answered", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    const answer = desk.hold();
    await user.keyboard("l");
    await waitFor(() => { expect(names("Recruiter screen")).toEqual(["Ada", "Dee"]); });
    expect(desk.names("screen")).toEqual(["Dee"]);
    answer();
    await waitFor(() => { expect(desk.names("screen")).toEqual(["Ada", "Dee"]); });
    expect(names("Recruiter screen")).toEqual(["Ada", "Dee"]);
  });

  it("takes a move back from the card, focus and all", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    const undo = await waitFor(() => within(card("Ada")).getByText("Undo"));
    await waitFor(() => { expect(desk.names("screen")).toEqual(["Ada", "Dee"]); });
    await user.click(undo);
    await waitFor(() => { expect(names("Application review")).toEqual(["Ada", "Bo", "Cy"]); });
    expect(desk.names("review")).toEqual(["Ada", "Bo", "Cy"]);
  });

  it("puts a card back when the engine refuses, and says why", async () => {
    const user = await open();
    desk.refuseMove = { code: "INTEGRATION.PERMISSION_MISSING", message: "The key may not move people.", cure: "Allow it in Ashby.", request_id: null };
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await waitFor(() => { expect(names("Application review")).toEqual(["Ada", "Bo", "Cy"]); });
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    expect((await screen.findAllByText(/The key may not move people/)).length).toBeGreaterThan(0);
  });

  it("says nothing when it is so already", async () => {
    const user = await open();
    desk.refuseMove = { code: "OUTBOX.ALREADY_SO", message: "Ada already stands there.", cure: "Nothing more is needed.", request_id: null };
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await waitFor(() => { expect(desk.asked.some(({ name }) => name === "move_application_to_stage")).toBe(true); });
    await waitFor(() => { expect(names("Application review")).toEqual(["Ada", "Bo", "Cy"]); });
    expect(screen.queryByText(/already stands there/)).toBeNull();
  });

  it("moves on from stage to stage with one key after another", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await waitFor(() => { expect(names("Recruiter screen")).toContain("Ada"); });
    await user.keyboard("l");
    await waitFor(() => { expect(names("Onsite")).toEqual(["Ada", "Eve"]); });
    expect(document.activeElement).toBe(card("Ada"));
  });
});

describe("what can be done with a card", () => {
  beforeEach(() => { desk.put("review", "Ada", "Bo", "Cy").put("screen", "Dee"); });

  it("is in a menu where it is pointed at: about that card, or all who are chosen where it is one of them", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("x{ArrowDown}x");
    await user.pointer({ keys: "[MouseRight]", target: card("Ada") });
    expect(await screen.findByRole("menu", { name: "2 people" })).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.pointer({ keys: "[MouseRight]", target: card("Cy") });
    await user.click(within(await screen.findByRole("menu", { name: "Cy" })).getByRole("menuitem", { name: /note/i }));
    expect(await screen.findByRole("dialog", { name: /Cy/ })).toBeTruthy();
  });

  it("is offered by the palette with its key, and acts on the card that was in the hand", async () => {
    await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    const own = keysNow().find(({ keys }) => keys === "l");
    act(() => { own?.run?.(); });
    await waitFor(() => { expect(desk.names("screen")).toContain("Ada"); });
  });
});

describe("a card that is taken back", () => {
  beforeEach(() => { desk.put("review", "Ada", "Bo", "Cy", "Di").put("screen", "Dee", "Eli").put("onsite", "Eve"); });

  it("is in the hand again after the undo key, also while it stands in no column", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await toasted("Ada");
    const answer = desk.stall("review");
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(names("Recruiter screen")).toEqual(["Dee", "Eli"]); });
    answer();
    await waitFor(() => { expect(names("Application review")).toEqual(["Ada", "Bo", "Cy", "Di"]); });
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
  });

  it("is the one in the hand, wherever that had gone meanwhile: two moves and two undos", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await toasted("Ada");
    await user.keyboard("{ArrowLeft}{ArrowDown}");
    const second = document.activeElement?.getAttribute("aria-label")?.split(",")[0] ?? "";
    await user.keyboard("l");
    await toasted(second);
    await user.keyboard("{ArrowDown}{Control>}z{/Control}");
    await waitFor(() => { expect(document.activeElement).toBe(card(second)); });
    expect(names("Application review")).toContain(second);
    await user.keyboard("{ArrowDown}{Control>}z{/Control}");
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    expect(names("Application review")).toContain("Ada");
  });

  it("is in the hand again after the message's own undo", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    const said = (await toasted("Ada")).closest<HTMLElement>("[role=alertdialog]");
    if (!said) throw new Error("no message");
    await user.click(within(said).getByRole("button", { name: "Undo" }));
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    expect(names("Application review")).toEqual(["Ada", "Bo", "Cy", "Di"]);
  });

  it("is the first of those that left together", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("{ArrowDown}x{ArrowDown}xl");
    await waitFor(() => { expect(desk.names("screen")).toContain("Cy"); });
    await waitFor(() => { expect(document.activeElement).toBe(card("Di")); });
    await toasted("2 people");
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(document.activeElement).toBe(card("Bo")); });
    expect(names("Application review")).toContain("Bo");
  });

  it("leaves the hand to whoever moves it before the card is back", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("l");
    await toasted("Ada");
    const answer = desk.stall("review");
    await user.keyboard("{Control>}z{/Control}");
    await waitFor(() => { expect(names("Recruiter screen")).toEqual(["Dee", "Eli"]); });
    await user.keyboard("{ArrowDown}");
    answer();
    await waitFor(() => { expect(names("Application review")).toContain("Ada"); });
    expect(document.activeElement).toBe(card("Eli"));
  });
});

describe("a stage that refuses", () => {
  it("stays in the menu with its reason and moves nobody", async () => {
    desk.put("review", "Ada");
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("m");
    const item = await screen.findByRole("menuitemradio", { name: /Hired/ });
    expect(within(item).getByText("Hiring starts from an accepted offer.")).toBeTruthy();
    await user.click(item);
    expect(desk.names("review")).toEqual(["Ada"]);
    expect(desk.asked.some(({ name }) => name === "move_application_to_stage")).toBe(false);
  });
});

describe("rejecting from the board", () => {
  beforeEach(() => { desk.put("review", "Ada", "Bo", "Cy"); });

  it("takes its reason by number, and the hand goes on to the next card", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("r");
    await screen.findByRole("dialog", { name: "Reject Ada, and why?" });
    await user.keyboard("2");
    await waitFor(() => { expect(names("Application review")).toEqual(["Bo", "Cy"]); });
    expect(desk.inputs("reject_application")).toEqual([{ application_id: "app-ada", rejection_reason_id: "withdrew" }]);
    await waitFor(() => { expect(document.activeElement).toBe(card("Bo")); });
  });

  it("is asked for where the archived stage is picked", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("m");
    await user.click(await screen.findByRole("menuitemradio", { name: /Archived/ }));
    await screen.findByRole("dialog", { name: "Reject Ada, and why?" });
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("dialog")).toBeNull(); });
    expect(desk.names("review")).toEqual(["Ada", "Bo", "Cy"]);
  });
});

describe("a column of thousands", () => {
  it("draws only what is on screen and asks for windows of it", async () => {
    desk.put("review", ...Array.from({ length: 5_000 }, (_, index) => `P${String(index)}`));
    await open();
    await waitFor(() => { expect(card("P0")).toBeTruthy(); });
    expect(names("Application review").length).toBeLessThan(40);
    const windows = desk.asked.filter(({ name }) => name === "board_cards").map(({ input }) => input as { limit: number });
    expect(windows.every(({ limit }) => limit <= 100)).toBe(true);
    expect(within(column("Application review")).getByText("5,000")).toBeTruthy();
  });
});

describe("stages nobody is in", () => {
  it("are folded to strips with the ended ones, and open by a press", async () => {
    desk.put("review", "Ada");
    const user = await open();
    await user.click(await screen.findByRole("button", { name: "Open Hired, 0" }));
    expect(column("Hired")).toBeTruthy();
  });
});

describe("many at once", () => {
  beforeEach(() => { desk.put("review", "Ada", "Bo", "Cy", "Di").put("screen", "Dee"); });

  it("are chosen by key, moved together, and taken back by one undo", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(screen.getByRole("toolbar", { name: "What is selected" }).textContent).toContain("3 selected");
    await user.keyboard("l");
    await waitFor(() => { expect(names("Application review")).toEqual(["Di"]); });
    expect(desk.inputs("act_many")).toEqual([{ action: "move_application_to_stage", inputs: ["ada", "bo", "cy"].map((id) => ({ application_id: `app-${id}`, stage_id: "screen" })) }]);
    expect(screen.queryByRole("toolbar", { name: "What is selected" })).toBeNull();
    await waitFor(() => { expect(document.activeElement).toBe(card("Di")); });
  });

  it("are a whole column by one key, and let go by Escape", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("{Control>}a{/Control}");
    await waitFor(() => { expect(screen.getByRole("toolbar", { name: "What is selected" }).textContent).toContain("4 selected"); });
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar", { name: "What is selected" })).toBeNull();
  });

  it("are rejected for one reason", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("x{ArrowDown}xr");
    await screen.findByRole("dialog", { name: "Reject 2 people, and why?" });
    await user.keyboard("1");
    await waitFor(() => { expect(names("Application review")).toEqual(["Cy", "Di"]); });
    expect(desk.inputs("act_many")).toEqual([{ action: "reject_application", inputs: ["ada", "bo"].map((id) => ({ application_id: `app-${id}`, rejection_reason_id: "skills" })) }]);
  });

  it("stand apart: then the stage is asked for", async () => {
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    await user.keyboard("x{ArrowRight}xl");
    await user.click(await screen.findByRole("menuitemradio", { name: /Onsite/ }));
    await waitFor(() => { expect(desk.names("onsite")).toEqual(["Ada", "Dee"]); });
  });
});

describe("a move that met another one in Ashby", () => {
  it("stands on its card, and is settled by 1 or 2", async () => {
    desk.put("review", "Ada", "Bo");
    desk.conflict("app-bo", "onsite", "screen");
    const user = await open();
    await waitFor(() => { expect(document.activeElement).toBe(card("Ada")); });
    expect(await within(card("Bo")).findByText("Onsite in Ashby, Recruiter screen here")).toBeTruthy();
    await user.keyboard("2");
    expect(desk.inputs("decide")).toEqual([]);
    await user.keyboard("{ArrowDown}2");
    expect(desk.inputs("decide")).toEqual([{ intent_id: "clash", choice: "mine" }]);
  });
});
