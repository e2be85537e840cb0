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

/** What the keys do, each with all that do it. */
function deeds(keys: readonly Help[]): [label: string, strokes: string[]][] {
  const all = new Map<string, string[]>();
  for (const { keys: stroke, label } of keys) all.set(label, [...(all.get(label) ?? []), stroke]);
  return [...all];
}

export const KeyGroup = ({ title, keys }: { title: string; keys: readonly Help[] }) => (
  <section>
    <h3 className={css.title}>{title}</h3>
    <dl className={css.list}>
      {deeds(keys).map(([label, strokes]) => <div key={label} className={css.row}><dt>{label}</dt><dd className={css.strokes}>{strokes.map((stroke) => <Kbd key={stroke} keys={stroke} />)}</dd></div>)}
    </dl>
  </section>
);
