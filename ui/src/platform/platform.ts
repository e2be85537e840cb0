import type { CommandName, Commands, Tag } from "../bindings/commands";
import type { Failure } from "../bindings/types";

/** What the UI needs from the machine it runs on. Every rejection is a `Failure`. */
export interface Platform {
  call: <Name extends CommandName>(name: Name, input: Commands[Name]["input"]) => Promise<Commands[Name]["output"]>;
  /** The bytes of a résumé, a PDF. */
  resume: (candidateId: string) => Promise<ArrayBuffer>;
  /** The bytes of any file of a candidate. */
  file: (candidateId: string, fileId: string) => Promise<ArrayBuffer>;
  /** Keeps a file of a candidate among the downloads; answers where. */
  saveFile: (candidateId: string, fileId: string, name: string) => Promise<string>;
  /** Keeps a text made here among the downloads; answers where. */
  saveText: (name: string, text: string) => Promise<string>;
  /** Shows everything larger or smaller by a factor. */
  zoom: (factor: number) => void;
  /** Prints what the print style sheet shows; a printer or a PDF is chosen in the system's dialog. */
  print: () => void;
  /** Tells which cache tags changed beneath the UI; returns the way to stop listening. */
  onChange: (listener: (tags: Tag[]) => void) => () => void;
  /** The folder where files made here are expected. */
  exportFolder: () => Promise<string>;
  /** The `samara://` link that waits to be followed; each is handed out once. */
  waitingLink: () => Promise<string | null>;
  /** Tells that a link came; returns the way to stop listening. */
  onLink: (listener: () => void) => () => void;
  /** Tells that the window is being closed; `leave` lets it go. */
  onLeaving: (listener: () => void) => void;
  /** Closes the window that waits for it. */
  leave: () => Promise<void>;
  /** Opens an https, mailto or tel address outside the app. */
  openLink: (url: string) => Promise<void>;
}

const UNKNOWN = "PLATFORM.UNKNOWN_ERROR";

function isFailure(value: unknown): value is Failure {
  return typeof value === "object" && value !== null && "code" in value && "message" in value && typeof value.code === "string" && typeof value.message === "string";
}

/** Whatever was thrown, as a failure people can read. */
export function failureOf(thrown: unknown): Failure {
  if (isFailure(thrown)) return { code: thrown.code, message: thrown.message, cure: thrown.cure ?? "", request_id: thrown.request_id ?? null };
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: UNKNOWN, message, cure: "", request_id: null };
}
