import { Choices, Select } from "../../component";
import { useAppearance, wear, ZOOMS } from "../../app/theme";
import { useChoose, useSpeak } from "../../app/useSettings";
import { useCommand } from "../../query";
import { t } from "../../words";
import { CHOICES, chosenLanguage, isChoice } from "../../words/language";
import css from "./Settings.module.css";

export function AppearanceTab() {
  const { theme, density, zoom } = useAppearance();
  const choose = useChoose();
  const speak = useSpeak();
  const { data: kept } = useCommand("setting", { key: "language" });
  return (
    <div className={css.pair}>
      <Choices
        label={t("settings.appearance.theme")} selected={theme} onSelect={(next) => { choose({ theme: next }); }}
        options={[{ id: "light", label: t("settings.appearance.light") }, { id: "dark", label: t("settings.appearance.dark") }, { id: "system", label: t("settings.appearance.system"), description: t("settings.appearance.systemWords") }]}
      />
      <Choices
        label={t("settings.appearance.density")} selected={density} onSelect={(next) => { choose({ density: next }); }}
        options={[{ id: "comfortable", label: t("settings.appearance.comfortable"), description: t("settings.appearance.comfortableWords") }, { id: "compact", label: t("settings.appearance.compact"), description: t("settings.appearance.compactWords") }]}
      />
      <Select label={t("settings.appearance.zoom")} titled selected={String(zoom)} onSelect={(value) => { wear({ zoom: Number(value) }); }} items={ZOOMS.map((percent) => ({ id: String(percent), label: t("settings.appearance.percent", { percent }) }))} />
      <Choices
        label={t("settings.appearance.language")} selected={isChoice(kept) ? kept : chosenLanguage()} onSelect={speak}
        options={CHOICES.map((id) => ({ id, label: t(`settings.appearance.languages.${id}`), description: id === "system" ? t("settings.appearance.languageWords") : undefined }))}
      />
    </div>
  );
}
