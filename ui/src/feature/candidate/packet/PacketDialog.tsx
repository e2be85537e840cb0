import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { CandidateView } from "../../../bindings/types";
import { Button, Checkbox, Dialog } from "../../../component";
import { failureOf, platform } from "../../../platform";
import { t } from "../../../words";
import { Packet } from "./Packet";
import { collect, type Chosen, type Collected } from "./collect";
import css from "./Packet.module.css";

const PARTS = ["resume", "notes", "privateNotes", "answers", "feedback"] as const;

/** Chooses what goes on paper, gathers it and hands it to the system's print dialog. */
export function PacketDialog({ candidate, onClose }: { candidate: CandidateView; onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen>({ resume: true, notes: true, privateNotes: false, answers: true, feedback: true });
  const [state, setState] = useState<"idle" | "reading">("idle");
  const [failure, setFailure] = useState<string | null>(null);
  const [packet, setPacket] = useState<Collected | null>(null);
  const make = () => {
    setState("reading");
    setFailure(null);
    collect(candidate, chosen).then(setPacket, (thrown: unknown) => {
      const { message, cure } = failureOf(thrown);
      setFailure(`${message} ${cure}`);
      setState("idle");
    });
  };
  useEffect(() => {
    if (!packet) return undefined;
    // Pictures of the pages have to stand before the printer looks.
    const wait = setTimeout(() => { platform.print(); }, 50);
    // Some web views print while the window goes on: the packet stays until they say they are done, or the hand is back.
    const back = setTimeout(() => { window.addEventListener("pointerdown", onClose); window.addEventListener("keydown", onClose); }, 1_000);
    window.addEventListener("afterprint", onClose);
    return () => {
      clearTimeout(wait);
      clearTimeout(back);
      for (const kind of ["afterprint", "pointerdown", "keydown"]) window.removeEventListener(kind, onClose);
    };
  }, [packet, onClose]);
  return (
    <>
      <Dialog
        isOpen={packet === null} title={t("person.packet.title", { name: candidate.name })} onClose={onClose}
        footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" autoFocus isDisabled={state === "reading" || PARTS.every((part) => !chosen[part])} onPress={make}>{state === "reading" ? t("person.packet.wait") : t("person.packet.print")}</Button></>}
      >
        <div className={css.choose} role="group" aria-label={t("person.packet.choose")}>
          <p>{t("person.packet.choose")}</p>
          {PARTS.map((part) => (
            <Checkbox key={part} isSelected={chosen[part]} isDisabled={(part === "resume" && candidate.resume === null) || (part === "privateNotes" && !chosen.notes)} onChange={(on) => { setChosen({ ...chosen, [part]: on }); }}>{t(`person.packet.${part}`)}</Checkbox>
          ))}
          {failure !== null && <p className={css.failure} role="alert">{failure}</p>}
        </div>
      </Dialog>
      {packet && createPortal(<Packet candidate={candidate} packet={packet} />, document.body)}
    </>
  );
}
