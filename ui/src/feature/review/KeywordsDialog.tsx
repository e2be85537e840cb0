import { useId, useState } from "react";
import { Plus, Trash2 } from "lucide-react";
import { Button, Dialog, Field, IconButton } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { useKeep } from "../useKeep";
import { GROUPS, groupsOf, KEYWORDS, wordsOf, type Group } from "./keywords";
import css from "./Review.module.css";

type Draft = { name: string; words: string };
const drafted = ({ name, words }: Group): Draft => ({ name, words: words.join(", ") });

/** The groups of words that are marked in every résumé. */
export function KeywordsDialog({ onClose }: { onClose: () => void }) {
  const { data: kept, isSuccess } = useCommand("setting", { key: KEYWORDS });
  return isSuccess ? <Editing groups={groupsOf(kept)} onClose={onClose} /> : null;
}

function Editing({ groups, onClose }: { groups: readonly Group[]; onClose: () => void }) {
  const form = useId();
  const kept = useKeep();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => (groups.length > 0 ? groups.map(drafted) : [{ name: "", words: "" }]));
  const [lacking, setLacking] = useState(false);
  const change = (at: number, part: Partial<Draft>) => { setLacking(false); setDrafts(drafts.map((draft, index) => (index === at ? { ...draft, ...part } : draft))); };
  const lacks = ({ name, words }: Draft): boolean => name.trim() !== "" && wordsOf(words).length === 0;
  const keep = () => {
    if (drafts.some(lacks)) { setLacking(true); return; }
    const next = drafts.map(({ name, words }) => ({ name: name.trim(), words: wordsOf(words) })).filter(({ words }) => words.length > 0).map(({ name, words }) => ({ name: name === "" ? (words[0] ?? "") : name, words }));
    kept(KEYWORDS, JSON.stringify(next), onClose);
  };
  return (
    <Dialog
      title={t("review.keywordGroups")} isOpen onClose={onClose} width={520}
      footer={<><Button onPress={onClose}>{t("common.cancel")}</Button><Button variant="primary" type="submit" form={form}>{t("review.keepKeywords")}</Button></>}
    >
      <form id={form} className={css.editing} onSubmit={(event) => { event.preventDefault(); keep(); }}>
        <p>{t("review.keywordWords")}</p>
        {drafts.map((draft, at) => (
          <div key={at} className={css.draft}>
            <i className={css.swatch} data-group={at} />
            <Field label={t("review.groupName")} value={draft.name} onChange={(name) => { change(at, { name }); }} placeholder={wordsOf(draft.words)[0]} />
            <Field label={t("review.groupWords")} value={draft.words} onChange={(words) => { change(at, { words }); }} placeholder="Rust, distributed systems, kube*" autoFocus={at === 0} error={lacking && lacks(draft) ? t("review.wordsLacking", { name: draft.name.trim() }) : undefined} />
            <IconButton size="small" label={t("review.removeGroup", { name: draft.name })} onPress={() => { setDrafts(drafts.filter((_, index) => index !== at)); }}><Trash2 /></IconButton>
          </div>
        ))}
        {drafts.length < GROUPS && <span><Button size="small" onPress={() => { setDrafts([...drafts, { name: "", words: "" }]); }}><Plus />{t("review.addGroup")}</Button></span>}
      </form>
    </Dialog>
  );
}
