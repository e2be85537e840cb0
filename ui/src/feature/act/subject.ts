import type { Card } from "../../bindings/types";

/** Someone an action is about: a person, and the application of theirs that is meant. */
export type Subject = { application: string; candidate: string; name: string; tags: readonly string[] };

/** The most people the engine takes in one gesture. */
export const MOST = 500;

export const subjectOf = ({ application_id, candidate_id, name, tags }: Card): Subject => ({ application: application_id, candidate: candidate_id, name, tags });
