import { useState } from "react";
import { ArrowLeft, ArrowRight, BookmarkPlus, Trash2 } from "lucide-react";
import type { Failure, View } from "../../../bindings/types";
import { Button, Dialog, Field, IconButton, toast } from "../../../component";
import { useAct, useCommand } from "../../../query";
import { t } from "../../../words";
import type { ColumnsOf } from "../columns/chosen";
import jobs from "../../job/Jobs.module.css";
import css from "./Views.module.css";

type Shown = Omit<View, "id" | "name">;
export type Saved = { views: readonly View[] | undefined; /** The one that is shown as it was saved. */ current: View | undefined };
type Props = { saved: Saved; shown: Shown; onPick: (view: View | null) => void };

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** The views there are, and which of them stands there now. */
export function useSaved({ query, sort, desc, columns }: Shown, columnsOf: ColumnsOf): Saved {
  const { data: views } = useCommand("list_views", {});
  const ids = columns.join(" ");
  const isShown = (view: View): boolean => view.query === query && view.sort === sort && view.desc === desc && columnsOf(view.columns).map(({ id }) => id).join(" ") === ids;
  return { views, current: views?.find(isShown) };
}

/** Searches kept under a name, one press away each; given up with a way back. */
export function Views({ saved: { views, current }, shown, onPick }: Props) {
  const { mutate: save } = useAct("save_view");
  const { mutate: remove } = useAct("delete_view");
  const { mutate: reorder } = useAct("reorder_views");
  if (views === undefined || views.length === 0) return null;
  const shift = (by: 1 | -1) => {
    if (!current) return;
    const ids = views.map(({ id }) => id);
    const at = ids.indexOf(current.id);
    ids.splice(at, 1);
    ids.splice(at + by, 0, current.id);
    reorder({ ids }, { onError });
  };
  const giveUp = ({ id, name, query, sort, desc, columns }: View) => {
    remove({ id }, { onError, onSuccess: () => { toast({ message: t("candidate.view.removed", { name }), action: { label: t("common.undo"), run: () => { save({ id: null, name, query, sort, desc, columns }, { onError }); } } }); } });
  };
  return (
    <div className={css.row} role="group" aria-label={t("candidate.view.views")}>
      <button type="button" className={jobs.filter} aria-pressed={shown.query === ""} onClick={() => { onPick(null); }}>{t("candidate.view.all")}</button>
      {views.map((view) => <button key={view.id} type="button" className={jobs.filter} data-view-id={view.id} aria-pressed={view === current} title={view.query} onClick={() => { onPick(view); }}>{view.name}</button>)}
      {current && <span className={css.end}>
        <IconButton size="small" label={t("prefs.views.left", { name: current.name })} isDisabled={views[0] === current} onPress={() => { shift(-1); }}><ArrowLeft /></IconButton>
        <IconButton size="small" label={t("prefs.views.right", { name: current.name })} isDisabled={views.at(-1) === current} onPress={() => { shift(1); }}><ArrowRight /></IconButton>
        <IconButton size="small" label={t("candidate.view.remove", { name: current.name })} onPress={() => { giveUp(current); }}><Trash2 /></IconButton>
      </span>}
    </div>
  );
}

/** Keeps what is shown under a name; there only where that is not kept yet. */
export function SaveView({ saved: { views, current }, shown }: Omit<Props, "onPick">) {
  const [naming, setNaming] = useState(false);
  if (!views || shown.query === "" || current) return null;
  return (
    <>
      <Button size="small" onPress={() => { setNaming(true); }}><BookmarkPlus />{t("candidate.view.save")}</Button>
      {naming && <Naming shown={shown} onClose={() => { setNaming(false); }} />}
    </>
  );
}

function Naming({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const [name, setName] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const { mutate: save, isPending } = useAct("save_view");
  const keep = () => { save({ id: null, name: name.trim(), ...shown }, { onSuccess: onClose, onError: setFailure }); };
  return (
    <Dialog isOpen title={t("candidate.view.title")} onClose={onClose} footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={isPending || name.trim() === ""} onPress={keep}>{t("candidate.view.keep")}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); if (name.trim() !== "") keep(); }}>
        <Field label={t("candidate.view.name")} value={name} onChange={setName} autoFocus description={shown.query} error={failure === null ? undefined : `${failure.message} ${failure.cure}`} />
      </form>
    </Dialog>
  );
}
