import { useState } from "react";
import { Button, toast } from "../../component";
import { t } from "../../words";
import css from "../settings/Settings.module.css";
import { useMe } from "./me";
import { useUsers } from "./useUsers";
import { WhoDialog } from "./WhoDialog";

/** Who sits at this computer: what is theirs, and in whose name is written. */
export function WhoSection() {
  const me = useMe();
  const { data: users = [] } = useUsers();
  const [asking, setAsking] = useState(false);
  if (!me.ready) return null;
  const name = users.find(({ id }) => id === me.id)?.name ?? null;
  const words = users.length === 0 ? t("me.soon") : name !== null ? t("me.known", { name }) : t(me.id === null ? "me.unknown" : "me.gone");
  const pick = (id: string) => {
    setAsking(false);
    me.is(id);
  };
  return (
    <section className={css.section}>
      <h2>{t("me.section")}</h2>
      <p className={css.words}>{words} {t("me.behalf")}</p>
      <div className={css.actions}>
        <Button isDisabled={users.length === 0} onPress={() => { setAsking(true); }}>{t(me.id === null ? "me.say" : "me.change")}</Button>
        {me.id !== null && <Button variant="quiet" onPress={() => { me.is(null); toast({ message: t("me.forgotten") }); }}>{t("me.forget")}</Button>}
      </div>
      {asking && <WhoDialog onPick={pick} onClose={() => { setAsking(false); }} />}
    </section>
  );
}
