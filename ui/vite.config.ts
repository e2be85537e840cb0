import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { bundleLimit, GROUPS, runEarly, wordsInTime } from "./bundle.ts";

// The demo in a browser waits for its workspace as a module of its own, and asks nobody early.
const FAKE = process.env.VITE_FAKE === "1";

export default defineConfig({
  plugins: [react(), ...(FAKE ? [] : [runEarly(), wordsInTime()]), bundleLimit()],
  base: "./",
  server: { host: "127.0.0.1", port: 5173, strictPort: true },
  // One target for WebKitGTK, WKWebView and WebView2; asset files stay files, so that the strict CSP holds.
  build: { target: ["es2022", "safari16"], assetsInlineLimit: 0, chunkSizeWarningLimit: 1200, modulePreload: { polyfill: false }, rolldownOptions: { output: { codeSplitting: FAKE || { groups: GROUPS } } } },
  test: {
    environment: "happy-dom",
    env: { VITE_FAKE: "1" },
    setupFiles: ["src/test.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    testTimeout: 30_000,
  },
});
