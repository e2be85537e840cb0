import { Columns3 } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { CandidateRow, CandidateSort } from "../../../bindings/types";
import { Button, Tick } from "../../../component";
import menu from "../../../component/Menu.module.css";
import { t } from "../../../words";
import type { Column } from "../table/Table";
import { hide, useHidden } from "./chosen";

/** The column that says whom a row is about. */
const ALWAYS = "name";

/** Chooses which columns the table has. It stays open while one chooses. */
export function ColumnsMenu({ columns, narrow }: { columns: readonly Column<CandidateRow, CandidateSort>[]; narrow: boolean }) {
  const hidden = useHidden();
  const shown = columns.map(({ id }) => id).filter((id) => !hidden.has(id));
  return (
    <MenuTrigger>
      <Button><Columns3 />{t("candidate.columns.button")}</Button>
      <Popover className={menu.popover} offset={4} placement="bottom end">
        <Menu
          aria-label={t("candidate.columns.choose")} className={menu.menu} selectionMode="multiple" disabledKeys={[ALWAYS]} selectedKeys={shown}
          onSelectionChange={(keys) => { hide(columns.map(({ id }) => id).filter((id) => id !== ALWAYS && keys !== "all" && !keys.has(id))); }}
        >
          {columns.map(({ id, head, wide }) => {
            const detail = id === ALWAYS ? t("candidate.columns.always") : narrow && wide ? t("candidate.columns.wide") : null;
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
