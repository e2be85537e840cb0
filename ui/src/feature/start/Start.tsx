import { useState } from "react";
import { HardDrive, Lock, Repeat } from "lucide-react";
import { Button, FailureState, Seed } from "../../component";
import { useAct } from "../../query";
import { t } from "../../words";
import { Wizard } from "./Wizard";
import css from "./Start.module.css";

type Props = { onDemo: () => void; onConnecting: () => void };

/** The first thing one sees: try it, or connect it. */
export function Start({ onDemo, onConnecting }: Props) {
  const [connecting, setConnecting] = useState(false);
  const { mutate: open, isPending, error } = useAct("open_demo");
  if (connecting) return <Wizard onCancel={() => { setConnecting(false); }} onConnecting={onConnecting} />;
  return (
    <main className={css.welcome}>
      <div className={css.middle}>
        <span className={css.emblem}><Seed size={40} /></span>
        <h1 className={css.title}>{t("start.welcome.title")}</h1>
        <p className={css.line}>{t("start.welcome.line")}</p>
        <div className={css.ways}>
          <div className={css.way}>
            <Button variant="primary" autoFocus isDisabled={isPending} onPress={() => { onDemo(); open({}); }}>{isPending ? t("start.welcome.opening") : t("start.welcome.demo")}</Button>
            <p>{t("start.welcome.demoWords")}</p>
          </div>
          <div className={css.way}>
            <Button isDisabled={isPending} onPress={() => { setConnecting(true); }}>{t("start.welcome.connect")}</Button>
            <p>{t("start.welcome.connectWords")}</p>
          </div>
        </div>
        {error && <FailureState failure={error} />}
        <ul className={css.promises}>
          <li><Lock aria-hidden />{t("start.welcome.promises.private")}</li>
          <li><HardDrive aria-hidden />{t("start.welcome.promises.honest")}</li>
          <li><Repeat aria-hidden />{t("start.welcome.promises.safe")}</li>
        </ul>
      </div>
    </main>
  );
}
