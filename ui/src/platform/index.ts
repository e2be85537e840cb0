import type { Platform } from "./platform";
import { tauri } from "./tauri";

export { failureOf, type Platform } from "./platform";

/** The one way out of the UI. A build with `VITE_FAKE` carries the demo workspace instead of the desktop. */
export const platform: Platform = import.meta.env.VITE_FAKE === "1" ? (await import("./fake")).fake() : tauri;
