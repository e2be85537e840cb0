import { useMemo, useRef, useState, type ReactNode } from "react";
import { Download, UserPlus } from "lucide-react";
import type { CandidateRow, CandidateSort, Failure } from "../../bindings/types";
import { Button, Coverage, EmptyState, FailureState, Screen, SearchField, SkeletonRows, useHotkey, useOffer } from "../../component";
import { NewDialog } from "../create/NewDialog";
import { ExportDialog } from "../export/ExportDialog";
import { useCommand } from "../../query";
import { CandidateListPeek } from "./CandidateListPeek";
import { columns as columnsFor, withFound } from "./CandidateColumns";
import { hide, useColumnsOf } from "./columns/chosen";
import { ColumnsMenu } from "./columns/ColumnsMenu";
import { freeWords } from "./search/suggest";
import { Suggestions } from "./search/Suggestions";
import { addressOf, asked, turned, type CandidateSearch } from "./list";
import { useChosen } from "./many/useChosen";
import { useMany } from "./many/useMany";
import { useRowHeight } from "./table/measure";
import { Table } from "./table/Table";
import { useListing } from "./table/useListing";
import { useSearch } from "./table/useSearch";
import { SaveView, Views, useSaved } from "./views/Views";
import { leaveFrom } from "./trail";
import { t } from "../../words";
import { people, position, textRead, took } from "./words";
import css from "./Candidates.module.css";

type Props = { /** The other ways to look at people. */ tabs?: ReactNode; search: CandidateSearch; onSearch: (search: CandidateSearch) => void; onReview: () => void; onOpen: (candidate: string) => void };

/** Height at the foot of the list that the bar of what is chosen lies over, px. */
const BAR = 64;
const nameOf = ({ name }: CandidateRow) => name;
const dataOf = ({ id }: CandidateRow) => ({ "data-candidate-id": id });

/** Everyone in the mirror, searched with each key. */
export function CandidatesScreen({ tabs, search: address, onSearch, onReview, onOpen }: Props) {
  const [search, ask] = useSearch(address, onSearch);
  const { q = "", sort, desc, columns: own } = search;
  const wanted = useMemo(() => asked({ q, sort, desc }), [q, sort, desc]);
  const list = useListing("list_candidates", wanted);
  const { shown, page, total, focused, handle } = list;
  const { data: sync } = useCommand("sync_status", {});
  const [exporting, setExporting] = useState(false);
  const [creating, setCreating] = useState(false);
  const [peek, setPeek] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const height = useRowHeight();
  const [cut, setCut] = useState<readonly string[]>([]);
  const order = { by: wanted.sort, desc: wanted.desc };
  const found = people(page?.total ?? total, page?.exact ?? true);
  const choosing = useChosen(list, found);
  const { chosen } = choosing;
  const words = freeWords(shown.query);
  const all = useMemo(() => columnsFor(words), [words]);
  const columnsOf = useColumnsOf(all);
  const picked = useMemo(() => columnsOf(own ?? []), [columnsOf, own]);
  const inPapers = page?.rows.some(({ found_in: found }) => found !== undefined) ?? false;
  const columns = useMemo(() => (inPapers ? withFound(picked, words) : picked), [inPapers, picked, words]);
  const seen = { ...wanted, columns: picked.map(({ id }) => id) };
  const saved = useSaved(seen, columnsOf);
  const toList = () => { handle.current?.focus(); };
  const change = (query: string) => { ask(query === "" ? {} : { ...search, q: query, sort: undefined, desc: undefined }); };
  /** Columns of a view are its own; one's usual ones stay as they are. */
  const choose = (ids: string[]) => {
    if (own || saved.current) ask({ ...search, columns: ids });
    else hide(all.map(({ id }) => id).filter((id) => !ids.includes(id)));
  };
  useHotkey("/", () => { field.current?.focus(); field.current?.select(); }, { label: t("candidate.keys.search"), group: t("candidate.keys.group") });

  useOffer(t("export.button"), () => { setExporting(true); }, total > 0);
  useHotkey("Escape", () => { if (chosen.size > 0) { choosing.clear(); toList(); } else if (peek) setPeek(false); else if (q !== "") change(""); });

  const open = (index: number) => {
    const row = list.at(index);
    if (!row) return;
    leaveFrom({ kind: "list", input: shown, index, total, candidate: row.id });
    onOpen(row.id);
  };
  const person = list.at(focused);
  const many = useMany({
    choosing, person, rows: list.rows, found: total > chosen.size ? found : null, peek: peek && person !== undefined,
    title: shown.query === "" ? t("candidate.candidates") : shown.query, onReview, onList: toList,
  });
  return (
    <Screen title={t("candidate.candidates")} end={<><Button kbd="c" onPress={() => { setCreating(true); }}><UserPlus />{t("create.person")}</Button><Button isDisabled={total === 0} onPress={() => { setExporting(true); }}><Download />{t("export.button")}</Button></>}>
      {tabs}
      <div className={css.screen}>
        <div className={css.search}>
          <SearchField
            ref={field} label={t("candidate.search")} placeholder={t("candidate.searchHint")} value={q} onChange={change} size="large" hint={q === "" ? undefined : t("candidate.clears")}
            onKeyDown={(event) => {
              if (event.key === "ArrowDown" || event.key === "Enter") { event.preventDefault(); toList(); }
              else if (event.key === "Escape" && chosen.size > 0) { event.preventDefault(); choosing.clear(); }
              else if (event.key === "Escape" && q === "") toList();
            }}
          />
          <Suggestions query={q} onPick={(next) => { change(next); field.current?.focus(); }} />
          <SaveView saved={saved} shown={seen} onList={toList} />
          <ColumnsMenu columns={all} shown={seen.columns} onChoose={choose} cut={cut} />
        </div>
        <div role="status">{page && page.problems.length > 0 && <p className={css.problem}>{page.problems.join(" ")}</p>}</div>
        <Views saved={saved} shown={seen} onList={toList} onPick={(view) => { ask(view === null ? {} : addressOf(view)); }} />
        {page && (
          <Coverage count={people(page.total, page.exact)} coverage={page.coverage} filtered={shown.query !== ""} part={sync != null && sync.mode !== "all"} took={took(page.took_us)} note={textRead(shown.query, page.text)} />
        )}
        <div className={css.split}>
          <div className={css.list}>
            {total > 0 ? (
              <Table
                label={t("candidate.candidates")} columns={columns} total={total} at={list.at} name={nameOf} data={dataOf}
                row={height} order={order} onOrder={(by: CandidateSort) => { const next = turned(order, by); ask({ ...search, sort: next.by, desc: next.desc }); }}
                onRange={list.onRange} focused={focused} onFocused={list.onFocused} selected={peek ? focused : -1}
                onOpen={open} onPeek={() => { setPeek((old) => !old); }} onPick={() => { setPeek(true); }} start={list.start} handle={handle} onCut={setCut}
                choice={{ has: ({ id }) => chosen.has(id), state: chosen.size === 0 ? "none" : chosen.size < total ? "some" : "all", onToggle: choosing.toggle, onSpan: choosing.span, onAll: choosing.all, onNone: choosing.clear }} verbs={many.verbs} foot={chosen.size > 0 ? BAR : 0}
              />
            ) : <NoPeople query={shown.query} failure={list.failure} ready={page !== undefined} complete={page?.coverage.complete === true} onNew={() => { setCreating(true); }} onClear={() => { change(""); field.current?.focus(); }} onRetry={list.retry} />}
          </div>
          {peek && person && (
            <CandidateListPeek
              id={person.id} position={position(focused, total, null)}
              onStep={(by) => { handle.current?.move(by); }}
              onOpen={() => { open(focused); }} onClose={() => { setPeek(false); toList(); }}
            />
          )}
          {many.bar}
        </div>
      </div>
      {creating && <NewDialog onClose={() => { setCreating(false); }} onPerson={onOpen} />}
      {exporting && page && <ExportDialog list={{ kind: "people", ...shown }} what={people(page.total, page.exact)} name="people" onClose={() => { setExporting(false); }} />}
    </Screen>
  );
}

function NoPeople({ query, failure, ready, complete, onNew, onClear, onRetry }: { query: string; failure: Failure | null; ready: boolean; /** Whether all of Ashby has been read. */ complete: boolean; onNew: () => void; onClear: () => void; onRetry: () => void }) {
  if (failure) return <FailureState failure={failure} onRetry={onRetry} />;
  if (!ready) return <SkeletonRows count={12} />;
  if (query === "") return complete ? <EmptyState text={t("candidate.emptyAshby")} action={<Button onPress={onNew}><UserPlus />{t("create.person")}</Button>} /> : <EmptyState text={t("candidate.empty")} />;
  return <EmptyState text={t("candidate.nobody", { query })} action={<Button onPress={onClear}>{t("candidate.clear")}</Button>} />;
}
