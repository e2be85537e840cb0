import { X } from "lucide-react";
import { Button as AriaButton, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from "react-aria-components";
import { t } from "../words";
import { Button } from "./Button";
import { accept, queue } from "./message";
import css from "./Toast.module.css";

/** Where messages stand. */
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
            <Button variant="quiet" size="small" onPress={() => { accept(one.key, one.content); }}>{one.content.action.label}</Button>
          )}
          <AriaButton slot="close" className={css.close} aria-label={t("common.close")}><X aria-hidden /></AriaButton>
        </Toast>
      )}
    </ToastRegion>
  );
}
