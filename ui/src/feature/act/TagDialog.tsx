import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Failure, ListPage } from "../../bindings/types";
import { call } from "../../query";
import { t } from "../../words";
import { text } from "../record";
import { Asking, type Place } from "./Asking";
import { Finder } from "./Finder";

const PAGE = 250;
const PAGES = 4;

/** The names of all tags, A to Z. */
export function useTagNames(): string[] | undefined {
  const { data } = useQuery<string[], Failure>({
    queryKey: ["list_rows", { all: "ats_tags" }],
    queryFn: async () => {
      const names: string[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < PAGES; page += 1) {
        const answer: ListPage = await call("list_rows", { model: "ats_tags", page_size: PAGE, cursor, filters: {}, embeds: [], updated_after: null, include_deleted: false, ignore_unsupported_filters: false });
        names.push(...answer.results.flatMap((row) => text(row, "name") ?? []));
        cursor = answer.next;
        if (cursor === null) break;
      }
      return [...new Set(names)].sort((a, b) => a.localeCompare(b));
    },
  });
  return data;
}

type Props = {
  /** Who is meant: a name, or how many. */
  name: string;
  /** Tags all of them have. */
  worn: readonly string[];
  place?: Place;
  onTag: (tag: string) => void;
  onUntag: (tag: string) => void;
  onClose: () => void;
};

const alike = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Puts tags on someone by typing, one after the other: one that is there already comes off again, one that is nowhere is made. */
export function TagDialog({ name, worn: before, place = "middle", onTag, onUntag, onClose }: Props) {
  const known = useTagNames();
  const [worn, setWorn] = useState(before);
  const isWorn = (tag: string) => worn.some((one) => alike(one, tag));
  const pick = (tag: string) => {
    if (isWorn(tag)) onUntag(tag);
    else onTag(tag);
    setWorn(isWorn(tag) ? worn.filter((one) => !alike(one, tag)) : [...worn, tag]);
  };
  const off = { isOn: true, side: t("act.worn"), inHand: t("act.takeOff") };
  const all = [...worn.map((tag) => ({ id: tag, label: tag, ...off })), ...(known ?? []).filter((tag) => !isWorn(tag)).map((tag) => ({ id: tag, label: tag }))];
  return (
    <Asking title={t("act.tagWho", { name })} place={place} onClose={onClose}>
      <Finder
        label={t("act.tagHint")} items={known || worn.length > 0 ? all : undefined} none={t("act.noTags")} onPick={pick} stays
        besides={(typed) => (all.some(({ id }) => alike(id, typed)) ? null : { id: typed, label: t("act.makeTag", { name: typed }) })}
      />
    </Asking>
  );
}
