import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";

export type Message = {
  message: string;
  tone?: "plain" | "failed";
  /** What to do about it. */
  detail?: string;
  action?: { label: string; run: () => void };
};

const SHOWN = 3;
const TIMEOUT_MS = 7_000;
/** What is said and not yet taken away. */
export const queue = new ToastQueue<Message>({ maxVisibleToasts: SHOWN });

/** Says what was done, with a way back. Nothing important lives only here. */
export const toast = (message: Message): string => queue.add(message, { timeout: TIMEOUT_MS });
