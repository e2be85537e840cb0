import { describe, expect, it } from "vitest";
import { runsOf } from "./find";
import { linesOf } from "./lines";

const CV = "Yuchen Fujimoto\nSingapore | yuchen@example.org\nExperience\nMoved the fleet scheduler to streams.\n• Wrote the runbook\n- Kept it\n\nEducation\nAllegheny Tech\nSkills\nPython, ROS 2\n2019 – 2021\nHalden Robotics";
const kinds = (text: string) => linesOf(runsOf(text, [])).map(({ kind, pieces }) => [kind, pieces.map((piece) => piece.text).join("")]);

describe("a text as a document", () => {
  it("tells headings and bullets by how they are written, and guesses nothing more", () => {
    expect(kinds(CV)).toEqual([
      ["heading", "Yuchen Fujimoto"], ["plain", "Singapore | yuchen@example.org"], ["heading", "Experience"], ["plain", "Moved the fleet scheduler to streams."],
      ["bullet", "• Wrote the runbook"], ["bullet", "- Kept it"], ["heading", "Education"], ["plain", "Allegheny Tech"], ["heading", "Skills"], ["plain", "Python, ROS 2"], ["plain", "2019 – 2021"], ["plain", "Halden Robotics"],
    ]);
    expect(kinds("Dear team,\nI read of robots that have to talk to each other, and of\nteams that do")).toEqual([["plain", "Dear team,"], ["plain", "I read of robots that have to talk to each other, and of"], ["plain", "teams that do"]]);
  });

  it("stands apart where an empty line was", () => {
    expect(linesOf(runsOf("a\n\nb\nc", [])).map(({ apart }) => apart)).toEqual([false, true, false]);
  });

  it("keeps one place one place over a line break", () => {
    const lines = linesOf([{ text: "on ", tone: null }, { text: "distributed\nsystems", tone: 1 }, { text: " in ", tone: null }, { text: "Rust", tone: 2 }]);
    expect(lines.map(({ pieces }) => pieces.map(({ text, hit }) => [text, hit]))).toEqual([[["on ", null], ["distributed", 0]], [["systems", 0], [" in ", null], ["Rust", 1]]]);
  });
});
