import "./words/rest";
import { afterAll, afterEach, vi } from "vitest";
import { cleanup, configure } from "@testing-library/react";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? "not found") });
afterEach(cleanup);
// What is loaded ahead is waited for: a module that comes after its test is over is an error.
afterAll(async () => { await vi.dynamicImportSettled(); });
