import { X } from "lucide-react";
import { Button as AriaButton, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue, UNSTABLE_ToastRegion as ToastRegion } from "react-aria-components";
import { t } from "../words";
import { Button } from "./Button";
import css from "./Toast.module.css";

export type Message = {
  message: string;
  tone?: "plain" | "failed";
  /** What to do about it. */
  detail?: string;
  action?: { label: string; run: () => void };
};

const SHOWN = 3;
const TIMEOUT_MS = 7_000;
const queue = new ToastQueue<Message>({ maxVisibleToasts: SHOWN });

/** Says what was done, with a way back. Nothing important lives only here. */
export const toast = (message: Message): string => queue.add(message, { timeout: TIMEOUT_MS });

/** Takes all messages away. */
export const clearToasts = () => { queue.clear(); };

export function Toasts() {
  return (
    <ToastRegion queue={queue} className={css.region} aria-label={t("common.toasts")}>
      {({ toast: one }) => (
        <Toast toast={one} className={css.toast} data-tone={one.content.tone ?? "plain"}>
          <ToastContent className={css.content}>
            <Text slot="title" className={css.text}>{one.content.message}</Text>
            {one.content.detail !== undefined && <Text slot="description" className={css.detail}>{one.content.detail}</Text>}
          </ToastContent>
          {one.content.action && (
            <Button variant="quiet" size="small" onPress={() => { one.content.action?.run(); queue.close(one.key); }}>{one.content.action.label}</Button>
          )}
          <AriaButton slot="close" className={css.close} aria-label={t("common.close")}><X aria-hidden /></AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
