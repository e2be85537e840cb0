import { useState } from "react";
import { useCommand } from "../../query";
import { t } from "../../words";
import { Asking } from "../act/Asking";
import { Finder } from "../act/Finder";
import { headline } from "../candidate/words";

const OFFERED = 8;
type Props = { project: string; /** Who is in it already. */ inside: readonly string[]; onPick: (candidate: string, name: string) => void; onClose: () => void };

/** Puts somebody into a project, found by a few letters of their name. */
export function AddPerson({ project, inside, onPick, onClose }: Props) {
  const [query, setQuery] = useState("");
  const { data } = useCommand("list_candidates", { query, sort: "relevance", desc: true, offset: 0, limit: OFFERED }, { enabled: query.trim() !== "", keep: true });
  const found = query.trim() === "" ? [] : (data?.rows ?? []).filter(({ id }) => !inside.includes(id));
  return (
    <Asking title={t("pool.project.addTo", { project })} place="middle" onClose={onClose}>
      <Finder
        label={t("pool.project.addField")} onQuery={setQuery} none={query.trim() === "" ? t("pool.project.addHint") : t("pool.project.addNone")}
        items={found.map(({ id, name, title, company }) => ({ id, label: name, side: headline(title, company) }))} onPick={(id) => { const person = found.find((one) => one.id === id); if (person) onPick(id, person.name); }}
      />
    </Asking>
  );
}
