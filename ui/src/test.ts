import "./words/rest";
import { afterEach } from "vitest";
import { cleanup, configure } from "@testing-library/react";

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000, getElementError: (message) => new Error(message ?? "not found") });
afterEach(cleanup);
