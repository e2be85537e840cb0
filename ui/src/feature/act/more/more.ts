import type { Subject } from "../subject";

/** What is done with people now and then. Some of it makes sense for one alone. */
export type MoreKind = "transfer" | "source" | "project" | "reconsider" | "feedback";
export type MoreAsk = { kind: MoreKind; who: readonly Subject[]; /** Whom it leaves out, in words. */ left?: string };
/** What every dialog about one or many is told. */
export type About = { who: readonly Subject[]; name: string; left?: string; onClose: () => void };

/** The key of each, on a person's page and on the board. */
export const MORE_KEYS: Record<MoreKind, string> = { transfer: "b", source: "s", project: "p", reconsider: "e", feedback: "f" };
