-- Feedback that is due is told by an index of its own, instead of by all interviews of a month; and who is to review or
-- waits is told with the candidate, without looking at the application.
CREATE INDEX interviews_due ON ats_interviews (starting_at, _row, id, application_id)
  WHERE remote_deleted_at IS NULL AND _schedule_status = 'WaitingOnFeedback' AND _has_feedback IS NOT 1;

DROP INDEX applications_to_review;
CREATE INDEX applications_to_review
  ON ats_applications (job_id, remote_created_at, id, candidate_id)
  WHERE _is_live = 1 AND remote_deleted_at IS NULL AND _stage_type = 'PreInterviewScreen';
DROP INDEX applications_waiting;
CREATE INDEX applications_waiting
  ON ats_applications (_entered_stage_at, id, job_id, _stage_type, candidate_id, current_stage_id)
  WHERE _is_live = 1 AND remote_deleted_at IS NULL;

-- A board is filtered from the index alone: by source and credit, and by those whom a tag names.
DROP INDEX applications_by_stage;
CREATE INDEX applications_by_stage
  ON ats_applications (job_id, current_stage_id, _entered_stage_at, id, _is_live, candidate_id, _source, _credited_to)
  WHERE remote_deleted_at IS NULL;
CREATE INDEX candidates_tags_by_tag ON ats_join_candidates_tags (tag_id, candidate_id) WHERE remote_deleted_at IS NULL;

-- Charts read months and sources alone: an application that moves leaves this index as it is.
DROP INDEX applications_of_job;
CREATE INDEX applications_by_month ON ats_applications (job_id, remote_created_at, _source) WHERE remote_deleted_at IS NULL;
