// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { asHtml, writtenIn } from "./written";

const read = (html: string) => {
  const field = document.createElement("div");
  field.innerHTML = html;
  return writtenIn(field);
};

describe("what is written in a note", () => {
  it("is plain text while it has no formatting, its lines kept", () => {
    expect(read("one<div>two &amp; three</div><div>four</div>")).toEqual({ content: "one\ntwo & three\nfour", html: false });
    expect(read("<b><br></b>  ")).toEqual({ content: "", html: false });
  });

  it("keeps the formatting Ashby keeps, by its own names", () => {
    expect(read("<strong>Strong</strong> in <em>Rust</em><div><ul><li>a</li><li>b</li></ul></div>")).toEqual({ content: "<b>Strong</b> in <i>Rust</i><br><ul><li>a</li><li>b</li></ul>", html: true });
    expect(read('<a href="https://a.example/?x=1&amp;y=2">here</a>').content).toBe('<a href="https://a.example/?x=1&amp;y=2">here</a>');
  });

  it("keeps nothing else", () => {
    expect(read('<span style="color:red">red</span><script>alert(1)</script><a href="javascript:x()">bad</a>').content).not.toMatch(/style|javascript|<script/);
  });

  it("puts text in as text", () => {
    expect(asHtml("a < b\nc")).toBe("a &lt; b<br>c");
  });
});
