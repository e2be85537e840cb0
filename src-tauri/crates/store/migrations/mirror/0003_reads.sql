-- What reads of "what changed since" and the search language find their rows by.

CREATE INDEX candidates_by_change ON ats_candidates (changed_at);
CREATE INDEX applications_by_change ON ats_applications (changed_at, candidate_id);
CREATE INDEX candidates_tags_by_change ON ats_join_candidates_tags (changed_at, candidate_id);
