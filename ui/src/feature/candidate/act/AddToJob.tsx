import { useState } from "react";
import { Plus } from "lucide-react";
import type { CandidateView } from "../../../bindings/types";
import { Button, announce, toast, useHotkey } from "../../../component";
import { t } from "../../../words";
import { NewDialog } from "../../create/NewDialog";
import { ended } from "../bars";

/** One more application of somebody who is here already. */
export function AddToJob({ candidate: { name, emails, applications }, onOpen }: { candidate: CandidateView; onOpen: (candidate: string) => void }) {
  const [adding, setAdding] = useState(false);
  const email = emails[0]?.value;
  const begin = () => {
    if (email !== undefined) { setAdding(true); return; }
    toast({ message: t("create.noMail", { name }), detail: t("create.noMailCure"), tone: "failed" });
    announce(`${t("create.noMail", { name })} ${t("create.noMailCure")}`);
  };
  useHotkey("a", begin, { label: t("create.addToJob") });
  const jobs = applications.filter((one) => !ended(one)).flatMap(({ job_id: job }) => job ?? []);
  return (
    <>
      <Button size="small" variant="quiet" kbd="a" onPress={begin}><Plus />{t("create.addToJob")}</Button>
      {adding && email !== undefined && <NewDialog known={{ name, email, jobs }} onClose={() => { setAdding(false); }} onPerson={onOpen} />}
    </>
  );
}
