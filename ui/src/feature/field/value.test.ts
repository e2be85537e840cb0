import { describe, expect, it } from "vitest";
import { again, draftOf, editable, valueOf } from "./value";

const CHOICES = [{ label: "EU", value: "c1" }, { label: "Blue Card", value: "c2" }, { label: "Needs one", value: "c3" }];
const typed = (text: string, more = {}) => ({ text, to: "", code: "", many: [], ...more });
const through = (kind: string, raw: unknown, shown: string | null) => valueOf(kind, draftOf(kind, raw, shown, CHOICES), raw);
const same = (kind: string, raw: unknown) => valueOf(kind, again(kind, raw, CHOICES), raw);

describe("a custom field", () => {
  it("that is left as it was keeps its value, whatever its kind", () => {
    expect(through("String", "2 months", "2 months")).toEqual({ value: "2 months" });
    expect(through("Number", 4, "4")).toEqual({ value: 4 });
    expect(through("Boolean", false, "No")).toEqual({ value: false });
    expect(through("Date", "2027-02-01", "2027-02-01")).toEqual({ value: "2027-02-01" });
    expect(through("ValueSelect", "c2", "Blue Card")).toEqual({ value: "c2" });
    expect(through("MultiValueSelect", ["c1", "c3"], "EU, Needs one")).toEqual({ value: ["c1", "c3"] });
    expect(through("Currency", { value: 58_000, currencyCode: "EUR" }, "58000 EUR")).toEqual({ value: { value: 58_000, currencyCode: "EUR" } });
    expect(through("CompensationRange", { minValue: 1, maxValue: 2, currencyCode: "EUR", interval: "1 YEAR" }, "1–2 EUR per year")).toEqual({ value: { minValue: 1, maxValue: 2, currencyCode: "EUR", interval: "1 YEAR" } });
  });

  it("begins with the change that waits, not with what Ashby still has", () => {
    expect(draftOf("ValueSelect", "c1", "Blue Card", CHOICES).text).toBe("c2");
    expect(draftOf("String", "2 months", "3 months", []).text).toBe("3 months");
  });

  it("that was asked for before is typed over as it was said", () => {
    const said: [string, unknown][] = [["String", "x"], ["Number", 4], ["Boolean", false], ["Date", "2027-02-01"], ["ValueSelect", "c2"], ["MultiValueSelect", ["c1", "c3"]], ["NumberRange", { minValue: 1, maxValue: 2 }], ["Currency", { value: 5, currencyCode: "EUR" }], ["Number", null]];
    expect(said.map(([kind, raw]) => same(kind, raw))).toEqual(said.map(([, value]) => ({ value })));
    expect(same("MultiValueSelect", ["EU"])).toEqual({ value: ["c1"] });
  });

  it("says why a value does not fit, and is emptied by nothing", () => {
    expect(valueOf("Number", typed("four"), null)).toEqual({ problem: "number" });
    expect(valueOf("Url", typed("example.com"), null)).toEqual({ problem: "url" });
    expect(valueOf("Currency", typed("5", { code: "Euro" }), null)).toEqual({ problem: "code" });
    expect(valueOf("NumberRange", typed("5", { to: "3" }), null)).toEqual({ problem: "order" });
    expect(["String", "Boolean", "Number", "MultiValueSelect", "NumberRange"].map((kind) => valueOf(kind, typed(" "), null))).toEqual(Array.from({ length: 5 }, () => ({ value: null })));
  });

  it("of a kind not known here is left to Ashby", () => { expect([editable("LongText"), editable("Signature")]).toEqual([true, false]); });
});
