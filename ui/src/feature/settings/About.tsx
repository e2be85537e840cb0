import { Copy } from "lucide-react";
import { Button, copyText, SkeletonRows } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import css from "./Settings.module.css";

export function About() {
  const { data: workspace } = useCommand("workspace_state", {});
  if (!workspace) return <SkeletonRows count={2} />;
  const { version, kind, vault, phase } = workspace;
  return (
    <section className={css.section}>
      <h2>{t("settings.about.name")}</h2>
      <p className={css.words}>{t("settings.about.line")} {t("settings.about.privacy")}</p>
      <dl className={css.facts}><dt>{t("settings.about.version")}</dt><dd>{version}</dd></dl>
      <p className={css.words}>{t("settings.about.icons")}</p>
      <div className={css.actions}><Button onPress={() => { void copyText(`Samara ${version}, workspace ${kind ?? "none"}, vault ${vault ?? "none"}, ${phase}`); }}><Copy />{t("settings.about.copy")}</Button></div>
    </section>
  );
}
