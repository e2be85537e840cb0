import { describe, expect, it, vi } from "vitest";
import { fake } from "../../platform/fake";
import { platform } from "../../platform";
import { luggageOf, packed, Refused, unpack } from "./moving";

const on = (computer: ReturnType<typeof fake>) => { vi.spyOn(platform, "call").mockImplementation(computer.call as never); };

const why = (text: string) => { try { luggageOf(text); return null; } catch (thrown) { return thrown instanceof Refused ? thrown.why : thrown; } };

describe("moving to another computer", () => {
  it("takes views, keys and templates along, and nothing else", async () => {
    const old = fake({ search: "?quiet" });
    on(old);
    await old.call("save_view", { id: null, name: "Rust", query: "tag:Rust", sort: "name", desc: false, columns: [] });
    await old.call("set_setting", { key: "keymap", value: '{"l":"f"}' });
    await old.call("set_setting", { key: "recents", value: "[Ada]" });
    const file = JSON.stringify(await packed());
    expect(file).not.toContain("Ada");

    const next = fake({ search: "?quiet" });
    on(next);
    await next.call("save_view", { id: null, name: "rust", query: "old", sort: "name", desc: false, columns: [] });
    expect(await unpack(luggageOf(file))).toBe(true);
    expect((await next.call("list_views", {})).map(({ query }) => query)).toEqual(["tag:Rust"]);
    expect(await next.call("setting", { key: "keymap" })).toBe('{"l":"f"}');
  });

  it("refuses what is no such file, or too new", () => {
    expect([why("{"), why("[]"), why('{"samara":"1"}'), why('{"samara":99}')]).toEqual(["bad", "bad", "bad", "newer"]);
    expect(luggageOf('{"samara":1,"settings":{"theme":"dark","api_key":"x"},"views":[{"name":1}]}')).toEqual({ samara: 1, views: [], settings: { theme: "dark" }, remapping: null });
  });
});
