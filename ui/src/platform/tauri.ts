import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Tag } from "../bindings/commands";
import { told } from "../words/failure";
import { takeEarly } from "./early";
import { failureOf, type Platform } from "./platform";

const CHANGE = "samara://change";
const OPEN = "samara://open";
const LEAVING = "samara://leaving";

async function ask<Output>(command: string, input: Record<string, unknown>, begun?: Promise<unknown>): Promise<Output> {
  try {
    return await (begun as Promise<Output> | undefined ?? invoke<Output>(command, input));
  } catch (thrown) {
    // eslint-disable-next-line no-throw-literal -- a failure is data, the same shape on both sides of the line
    throw told(failureOf(thrown));
  }
}

/** The desktop window, over Tauri's IPC. */
export const tauri: Platform = {
  call: (name, input) => ask("call", { name, input }, takeEarly(name, input)),
  resume: (candidateId) => ask("resume", { candidateId }),
  file: (candidateId, fileId) => ask("candidate_file", { candidateId, fileId }),
  saveFile: (candidateId, fileId, name) => ask("save_file", { candidateId, fileId, name }),
  saveText: (name, text) => ask("save_text", { name, text }),
  // An older system may not know how: then everything keeps its size.
  zoom: (value) => { invoke("plugin:webview|set_webview_zoom", { value }).catch(() => undefined); },
  print: () => { globalThis.print(); },
  onChange(listener) {
    const stop = listen<{ tags: Tag[] }>(CHANGE, ({ payload }) => { listener(payload.tags); });
    return () => { void stop.then((unlisten) => { unlisten(); }); };
  },
  exportFolder: () => ask("export_folder", {}),
  waitingLink: () => ask("waiting_link", {}),
  onLink(listener) {
    const stop = listen(OPEN, listener);
    return () => { void stop.then((unlisten) => { unlisten(); }); };
  },
  onLeaving(listener) { void listen(LEAVING, listener); },
  leave: () => ask("leave", {}),
  openLink: (url) => ask("open_link", { url }),
};
