import "@tanstack/react-query";
import type { Failure } from "./bindings/types";

declare global {
  interface ImportMetaEnv { readonly VITE_FAKE?: string }
}

declare module "@tanstack/react-query" {
  interface Register { defaultError: Failure }
}
