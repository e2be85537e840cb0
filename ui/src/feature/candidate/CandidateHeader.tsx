import { useId, type ReactNode } from "react";
import type { CandidateView, MoveTarget } from "../../bindings/types";
import { Avatar, Button } from "../../component";
import { TagEditor } from "./act/TagEditor";
import { Contacts } from "./Contacts";
import { ProjectChips } from "./ProjectChips";
import { t } from "../../words";
import { headline, origin as originOf } from "./words";
import css from "./Candidate.module.css";

type Props = {
  candidate: CandidateView;
  /** The stage one key moves this person to. */
  next: MoveTarget | null;
  /** The job that a move and a rejection are about, where it is not plain. */
  about: string | null;
  onNext: () => void;
  /** Asks for the reason; null where no application can be rejected. */
  onReject: (() => void) | null;
  onLink: (url: string) => void;
  onProject: (project: string) => void;
  /** Asks which projects. */
  onProjects: () => void;
  /** What else can be begun with this person. */
  more?: ReactNode;
};

export function CandidateHeader({ candidate, next, about, onNext, onReject, onLink, onProject, onProjects, more }: Props) {
  const { id, name, title, company, tags, source, credited_to } = candidate;
  const line = useId();
  const described = about === null ? undefined : line;
  const origin = originOf(source, credited_to);
  return (
    <section className={css.header}>
      <Avatar name={name} size="large" />
      <div className={css.person}>
        <div className={css.line}>
          <h2 className={css.name} dir="auto">{name}</h2>
          <span className={css.headline} title={headline(title, company)}>{headline(title, company)}</span>
        </div>
        <Contacts candidate={candidate} onLink={onLink} />
        <div className={css.tags}>
          <TagEditor id={id} name={name} tags={tags} />
          {origin !== "" && <span className={css.origin}>{origin}</span>}
          <ProjectChips id={id} onOpen={onProject} onAdd={onProjects} />
        </div>
      </div>
      <div className={css.acts}>
        <div className={css.row}>
          {next && <Button variant="primary" kbd="l" aria-describedby={described} onPress={onNext}><span className={css.cut}>{t("candidate.moveTo", { stage: next.stage.name })}</span></Button>}
          {onReject && <Button variant="danger" kbd="r" aria-describedby={described} onPress={onReject}>{t("person.reject")}</Button>}
        </div>
        {about !== null && <p className={css.about} id={line} title={about}>{t("candidate.actsOn", { job: about })}</p>}
        {more}
      </div>
    </section>
  );
}
