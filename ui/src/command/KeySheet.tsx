import { Dialog, Kbd, type Help } from "../component";
import { t } from "../words";
import css from "./KeySheet.module.css";

const EVERYWHERE = "everywhere";

/** The keys that work now. */
export function KeySheet({ keys, onClose }: { keys: readonly Help[]; onClose: () => void }) {
  return <Dialog title={t("frame.keys.title")} isOpen onClose={onClose} width={560}><KeyList keys={keys} /></Dialog>;
}

export function KeyList({ keys }: { keys: readonly Help[] }) {
  const here = keys.filter(({ group }) => group !== EVERYWHERE);
  const everywhere = keys.filter(({ group }) => group === EVERYWHERE);
  return (
    <div className={css.lists} tabIndex={0} role="region" aria-label={t("frame.keys.title")}>
      {here.length > 0 && <KeyGroup title={t("frame.keys.here")} keys={here} />}
      <KeyGroup title={t("frame.keys.everywhere")} keys={everywhere} />
    </div>
  );
}

export const KeyGroup = ({ title, keys }: { title: string; keys: readonly Help[] }) => (
  <section>
    <h3 className={css.title}>{title}</h3>
    <dl className={css.list}>
      {keys.map(({ keys: stroke, label }) => <div key={stroke} className={css.row}><dt>{label}</dt><dd><Kbd keys={stroke} /></dd></div>)}
    </dl>
  </section>
);
