import { getRouteApi, useRouter } from "@tanstack/react-router";
import { Screen, Tabs } from "../../component";
import { t } from "../../words";
import { About } from "./About";
import { AppearanceTab } from "./AppearanceTab";
import { ConnectionTab } from "./ConnectionTab";
import { ConsoleTab } from "./ConsoleTab";
import { FieldsTab } from "./FieldsTab";
import { KeysTab } from "./KeysTab";
import { ModelsTab } from "./ModelsTab";
import { MoveTab } from "./MoveTab";
import { PrivacyTab } from "./PrivacyTab";
import { SourcesTab } from "./SourcesTab";
import { SyncTab } from "./SyncTab";
import css from "./Settings.module.css";

const TABS = ["connection", "sync", "models", "fields", "sources", "privacy", "appearance", "keys", "move", "api", "about"] as const;
export type SettingsTab = (typeof TABS)[number];

const route = getRouteApi("/settings");
const BODY: Record<SettingsTab, () => React.ReactNode> = { connection: ConnectionTab, sync: SyncTab, models: ModelsTab, fields: FieldsTab, sources: SourcesTab, privacy: PrivacyTab, move: MoveTab, appearance: AppearanceTab, keys: KeysTab, api: ConsoleTab, about: About };

export function SettingsScreen() {
  const router = useRouter();
  const { tab = "connection" } = route.useSearch();
  const Body = BODY[tab];
  return (
    <Screen title={t("settings.title")}>
      <Tabs label={t("settings.sections")} selected={tab} onSelect={(next) => { void router.navigate({ to: "/settings", search: { tab: next }, replace: true }); }} items={TABS.map((id) => ({ id, label: t(`settings.tab.${id}`) }))} />
      <div className={css.body} data-scroller><div className={css.column}><Body /></div></div>
    </Screen>
  );
}
