import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components";
import { onUndone } from "../undone";

export type Message = {
  message: string;
  tone?: "plain" | "failed";
  /** What to do about it. */
  detail?: string;
  action?: { label: string; run: () => void; /** What it takes back, by its id; the undo key does it too while the message is shown. */ undoes?: string };
};

const SHOWN = 3;
const TIMEOUT_MS = 7_000;
/** What is said and not yet taken away. */
export const queue = new ToastQueue<Message>({ maxVisibleToasts: SHOWN });
/** The message that offers to take something back, also one that waits behind others. */
const offers = new Map<string, string>();

/** Says what was done, with a way back. Nothing important lives only here. */
export function toast(message: Message): string {
  const undoes = message.action?.undoes;
  const key = queue.add(message, { timeout: TIMEOUT_MS, onClose: () => { if (undoes !== undefined) offers.delete(undoes); } });
  if (undoes !== undefined) offers.set(undoes, key);
  return key;
}

/** Does what a message offers, which has no more to say then. */
export function accept(key: string, { action }: Message) {
  action?.run();
  queue.close(key);
}

/** Takes back what the newest message on the screen offers to; answers whether there was one. */
export function undoShown(): boolean {
  const newest = queue.visibleToasts.find(({ content }) => content.action?.undoes !== undefined);
  if (newest) accept(newest.key, newest.content);
  return newest !== undefined;
}

// What was taken back by another way is not offered any more.
onUndone((intents) => {
  for (const intent of intents) {
    const key = offers.get(intent);
    if (key !== undefined) queue.close(key);
  }
});
