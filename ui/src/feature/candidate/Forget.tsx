import { useState } from "react";
import { Button, Dialog, FailureState, toast } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import page from "../Page.module.css";

/** Removes everything about a person from this computer, for good, and keeps it so. */
export function Forget({ id, name, onForgotten }: { id: string; name: string; onForgotten: () => void }) {
  const [asking, setAsking] = useState(false);
  const { mutate: forget, isPending, error } = useAct("forget_person");
  const { mutate: remember } = useAct("remember_person");
  const act = () => {
    forget({ candidate_id: id }, {
      onSuccess: ({ message }) => {
        setAsking(false);
        toast({ message: t("candidate.forget.done"), detail: message, action: { label: t("candidate.forget.back"), run: () => { remember({ candidate_id: id }, { onSuccess: (answer) => { toast({ message: answer.message }); } }); }, undoes: id } });
        onForgotten();
      },
    });
  };
  return (
    <section className={page.section} style={{ marginTop: 24 }}>
      <header className={page.head}><h3>{t("candidate.forget.title")}</h3></header>
      <p className={page.quiet}>{t("candidate.forget.words")}</p>
      <div><Button variant="danger" onPress={() => { setAsking(true); }}>{t("candidate.forget.button")}</Button></div>
      <Dialog
        isOpen={asking} role="alertdialog" title={t("candidate.forget.sure", { name })} onClose={() => { setAsking(false); }}
        footer={<><Button onPress={() => { setAsking(false); }}>{t("common.cancel")}</Button><Button variant="danger" isDisabled={isPending} onPress={act}>{t("candidate.forget.confirm")}</Button></>}
      >
        <p>{t("candidate.forget.sureWords")}</p>
        {error && <FailureState failure={error} />}
      </Dialog>
    </section>
  );
}
