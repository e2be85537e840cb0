import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import type { Exported, Failure } from "../../bindings/types";
import { platform } from "../../platform";
import { newClient } from "../../query";
import { ExportDialog } from "./ExportDialog";

const REFUSED: Failure = { code: "STORE.FILE_REFUSED", message: "/nowhere/people.xlsx: No such file or directory (os error 2) at path \"/nowhere/.samara-export-qH7pK3\".", cure: "Check that the folder is there and yours to write to.", request_id: null };
const LIST: Exported = { kind: "people", query: "", sort: "name", desc: false };

afterEach(cleanup);

const refused = () => screen.queryByText("This file cannot be written. Check that /nowhere is there and yours to write to.");

it("an export that cannot be written names the folder, until something is changed", async () => {
  vi.spyOn(platform, "exportFolder").mockResolvedValue("/nowhere");
  vi.spyOn(platform, "call").mockRejectedValue(REFUSED);
  const user = userEvent.setup();
  render(<QueryClientProvider client={newClient()}><ExportDialog list={LIST} what="3 people" name="people" onClose={() => undefined} /></QueryClientProvider>);
  await screen.findByDisplayValue("/nowhere/people.xlsx");
  const write = () => user.click(screen.getByRole("button", { name: "Write the file" }));
  await write();
  expect(refused()).toBeTruthy();
  expect(screen.queryByText(/os error/)).toBeNull();
  await user.clear(screen.getByLabelText("File"));
  expect(screen.queryByText(/cannot be written/)).toBeNull();
  await user.type(screen.getByLabelText("File"), "/nowhere/people.csv");
  await write();
  expect(refused()).toBeTruthy();
  await user.click(screen.getByRole("switch", { name: "Mask persons" }));
  expect(refused()).toBeNull();
});
