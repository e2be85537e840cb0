import type { CandidateView, MoveTarget } from "../../bindings/types";
import { Avatar, Button, Tag } from "../../component";
import { Contacts } from "./Contacts";
import { t } from "../../words";
import { headline, origin as originOf } from "./words";
import css from "./Candidate.module.css";

type Props = {
  candidate: CandidateView;
  /** The stage one key moves this person to. */
  next: MoveTarget | null;
  onNext: () => void;
  onLink: (url: string) => void;
};

export function CandidateHeader({ candidate, next, onNext, onLink }: Props) {
  const { name, title, company, tags, source, credited_to } = candidate;
  const origin = originOf(source, credited_to);
  return (
    <section className={css.header}>
      <Avatar name={name} size="large" />
      <div className={css.person}>
        <div className={css.line}>
          <h2 className={css.name} title={name}>{name}</h2>
          <span className={css.headline} title={headline(title, company)}>{headline(title, company)}</span>
        </div>
        <Contacts candidate={candidate} onLink={onLink} />
        {(tags.length > 0 || origin !== "") && (
          <div className={css.tags}>
            {tags.map((tag) => <Tag key={tag.id}>{tag.name}</Tag>)}
            {origin !== "" && <span className={css.origin}>{origin}</span>}
          </div>
        )}
      </div>
      {next && (
        <Button variant="primary" kbd="l" onPress={onNext}>
          <span className={css.cut}>{t("candidate.moveTo", { stage: next.stage.name })}</span>
        </Button>
      )}
    </section>
  );
}
