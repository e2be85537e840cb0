import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Button, Dialog, Select, Switch } from "../../component";
import type { Failure, ListPage } from "../../bindings/types";
import { call, useAct, useCommand } from "../../query";
import { t } from "../../words";
import { text } from "../record";
import { LENS, ME, useMine } from "./mine";
import css from "./Today.module.css";

const PAGE = 250;
const PAGES = 8;

/** Looks at one's own jobs only, or at all; asks who one is where that is not known. */
export function MyJobs() {
  const { data: me } = useCommand("setting", { key: ME });
  const { mutate: set } = useAct("set_setting");
  const mine = useMine();
  const [asking, setAsking] = useState(false);
  const known = me !== null && me !== undefined && me !== "";
  return (
    <>
      <Switch isSelected={mine} onChange={(on) => { if (on && !known) setAsking(true); else set({ key: LENS, value: on ? "mine" : "all" }); }}>{t("today.myJobs")}</Switch>
      {asking && <WhoAmI onClose={() => { setAsking(false); }} onSaid={(id) => { set({ key: ME, value: id }); set({ key: LENS, value: "mine" }); setAsking(false); }} />}
    </>
  );
}

type User = { id: string; label: string };

function useUsers(): User[] | undefined {
  const { data } = useQuery<User[], Failure>({
    queryKey: ["list_rows", { all: "ats_users" }],
    queryFn: async () => {
      const users: User[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const answer: ListPage = await call("list_rows", { model: "ats_users", page_size: PAGE, cursor, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
        for (const row of answer.results) {
          const [id, name, mail] = [text(row, "id"), [text(row, "first_name"), text(row, "last_name")].filter((part) => part !== null).join(" "), text(row, "email")];
          if (id !== null && text(row, "status") !== "INACTIVE") users.push({ id, label: [name, mail].filter((part) => part !== null && part !== "").join(" · ") });
        }
        cursor = answer.next;
        if (cursor === null) break;
      }
      return users.sort((a, b) => a.label.localeCompare(b.label));
    },
  });
  return data;
}

function WhoAmI({ onSaid, onClose }: { onSaid: (id: string) => void; onClose: () => void }) {
  const users = useUsers();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog
      title={t("today.whoTitle")} isOpen onClose={onClose}
      footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={chosen === null} onPress={() => { if (chosen !== null) onSaid(chosen); }}>{t("today.thatIsMe")}</Button></>}
    >
      <div className={css.who}>
        <p>{t("today.whoWords")}</p>
        {users && (users.length > 0 ? <Select label={t("today.who")} titled selected={chosen} onSelect={setChosen} items={users} /> : <p>{t("today.noUsers")}</p>)}
      </div>
    </Dialog>
  );
}
