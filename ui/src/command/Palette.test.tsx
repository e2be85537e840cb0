import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Platform } from "../platform";

const place = vi.hoisted((): { platform: Platform | null } => ({ platform: null }));
vi.mock("../platform", async (original) => ({
  ...(await original<object>()),
  get platform() { return place.platform; },
}));

const { App } = await import("../app/App");
const { fake } = await import("../platform/fake");

const openPalette = async () => {
  const user = userEvent.setup();
  place.platform = fake({ search: "?quiet" });
  location.hash = "#/activity";
  render(<App />);
  await screen.findByRole("link", { name: /^Jobs/ });
  await user.keyboard("{Control>}k{/Control}");
  const field = await screen.findByRole("combobox", { name: "Search and commands" });
  await user.click(field);
  return { user, field };
};

const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

describe("the palette", () => {
  beforeEach(() => { localStorage.clear(); });

  it("runs a command by a few letters and Enter", async () => {
    const { user, field } = await openPalette();
    await user.type(field, "dark{Enter}");
    await waitFor(() => { expect(document.documentElement.dataset.theme).toBe("dark"); });
    expect(screen.queryByRole("combobox")).toBeNull();
    expect(await place.platform?.call("setting", { key: "theme" })).toBe("dark");
  });

  it("finds people and jobs, and says how many it found", async () => {
    const { user, field } = await openPalette();
    await user.type(field, "senior back");
    await waitFor(() => { expect(offered()).toContainEqual(expect.stringContaining("Senior Backend Engineer")); });
    await user.clear(field);
    await user.type(field, "farrokhzad");
    await waitFor(() => { expect(offered()).toContainEqual(expect.stringContaining("Farrokhzad")); });
    await waitFor(() => { expect(document.getElementById("announcements")?.textContent).toMatch(/result/); });
  });

  it("walks with the arrows and points at what it would open", async () => {
    const { user, field } = await openPalette();
    const first = field.getAttribute("aria-activedescendant");
    await user.keyboard("{ArrowDown}");
    const second = field.getAttribute("aria-activedescendant");
    expect(second).not.toBe(first);
    expect(document.getElementById(second ?? "")?.getAttribute("aria-selected")).toBe("true");
  });

  it("finds a job by the number beside it", async () => {
    const { user, field } = await openPalette();
    const { rows } = await place.platform?.call("list_jobs", { query: "", statuses: [], sort: "title", desc: false, offset: 0, limit: 50 }) ?? { rows: [] };
    const job = rows.findLast(({ code }) => code !== null);
    await user.click(field);
    await user.paste(job?.code ?? "");
    await waitFor(() => { expect(offered()[0]).toContain(job?.title); });
  });

  it("opens a saved view by its name", async () => {
    const { user, field } = await openPalette();
    await place.platform?.call("save_view", { id: null, name: "Referrals of spring", query: "source:referral", sort: "name", desc: false, columns: [] });
    await user.click(field);
    await user.paste("referrals of");
    await user.click(await screen.findByRole("option", { name: /Referrals of spring/ }));
    await waitFor(() => { expect(decodeURIComponent(location.hash)).toContain("source:referral"); });
  });

  it("leads from a tag to everybody who has it", async () => {
    const { user, field } = await openPalette();
    const { rows } = await place.platform?.call("list_candidates", { query: "", sort: "updated", desc: true, offset: 0, limit: 200 }) ?? { rows: [] };
    const tag = rows.flatMap(({ tags }) => tags).find((name) => name.includes(" ")) ?? "";
    await user.click(field);
    await user.paste(tag);
    await user.click(await screen.findByRole("option", { name: tag }));
    await waitFor(() => { expect(decodeURIComponent(location.hash).replaceAll("+", " ")).toContain(`tag:"${tag}"`); });
  });

  it("offers what the screen does without a key, there alone", async () => {
    const { user, field } = await openPalette();
    await user.type(field, "export");
    expect(offered()).not.toContain("Export…");
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("combobox", { name: "Search and commands" })).toBeNull(); });
    await user.keyboard("gc");
    await screen.findByRole("button", { name: "Export…" });
    await waitFor(() => { expect(screen.getByRole<HTMLButtonElement>("button", { name: "Export…" }).disabled).toBe(false); });
    await user.keyboard("{Control>}k{/Control}");
    const again = await screen.findByRole("combobox", { name: "Search and commands" });
    await user.click(again);
    await user.type(again, "export{Enter}");
    await screen.findByRole("dialog", { name: /^Export / });
  });

  it("opens by a slash where a screen has nothing of its own to search", async () => {
    const { user } = await openPalette();
    await user.keyboard("{Escape}");
    await waitFor(() => { expect(screen.queryByRole("combobox", { name: "Search and commands" })).toBeNull(); });
    await user.keyboard("/");
    await screen.findByRole("combobox", { name: "Search and commands" });
  });

  it("names the languages, the keys and the look", async () => {
    const { user, field } = await openPalette();
    for (const [typed, title] of [["german", "Language: German (Deutsch)"], ["keyboard", "Change keyboard shortcuts"], ["dark", "Dark theme"]] as const) {
      await user.clear(field);
      await user.paste(typed);
      expect(offered()[0]).toBe(title);
    }
  });

  it("says so when nothing is found", async () => {
    const { user, field } = await openPalette();
    await user.type(field, "qqqqzz");
    expect(await screen.findByText("Nothing found for “qqqqzz”.")).toBeTruthy();
  });
});
