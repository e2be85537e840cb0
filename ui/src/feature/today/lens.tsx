import { useState } from "react";
import { Switch } from "../../component";
import { t } from "../../words";
import { LENS, useMe, useMine } from "../me/me";
import { WhoDialog } from "../me/WhoDialog";
import { useKeep } from "../useKeep";

/** Looks at one's own jobs only, or at all; asks who one is where that is not known. */
export function MyJobs() {
  const me = useMe();
  const keep = useKeep();
  const mine = useMine();
  const [asking, setAsking] = useState(false);
  const look = (on: boolean) => { keep(LENS, on ? "mine" : "all"); };
  const pick = (id: string) => {
    me.is(id);
    look(true);
    setAsking(false);
  };
  return (
    <>
      <Switch isSelected={mine} onChange={(on) => { if (on && me.id === null) setAsking(true); else look(on); }}>{t("today.myJobs")}</Switch>
      {asking && <WhoDialog onPick={pick} onClose={() => { setAsking(false); }} />}
    </>
  );
}
