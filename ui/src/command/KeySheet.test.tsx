import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { KeyList } from "./KeySheet";

it("the sheet of keys says once what two keys do", () => {
  render(<KeyList keys={[{ keys: "/", label: "Search", group: "everywhere" }, { keys: "j", label: "Next" }, { keys: "Mod+k", label: "Search", group: "everywhere" }]} />);
  expect(screen.getAllByText("Search").map((label) => label.nextElementSibling?.textContent)).toEqual(["/CtrlK"]);
});
