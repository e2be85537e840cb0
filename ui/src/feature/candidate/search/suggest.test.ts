import { describe, expect, it } from "vitest";
import { freeWords, pieceOf, suggest } from "./suggest";

const now = Date.parse("2026-11-23T12:00:00Z");
const labels = (query: string, known: string[] = []) => suggest(query, known, now).map(({ label }) => label);
const queries = (query: string, known: string[] = []) => suggest(query, known, now).map((one) => one.query);

describe("the piece being typed", () => {
  it("is what stands after the last space outside quotes", () => {
    expect(pieceOf('tag:go ma')).toEqual({ before: "tag:go ", negated: false, key: null, value: "ma" });
    expect(pieceOf('ada job:"Senior En')).toEqual({ before: "ada ", negated: false, key: "job", value: "Senior En" });
    expect(pieceOf('ada job:"Senior Engineer"')).toEqual({ before: "ada ", negated: false, key: "job", value: "Senior Engineer" });
    expect(pieceOf("-tag:")).toEqual({ before: "", negated: true, key: "tag", value: "" });
    expect(pieceOf("https://a")).toMatchObject({ key: null });
  });
});

it("names are marked by free words alone", () => {
  expect(freeWords('ada tag:"Silver medal" lov -tag:x -bo').split(/\s+/)).toEqual(["ada", "lov"]);
});

describe("suggestions", () => {
  it("are operators while a word is typed", () => {
    expect(labels("")).toHaveLength(11);
    expect(labels("ada st")).toEqual(["stage:", "status:"]);
    expect(queries("ada -ta")).toEqual(["ada -tag:"]);
    expect(labels("zz")).toEqual([]);
  });

  it("are values once an operator stands, quoted where they need it", () => {
    expect(queries("ada tag:si", ["Silver medalist", "Go", "Big six"])).toEqual(['ada tag:"Silver medalist" ', 'ada tag:"Big six" ']);
    expect(queries("status:h")).toEqual(["status:hired "]);
    expect(queries("created:")).toEqual(["created:>2026-11-16 ", "created:>2026-10-24 ", "created:>2026-08-25 ", "created:2026 "]);
    expect(labels("tag:go", ["Go"])).toEqual([]);
  });
});
