import { useState } from "react";
import { Plus, X } from "lucide-react";
import type { TagRef } from "../../../bindings/types";
import { StateGlyph, Typeahead, useHotkey } from "../../../component";
import { ranked } from "../../../command/rank";
import { number, t } from "../../../words";
import { useDo } from "../../useDo";
import { useTagNames } from "./useTagNames";
import css from "./Act.module.css";

const OFFERED = 8;
/** Tags that a narrow window shows before it is asked for the others; as its style has it. */
const FOLDED = 8;
const LONGEST = 100;
const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

type Props = { id: string; name: string; tags: readonly TagRef[]; /** Whether `T` opens it. */ isKeyed?: boolean };

/** A person's tags, put on and taken off in place. */
export function TagEditor({ id, name, tags, isKeyed = true }: Props) {
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  const act = useDo();
  useHotkey("t", () => { setAdding(true); }, { label: t("person.keys.tag"), group: t("candidate.keys.group"), enabled: isKeyed && !adding });
  // One that was just put on is always seen.
  const rest = tags.slice(FOLDED).filter(({ pending }) => pending === undefined).length;
  const put = (tag: string) => { void act("add_tag_to_candidate", { candidate_id: id, tag: { name: tag } }, { done: t("person.tags.done", { name, tag }) }); };
  const take = (tag: TagRef) => {
    const said = { done: t("person.tags.undone", { name, tag: tag.name }) };
    if (tag.pending) void act("undo", { intent_id: tag.pending.intent_id }, said);
    else void act("remove_tag_from_candidate", { candidate_id: id, tag: { name: tag.name } }, said);
  };
  return (
    <span className={css.all} data-all={all || undefined}>
      {tags.map((tag) => (
        <span key={tag.id} className={css.tag} data-pending={tag.pending !== undefined || undefined}>
          {tag.pending && <StateGlyph state={tag.pending.state} size={12} label={t("person.tags.pending", { tag: tag.name })} />}
          <span className={css.cut}>{tag.name}</span>
          <button type="button" className={css.take} aria-label={t("person.tags.remove", { tag: tag.name })} title={t("person.tags.remove", { tag: tag.name })} onClick={() => { take(tag); }}><X aria-hidden /></button>
        </span>
      ))}
      {rest > 0 && !all && <button type="button" className={css.rest} aria-label={t("person.tags.rest", { count: rest })} onClick={() => { setAll(true); }}>+{number(rest)}</button>}
      {adding ? <TagField taken={tags.map((tag) => tag.name)} onPick={put} onClose={() => { setAdding(false); }} /> : (
        <button type="button" className={css.addTag} onClick={() => { setAdding(true); }}><Plus aria-hidden />{t("person.tags.add")}</button>
      )}
    </span>
  );
}

/** Offers the organisation's tags by what is typed, and makes one that is not there. */
export function TagField({ taken, onPick, onClose }: { taken: readonly string[]; onPick: (tag: string) => void; onClose: () => void }) {
  const known = useTagNames();
  const free = known.filter((tag) => !taken.some((one) => alike(one, tag)));
  const suggest = (text: string) => (text.trim() === "" ? free.slice(0, OFFERED).map((tag) => ({ id: tag, label: tag })) : ranked(text, free, (tag) => tag, OFFERED).map(({ item }) => ({ id: item, label: item })));
  const make = (text: string): string | null => (known.some((tag) => alike(tag, text)) || taken.some((tag) => alike(tag, text)) ? null : t("person.tags.make", { tag: text }));
  return <Typeahead label={t("person.tags.field")} placeholder={t("person.tags.field")} suggest={suggest} onPick={onPick} make={make} onMake={onPick} onClose={onClose} none={t("person.tags.none")} longest={LONGEST} />;
}
