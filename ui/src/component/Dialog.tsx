import type { ReactNode } from "react";
import { X } from "lucide-react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { t } from "../words";
import { IconButton } from "./IconButton";
import css from "./Dialog.module.css";

type Props = { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; footer?: ReactNode; width?: number; role?: "dialog" | "alertdialog" };

/** A question in front of the screen. */
export function Dialog({ title, isOpen, onClose, children, footer, width = 440, role = "dialog" }: Props) {
  return (
    <ModalOverlay className={css.scrim} isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={role === "dialog"}>
      <Modal className={css.modal} style={{ width }}>
        <AriaDialog className={css.dialog} role={role}>
          <header className={css.head}>
            <Heading slot="title" className={css.title}>{title}</Heading>
            <IconButton size="small" label={t("common.close")} onPress={onClose}><X /></IconButton>
          </header>
          <div className={css.body}>{children}</div>
          {footer !== undefined && <footer className={css.foot}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
