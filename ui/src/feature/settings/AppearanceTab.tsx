import { Choices } from "../../component";
import { useAppearance } from "../../app/theme";
import { useChoose } from "../../app/useSettings";
import { t } from "../../words";
import css from "./Settings.module.css";

export function AppearanceTab() {
  const { theme, density } = useAppearance();
  const choose = useChoose();
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
    </div>
  );
}
