import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import css from "./Act.module.css";

export type Place = "middle" | "corner";
type Props = { title: string; hint?: string; /** Which of several things it is about. */ about?: string; /** Whom it leaves out. */ left?: string; place: Place; onClose: () => void; children: ReactNode };

/** A short question in front of the screen; in Review at its foot, where the eye is on the résumé above. */
export function Asking({ title, hint, about, left, place, onClose, children }: Props) {
  return (
    <ModalOverlay className={css.scrim} data-place={place} isOpen isDismissable onOpenChange={(open) => { if (!open) onClose(); }}>
      <Modal className={css.modal}>
        <Dialog className={css.dialog}>
          <header className={css.head}><Heading slot="title" level={2}>{title}</Heading>{hint !== undefined && <span>{hint}</span>}</header>
          {about !== undefined && <p className={css.left}>{about}</p>}
          {left !== undefined && <p className={css.left}>{left}</p>}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
