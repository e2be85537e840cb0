import type { Access, Failure, KeyCheckInput, KeyReport, ModuleAccess, WorkspaceState } from "../../bindings/types";
import { failure } from "./outbox";

const VERSION = "0.1.0";
/** A key with this in it may read but not write. */
const LIMITED = "readonly";
const PASSPHRASE = "open sesame";

const module = (name: string, read: Access, write: Access, used_for: string): ModuleAccess => ({ module: name, read, write, used_for });

/** What a key may do, in the order of Ashby's own list. */
const report = (limited: boolean): KeyReport => ({
  title: "Samara, Maren's desk", introspected: true,
  modules: [
    module("candidates", "yes", limited ? "no" : "yes", "Candidates, applications, notes and tags; moving people between stages"), module("jobs", "yes", "no", "Jobs, postings and hiring teams"),
    module("interviews", "yes", "no", "Interview plans: the stages of every pipeline"),
    module("hiringProcessMetadata", "yes", "no", "Tags, sources, archive reasons and custom fields"), module("organization", "yes", "no", "People, departments and locations"), module("apiKeys", "yes", "no", "Lets Samara read this list instead of guessing"),
  ],
  missing: limited ? ["Moves cannot be sent: switch on Candidates, write."] : [],
});

export type Fault = "locked" | "damaged" | "keychain" | "wrong-key" | null;

const FAULTS: Record<"damaged" | "keychain" | "wrong-key", Failure> = {
  damaged: failure("STORE.DAMAGED", "The copy of Ashby on this computer is damaged.", "Rebuild it from Ashby. Moves that are not sent yet are kept."),
  keychain: failure("VAULT.ABSENT", "The keychain of this computer does not answer.", "Start or unlock the keychain service, then try again. Nothing is lost."),
  "wrong-key": failure("STORE.LOCAL_DAMAGED", "The copy on this computer was made with another key.", "Restore the keychain entry it was made with, or disconnect and connect again."),
};

/** Which workspace is open, and why not. */
export class Workspace {
  state: WorkspaceState;

  constructor(begin: "none" | "ready" | Fault) {
    const base: WorkspaceState = { phase: "ready", kind: "demo", name: "Halden Robotics", vault: null, failure: null, version: VERSION };
    if (begin === "none") this.state = { ...base, phase: "none", kind: null, name: null };
    else if (begin === "locked") this.state = { ...base, phase: "locked", kind: "ashby", vault: "passphrase" };
    else if (begin === null || begin === "ready") this.state = base;
    else this.state = { ...base, phase: "failed", kind: "ashby", vault: "keychain", failure: FAULTS[begin] };
  }

  check({ api_key }: KeyCheckInput): KeyReport {
    const key = api_key.trim();
    if (key.length < 8 || key.startsWith("bad")) throw failure("INTEGRATION.AUTHENTICATION_INVALID", "Ashby does not know this key.", "Copy the whole key again, or create a new one in Ashby.", "c0de-4012");
    return report(key.includes(LIMITED));
  }

  unlock(passphrase: string): void {
    if (passphrase !== PASSPHRASE) throw failure("VAULT.WRONG_PASSPHRASE", "This passphrase does not open the vault.", "Try again. It is the one chosen when this workspace was connected.");
    this.state = { ...this.state, phase: "ready" };
  }

  open(kind: "demo" | "ashby", vault: WorkspaceState["vault"]): void { this.state = { phase: "ready", kind, name: "Halden Robotics", vault, failure: null, version: VERSION }; }

  lock(): void {
    if (this.state.vault !== "passphrase") throw failure("PLATFORM.INPUT_INVALID", "This workspace has no passphrase.", "It is locked with the computer; connect with a passphrase to lock it apart.");
    this.state = { ...this.state, phase: "locked" };
  }

  recover(code: string): void {
    if (code.replaceAll(/[^a-z0-9]/giu, "").length !== 25) throw failure("PLATFORM.INPUT_INVALID", "This is no recovery code.", "It has five groups of five letters and digits.");
    this.state = { ...this.state, phase: "ready", failure: null };
  }

  keep(until: string, now: number): void {
    if (this.state.kind === "demo") throw failure("PLATFORM.INPUT_INVALID", "The demo is not kept.", "Disconnect it at once.");
    if (Date.parse(until) <= now) throw failure("PLATFORM.INPUT_INVALID", "This time is past.", "Give a later one, or disconnect at once.");
    this.state = { ...this.state, remove_at: until };
  }

  close(): void { this.state = { phase: "none", kind: null, name: null, vault: null, failure: null, version: VERSION }; }

  report(): KeyReport { return report(false); }
}
