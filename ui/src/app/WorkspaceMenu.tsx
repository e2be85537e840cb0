import type { ReactNode } from "react";
import { useRouter } from "@tanstack/react-router";
import { Keyboard, Plug, Settings } from "lucide-react";
import { Button, MenuTrigger, Popover } from "react-aria-components";
import type { WorkspaceState } from "../bindings/types";
import { Menu } from "../component";
import menu from "../component/Menu.module.css";
import { t } from "../words";

type Props = { kind: WorkspaceState["kind"]; name: string; label: string; isOpen: boolean; onKeys: () => void; children: ReactNode };

/** The button with the workspace's name, and what it opens. */
export function WorkspaceMenu({ kind, name, label, isOpen, onKeys, children }: Props) {
  const router = useRouter();
  const act = (id: "connection" | "settings" | "keys") => {
    if (id === "keys") onKeys();
    else void router.navigate({ to: "/settings", search: id === "connection" ? { tab: "connection" } : {} });
  };
  return (
    <MenuTrigger defaultOpen={isOpen}>
      <Button aria-label={label}>{children}</Button>
      <Popover className={menu.popover} offset={4} placement="bottom start">
        <Menu
          label={t("frame.workspace")} onAction={act}
          items={[
            { id: "connection", label: kind === "demo" ? t("frame.connectAshby") : name, icon: <Plug aria-hidden />, detail: kind === "demo" ? undefined : "Ashby" },
            { id: "settings", label: t("frame.settings"), icon: <Settings aria-hidden />, kbd: "Mod+," },
            { id: "keys", label: t("frame.keys.title"), icon: <Keyboard aria-hidden />, kbd: "?" },
          ]}
        />
      </Popover>
    </MenuTrigger>
  );
}
