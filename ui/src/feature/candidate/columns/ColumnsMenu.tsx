import { Columns3 } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { Button, Tick } from "../../../component";
import menu from "../../../component/Menu.module.css";
import { t } from "../../../words";
import { ALWAYS, type PeopleColumn } from "./chosen";

type Props = { columns: readonly PeopleColumn[]; shown: readonly string[]; onChoose: (shown: string[]) => void; /** Those there is no room for now. */ cut: readonly string[] };

/** Chooses which columns the table has. It stays open while one chooses. */
export function ColumnsMenu({ columns, shown, onChoose, cut }: Props) {
  return (
    <MenuTrigger>
      <Button><Columns3 />{t("candidate.columns.button")}</Button>
      <Popover className={menu.popover} offset={4} placement="bottom end">
        <Menu
          aria-label={t("candidate.columns.choose")} className={menu.menu} selectionMode="multiple" disabledKeys={[ALWAYS]} selectedKeys={shown}
          onSelectionChange={(keys) => { onChoose(columns.map(({ id }) => id).filter((id) => id === ALWAYS || keys === "all" || keys.has(id))); }}
        >
          {columns.map(({ id, head }) => {
            const detail = id === ALWAYS ? t("candidate.columns.always") : cut.includes(id) ? t("candidate.columns.wide") : null;
            return (
              <MenuItem key={id} id={id} textValue={detail === null ? head : `${head}, ${detail}`} className={menu.item}>
                {({ isSelected }) => <><Tick on={isSelected} /><span className={menu.label}>{head}</span>{detail !== null && <span className={menu.detail}>{detail}</span>}</>}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
