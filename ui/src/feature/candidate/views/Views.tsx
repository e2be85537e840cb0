import { useEffect, useRef, useState } from "react";
import { ArrowLeft, ArrowRight, Bookmark, BookmarkPlus, Pencil, Trash2 } from "lucide-react";
import type { Failure, View } from "../../../bindings/types";
import { Button, Dialog, Field, IconButton, toast } from "../../../component";
import { useAct, useCommand } from "../../../query";
import { t } from "../../../words";
import type { ColumnsOf } from "../columns/chosen";
import jobs from "../../job/Jobs.module.css";
import css from "./Views.module.css";

type Shown = Omit<View, "id" | "name">;
export type Saved = { views: readonly View[] | undefined; /** The one that is shown as it was saved. */ current: View | undefined; /** The one that what is shown began as. */ changed: View | undefined };
type Props = { saved: Saved; shown: Shown; onPick: (view: View | null) => void; /** Into the list of who is shown. */ onList: () => void };

const onError = ({ message, cure }: Failure) => { toast({ message, detail: cure, tone: "failed" }); };

/** The views there are, and which of them stands there now. */
export function useSaved({ query, sort, desc, columns }: Shown, columnsOf: ColumnsOf): Saved {
  const { data: views } = useCommand("list_views", {});
  const ids = columns.join(" ");
  const isShown = (view: View): boolean => view.query === query && view.sort === sort && view.desc === desc && columnsOf(view.columns).map(({ id }) => id).join(" ") === ids;
  const current = views?.find(isShown);
  const [began, setBegan] = useState<string | null>(null);
  const now = current?.id ?? (query === "" ? null : began);
  if (now !== began) setBegan(now);
  return { views, current, changed: current ? undefined : views?.find(({ id }) => id === now) };
}

/** Searches kept under a name, one press away each; renamed, and given up with a way back. */
export function Views({ saved: { views, current }, shown, onPick, onList }: Props) {
  const { mutate: save } = useAct("save_view");
  const { mutate: remove } = useAct("delete_view");
  const { mutate: reorder } = useAct("reorder_views");
  const [renamed, setRenamed] = useState<View | null>(null);
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
    remove({ id }, { onError, onSuccess: () => { toast({ message: t("candidate.view.removed", { name }), action: { label: t("common.undo"), run: () => { save({ id: null, name, query, sort, desc, columns }, { onError }); }, undoes: id } }); } });
  };
  return (
    <>
      <div className={css.row} role="group" aria-label={t("candidate.view.views")} onKeyDown={(event) => { if (event.key === "ArrowDown") { event.preventDefault(); onList(); } }}>
        <button type="button" className={jobs.filter} aria-pressed={shown.query === ""} onClick={() => { onPick(null); }}>{t("candidate.view.all")}</button>
        {views.map((view) => <button key={view.id} type="button" className={jobs.filter} data-view-id={view.id} aria-pressed={view === current} title={view.query} onClick={() => { onPick(view); }}>{view.name}</button>)}
        {current && <span className={css.end}>
          <IconButton size="small" label={t("prefs.views.left", { name: current.name })} isDisabled={views[0] === current} onPress={() => { shift(-1); }}><ArrowLeft /></IconButton>
          <IconButton size="small" label={t("prefs.views.right", { name: current.name })} isDisabled={views.at(-1) === current} onPress={() => { shift(1); }}><ArrowRight /></IconButton>
          <IconButton size="small" label={t("candidate.view.rename", { name: current.name })} onPress={() => { setRenamed(current); }}><Pencil /></IconButton>
          <IconButton size="small" label={t("candidate.view.remove", { name: current.name })} onPress={() => { giveUp(current); }}><Trash2 /></IconButton>
        </span>}
      </div>
      {renamed && <Naming shown={renamed} of={renamed} onClose={() => { setRenamed(null); }} />}
    </>
  );
}

/** Keeps what is shown under a name, its own or that of the view it began as; there only where that is not kept yet. */
export function SaveView({ saved: { views, current, changed }, ...rest }: Omit<Props, "onPick">) {
  return views && rest.shown.query !== "" && !current && <Saving changed={changed} {...rest} />;
}

function Saving({ changed, shown, onList }: { changed: View | undefined } & Pick<Props, "shown" | "onList">) {
  const [naming, setNaming] = useState(false);
  const { mutate: save } = useAct("save_view");
  const list = useRef(onList);
  useEffect(() => { list.current = onList; });
  // What was pressed goes once it is done, and the focus with it.
  useEffect(() => () => { requestAnimationFrame(() => { if (document.activeElement === null || document.activeElement === document.body) list.current(); }); }, []);
  return (
    <>
      {changed && <Button onPress={() => { save({ id: changed.id, name: changed.name, ...shown }, { onError }); }}><Bookmark />{t("candidate.view.change", { name: changed.name })}</Button>}
      <Button onPress={() => { setNaming(true); }}><BookmarkPlus />{t("candidate.view.save")}</Button>
      {naming && <Naming shown={shown} onClose={() => { setNaming(false); }} />}
    </>
  );
}

/** The most letters of a name that the engine keeps. */
const MOST = 100;

/** Asks for a name: for what is shown, or another one for a view there is. */
function Naming({ shown: { query, sort, desc, columns }, of, onClose }: { shown: Shown; of?: View; onClose: () => void }) {
  const [name, setName] = useState(of?.name ?? "");
  const [failure, setFailure] = useState<Failure | null>(null);
  const { mutate: save, isPending } = useAct("save_view");
  const can = !isPending && name.trim() !== "";
  const keep = () => { save({ id: of?.id ?? null, name: name.trim(), query, sort, desc, columns }, { onSuccess: onClose, onError: setFailure }); };
  return (
    <Dialog isOpen title={of ? t("candidate.view.rename", { name: of.name }) : t("candidate.view.title")} onClose={onClose} footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" isDisabled={!can} onPress={keep}>{t("candidate.view.keep")}</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); if (can) keep(); }}>
        <Field label={t("candidate.view.name")} value={name} onChange={(next) => { setFailure(null); setName(next); }} limit={MOST} autoFocus description={query} error={failure === null ? undefined : `${failure.message} ${failure.cure}`} />
      </form>
    </Dialog>
  );
}
