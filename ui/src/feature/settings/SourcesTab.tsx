import { FailureState, Select, SkeletonRows, toast } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useKeep } from "../useKeep";
import css from "./Settings.module.css";

/** The engine's own name of this setting. */
const KEY = "default_source";
const NONE = "";

/** Where people and applications that are made here come from when nothing else is said. */
export function SourcesTab() {
  const { data: sources, error, refetch } = useCommand("list_sources", {});
  const { data: kept, isSuccess } = useCommand("setting", { key: KEY });
  const keep = useKeep();
  if (error) return <FailureState failure={error} onRetry={() => { void refetch(); }} />;
  if (!sources || !isSuccess) return <SkeletonRows count={3} />;
  const chosen = (kept ?? NONE).replace(/^remote:/, "");
  const gone = chosen !== NONE && !sources.some(({ id }) => id === chosen);
  const items = [{ id: NONE, label: t("prefs.sources.none") }, ...sources.map(({ id, name }) => ({ id, label: name })), ...(gone ? [{ id: chosen, label: t("prefs.sources.gone") }] : [])];
  return (
    <section className={css.section}>
      <h2>{t("prefs.sources.title")}</h2>
      <p className={css.words}>{t("prefs.sources.words")}</p>
      {sources.length === 0 && <p className={css.words}>{t("prefs.sources.unknown")}</p>}
      <div className={css.actions}>
        <Select label={t("prefs.sources.field")} titled selected={chosen} onSelect={(value) => { keep(KEY, value, () => { toast({ message: t("prefs.sources.saved") }); }); }} items={items} />
      </div>
      {gone && <p className={css.words} role="status">{t("prefs.sources.goneWords")}</p>}
    </section>
  );
}
