import { useMemo } from "react";
import type { ApplicationView, CandidateView, Card, MoveTarget } from "../../bindings/types";
import { useCommand } from "../../query";
import { onward } from "../pipeline/targets";
import { useTravels } from "../pipeline/travels";
import { ended, stepTo } from "./bars";
import { headline as headlineOf } from "./words";

/** A person's applications as they are shown: moves not answered yet are laid over them. */
export function useApplications(candidate: CandidateView | undefined): ApplicationView[] {
  const travels = useTravels();
  return useMemo(() => (candidate?.applications ?? []).map((application) => {
    const travel = travels.find(({ card }) => card.application_id === application.id);
    return travel ? stepTo(application, travel.to, travel.card.pending) : application;
  }), [candidate, travels]);
}

/** The application a bare key acts on: the first that still moves. */
export const leading = (applications: readonly ApplicationView[]): ApplicationView | null => applications.find((application) => !ended(application)) ?? null;

/** Where one application can go, and the stage that comes next. */
export function useTargets(application: ApplicationView | null): { targets: MoveTarget[]; next: MoveTarget | null } {
  const { data } = useCommand("move_targets", { application_id: application?.id ?? "" }, { enabled: application !== null });
  const targets = data ?? [];
  return { targets, next: application?.stage ? onward(targets, application.stage.id) : null };
}

/** A person's application as the card the pipeline knows. */
export function cardOf(candidate: CandidateView, application: ApplicationView): Card {
  const headline = headlineOf(candidate.title, candidate.company);
  return {
    application_id: application.id, candidate_id: candidate.id, name: candidate.name, headline: headline === "" ? null : headline,
    source: application.source, credited_to: application.credited_to, tags: candidate.tags.map((tag) => tag.name),
    days: application.steps.find(({ state }) => state === "current")?.days ?? null, next: null, pending: application.pending,
  };
}

