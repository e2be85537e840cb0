import { useEffect, useState } from "react";
import { Users } from "lucide-react";
import type { Duplicate } from "../../bindings/types";
import { Button, Mark } from "../../component";
import { useCommand } from "../../query";
import { t } from "../../words";
import { headline } from "../candidate/words";
import type { Draft } from "./draft";
import css from "./Create.module.css";

const PAUSE_MS = 150;

function useLate<Value>(value: Value): Value {
  const [late, setLate] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => { setLate(value); }, PAUSE_MS);
    return () => { clearTimeout(timer); };
  }, [value]);
  return late;
}

/** People who may be the one being entered, from what is typed so far. */
export function useDuplicates({ first, last, email, link }: Draft): Duplicate[] {
  const [name, mail, page] = [useLate(`${first} ${last}`.trim()), useLate(email.trim()), useLate(link.trim())];
  const { data } = useCommand("duplicates_for", { name, email: mail, links: page === "" ? [] : [page] }, { enabled: name !== "" || mail !== "" || page !== "", keep: true });
  return name === "" && mail === "" && page === "" ? [] : (data ?? []);
}

/** Says who is there already, and what then happens. */
export function Duplicates({ people, job, onOpen }: { people: readonly Duplicate[]; job: string | null; onOpen: (candidate: string) => void }) {
  if (people.length === 0) return null;
  return (
    <section className={css.duplicates} aria-label={t("create.alike")} role="status">
      <h3><Users aria-hidden />{t("create.alikeCount", { count: people.length })}</h3>
      {people.map((person) => {
        const sure = person.because.includes("email");
        const applied = job === null ? undefined : person.applications.find((one) => one.job_id === job);
        return (
          <div key={person.id} className={css.duplicate}>
            <span className={css.grow}>
              <b>{person.name}</b> <span>{headline(person.title, person.company)}</span>
              <small>{person.because.map((why) => t(`create.because.${why}`)).join(", ")}{applied ? `. ${t("create.alreadyApplied", { job: applied.job ?? "" })}` : sure ? `. ${t("create.goesThere")}` : ""}</small>
            </span>
            {person.pending && <Mark tone="pending">{t("common.state.waiting")}</Mark>}
            <Button size="small" onPress={() => { onOpen(person.id); }}>{t("create.openPerson")}</Button>
          </div>
        );
      })}
    </section>
  );
}
