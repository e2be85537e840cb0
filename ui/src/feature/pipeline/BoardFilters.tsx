import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Plus, X } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import type { BoardFilter, FilterNames, NameCount } from "../../bindings/types";
import { Checkbox, Choices, MenuButton, SearchField, useHotkey } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { AGES, changed, dropped, KINDS, used, type FilterKind } from "./filter";
import { count } from "./words";
import css from "./BoardFilters.module.css";

type Props = { job: string; filter: BoardFilter | undefined; onFilter: (filter: BoardFilter | undefined) => void };

/** What the cards of a board are filtered by, each as a chip that opens. */
export function BoardFilters({ job, filter, onFilter }: Props) {
  const { data: names } = useCommand("board_filters", { job_id: job });
  const [open, setOpen] = useState<FilterKind | null>(null);
  const [menu, setMenu] = useState(false);
  const shown = used(filter);
  const added = open !== null && !shown.includes(open) ? open : null;
  const free = KINDS.filter((kind) => !shown.includes(kind) && kind !== added);
  const group = useRef<HTMLDivElement>(null);
  /** Where the hand was when the key was pressed. */
  const from = useRef<Element | null>(null);
  const back = (kind: FilterKind) => {
    const chip = group.current?.querySelector<HTMLElement>(`[data-kind="${kind}"] button`);
    const held = from.current instanceof HTMLElement && from.current.isConnected ? from.current : null;
    (held ?? chip ?? group.current?.querySelector<HTMLElement>("button"))?.focus();
    from.current = null;
  };
  useHotkey("f", () => { from.current = document.activeElement; setMenu(true); }, { label: t("pipeline.filter.add"), group: t("pipeline.keys.group"), enabled: free.length > 0 });
  return (
    <div ref={group} className={css.filters} role="group" aria-label={t("pipeline.filter.name")}>
      {KINDS.filter((kind) => shown.includes(kind) || kind === added).map((kind) => (
        <Chip
          key={kind} kind={kind} label={t(`pipeline.filter.${kind}`)} value={valueOf(kind, filter)} isOpen={open === kind}
          onBack={back} onOpen={(on) => { setOpen(on ? kind : null); }} onRemove={() => { setOpen(null); onFilter(dropped(filter, kind)); }}
        >
          <Choosing kind={kind} names={names} filter={filter} onFilter={onFilter} />
        </Chip>
      ))}
      {free.length > 0 && (
        <span className={css.add}>
          <MenuButton
            label={t("pipeline.filter.add")} size="small" isOpen={menu} onOpenChange={setMenu}
            items={free.map((id) => ({ id, label: t(`pipeline.filter.${id}`) }))} onAction={(kind) => { setMenu(false); setOpen(kind); }}
          >
            <Plus />{t("pipeline.filter.short")}
          </MenuButton>
        </span>
      )}
    </div>
  );
}

/** Names in a chip's few letters. */
function listed(names: readonly string[], not = false): string {
  const [first = ""] = names;
  if (names.length === 1) return t(not ? "pipeline.filter.not" : "pipeline.filter.is", { name: nameOf(first) });
  return t(not ? "pipeline.filter.noneOf" : "pipeline.filter.anyOf", { count: names.length });
}

/** How one kind stands, in a chip's few letters. */
function valueOf(kind: FilterKind, filter: BoardFilter | undefined): string {
  if (!filter || !used(filter).includes(kind)) return t("pipeline.filter.any");
  switch (kind) {
    case "source": return listed(filter.sources);
    case "credited": return listed(filter.credited_to);
    case "age": return t("pipeline.filter.days", { days: filter.min_days ?? 0 });
    case "tag": return [filter.tags.length > 0 ? listed(filter.tags) : "", filter.without_tags.length > 0 ? listed(filter.without_tags, true) : ""].filter((part) => part !== "").join(", ");
  }
}

const nameOf = (name: string): string => (name === "" ? t("pipeline.filter.none") : name);

type ChipProps = { kind: FilterKind; label: string; value: string; isOpen: boolean; onOpen: (open: boolean) => void; /** Takes the focus that would be on nothing once the values are closed. */ onBack: (kind: FilterKind) => void; onRemove: () => void; children: ReactNode };
function Chip({ kind, label, value, isOpen, onOpen, onBack, onRemove, children }: ChipProps) {
  return (
    <span className={css.chip} data-kind={kind}>
      <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
        <AriaButton className={css.value} aria-label={`${label}: ${value}`}><span className={css.label}>{label}</span><b>{value}</b></AriaButton>
        <Popover className={css.popover} placement="bottom start" offset={6}><Dialog aria-label={label} className={css.dialog}><Hand onGone={() => { onBack(kind); }}>{children}</Hand></Dialog></Popover>
      </DialogTrigger>
      <AriaButton className={css.remove} aria-label={t("pipeline.filter.remove", { name: label })} onPress={onRemove}><X aria-hidden /></AriaButton>
    </span>
  );
}

/** What keys do among values: the focus begins on the first field, arrows walk on from it. */
function Hand({ onGone, children }: { onGone: () => void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const gone = useRef(onGone);
  useEffect(() => { gone.current = onGone; });
  useEffect(() => () => { requestAnimationFrame(() => { if (document.activeElement === null || document.activeElement === document.body) gone.current(); }); }, []);
  // The popover takes the focus itself, at a time of its own, and values may come later still.
  useEffect(() => {
    const dialog = box.current?.closest<HTMLElement>("[role=dialog]");
    const enter = () => { if (document.activeElement === dialog) (box.current?.querySelector<HTMLElement>("input:checked:not([type=checkbox])") ?? box.current?.querySelector<HTMLElement>("input"))?.focus(); };
    enter();
    dialog?.addEventListener("focusin", enter);
    return () => { dialog?.removeEventListener("focusin", enter); };
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const fields = [...(box.current?.querySelectorAll<HTMLInputElement>("input") ?? [])];
    const at = fields.findIndex((one) => one === event.target);
    if (step === 0 || at < 0 || fields[at]?.type === "radio") return;
    event.preventDefault();
    fields[at + step]?.focus();
  };
  return <div ref={box} className={css.hand} onKeyDownCapture={onKeyDown}>{children}</div>;
}

function Choosing({ kind, names, filter, onFilter }: { kind: FilterKind; names: FilterNames | undefined } & Omit<Props, "job">) {
  const [not, setNot] = useState((filter?.without_tags.length ?? 0) > 0 && filter?.tags.length === 0);
  const set = (change: Partial<BoardFilter>) => { onFilter(changed(filter, change)); };
  switch (kind) {
    case "source": return <Names names={names?.sources} chosen={filter?.sources ?? []} onChoose={(sources) => { set({ sources }); }} />;
    case "credited": return <Names names={names?.credited_to} chosen={filter?.credited_to ?? []} onChoose={(credited_to) => { set({ credited_to }); }} />;
    case "age": return (
      <div className={css.ages}>
        <Choices label={t("pipeline.filter.age")} hidden selected={String(filter?.min_days ?? "") as `${number}`} onSelect={(days) => { set({ min_days: Number(days) }); }} options={AGES.map((days) => ({ id: String(days) as `${number}`, label: t("pipeline.filter.days", { days }) }))} />
      </div>
    );
    case "tag": return (
      <>
        <div className={css.sides} role="group">
          <button type="button" aria-pressed={!not} onClick={() => { setNot(false); }}>{t("pipeline.filter.withTags")}</button>
          <button type="button" aria-pressed={not} onClick={() => { setNot(true); }}>{t("pipeline.filter.withoutTags")}</button>
        </div>
        <Names names={names?.tags} chosen={(not ? filter?.without_tags : filter?.tags) ?? []} onChoose={(tags) => { set(not ? { without_tags: tags } : { tags }); }} />
      </>
    );
  }
}

/** From so many names on there is a field to find one. */
const MANY = 10;

function Names({ names, chosen, onChoose }: { names: readonly NameCount[] | undefined; chosen: readonly string[]; onChoose: (names: string[]) => void }) {
  const [query, setQuery] = useState("");
  if (!names) return null;
  const gone = chosen.filter((name) => !names.some((one) => one.name === name)).map((name) => ({ name, count: 0 }));
  const all = [...gone, ...names];
  if (all.length === 0) return <p className={css.quiet}>{t("pipeline.filter.nothing")}</p>;
  const shown = all.filter(({ name }) => nameOf(name).toLowerCase().includes(query.trim().toLowerCase()));
  const only = shown.length === 1 ? shown[0] : undefined;
  const choose = (name: string, on: boolean) => { onChoose(on ? [...chosen, name] : chosen.filter((one) => one !== name)); };
  return (
    <>
      {all.length > MANY && <div className={css.find}><SearchField label={t("pipeline.filter.find")} placeholder={t("pipeline.filter.find")} value={query} onChange={setQuery} onKeyDown={(event) => { if (event.key === "Enter") { event.preventDefault(); if (only) choose(only.name, !chosen.includes(only.name)); } }} /></div>}
      <div className={css.names}>
        {shown.map(({ name, count: people }) => (
          <div key={name} className={css.name}>
            <Checkbox isSelected={chosen.includes(name)} onChange={(on) => { choose(name, on); }}>{nameOf(name)}</Checkbox>
            <span>{count(people)}</span>
          </div>
        ))}
      </div>
    </>
  );
}
