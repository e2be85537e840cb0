import { describe, expect, it } from "vitest";
import { filled, templatesOf, withTemplate } from "./templates";

describe("templates of notes", () => {
  it("take the person's words in their places, and leave what is not known", () => {
    expect(filled("{first} ({name}) for {job} {other}", { name: "Ada Lovelace", job: null })).toBe("Ada (Ada Lovelace) for {job} {other}");
  });

  it("are read from a setting, whatever stands there", () => {
    expect(templatesOf('[{"id":"a","name":"A","text":"x"},{"id":1}]')).toEqual([{ id: "a", name: "A", text: "x" }]);
    expect([templatesOf("{"), templatesOf(null), templatesOf("{}")]).toEqual([[], [], []]);
  });

  it("stand by name, each once", () => {
    const list = [{ id: "b", name: "B", text: "" }];
    expect(withTemplate(withTemplate(list, { id: "a", name: "A", text: "" }), { id: "b", name: "C", text: "y" }).map(({ name }) => name)).toEqual(["A", "C"]);
  });
});
