import { describe, expect, it } from "vitest";
import { catalog } from "../words";
import { de } from "./de";
import { rest as germanRest } from "./de/rest";
import { en } from "./en";
import { rest as englishRest } from "./en/rest";
import { speak, speechOf } from "./language";

type Branch = { readonly [key: string]: string | Branch };

/** Every text of a catalogue under its whole key. */
function texts(branch: Branch, above = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch)) {
    const whole = above === "" ? key : `${above}.${key}`;
    if (typeof value === "string") found.set(whole, value);
    else for (const [below, text] of texts(value, whole)) found.set(below, text);
  }
  return found;
}

const holes = (text: string): string[] => [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, hole]) => hole ?? "").toSorted();

const [english, german] = [texts({ ...en, ...englishRest }), texts({ ...de, ...germanRest })];

describe("the catalogues", () => {
  it("hold the same keys in both languages", () => {
    expect([...german.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("leave the same holes in both languages", () => {
    const differing = [...english].filter(([key, text]) => holes(german.get(key) ?? "").join() !== holes(text).join());
    expect(differing).toEqual([]);
  });

  it("say something everywhere", () => {
    expect([...english, ...german].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("do not leave whole sentences in English", () => {
    const same = [...english].filter(([key, text]) => text.split(" ").length > 3 && !text.includes("{{") && german.get(key) === text);
    expect(same).toEqual([]);
  });

  it("have one form for one and another for many", () => {
    const lonely = [...english.keys()].filter((key) => key.endsWith("_one") && !english.has(key.replace(/_one$/, "_other")));
    expect(lonely).toEqual([]);
  });
});

describe("the language", () => {
  it("follows the computer, or the choice", () => {
    expect(speechOf("system", ["de-AT", "en"])).toEqual({ language: "de", locale: "de-AT" });
    expect(speechOf("system", ["fr-FR", "en-GB"])).toEqual({ language: "en", locale: "en-GB" });
    expect(speechOf("system", ["ja"])).toEqual({ language: "en", locale: "en" });
    expect(speechOf("de", ["en-US"])).toEqual({ language: "de", locale: "de" });
    expect(speechOf("en", ["de-DE", "en-GB"])).toEqual({ language: "en", locale: "en-GB" });
  });

  it("is drawn anew only when the words change", () => {
    localStorage.removeItem("language");
    let drawn = 0;
    const redraw = () => { drawn += 1; };
    speak("en", redraw);
    expect(drawn).toBe(0);
    speak("de", redraw);
    expect(drawn).toBe(1);
    speak("system", redraw);
    expect(drawn).toBe(2);
    localStorage.removeItem("language");
  });

  it("counts in the words and the digits of its locale", async () => {
    catalog.addResourceBundle("de", "translation", germanRest);
    await catalog.changeLanguage("de-DE");
    expect([1, 98_412].map((count) => catalog.t("candidate.people", { count }))).toEqual(["1 Person", "98.412 Personen"]);
    await catalog.changeLanguage("en");
    expect([1, 98_412].map((count) => catalog.t("candidate.people", { count }))).toEqual(["1 person", "98,412 people"]);
  });
});
