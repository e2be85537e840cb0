-- What a day begins with: who waits longest in a stage, and who is new in review.
CREATE INDEX applications_waiting
  ON ats_applications (_entered_stage_at, id, job_id, _stage_type) WHERE _is_live = 1 AND remote_deleted_at IS NULL;
CREATE INDEX applications_to_review
  ON ats_applications (job_id, remote_created_at, id)
  WHERE _is_live = 1 AND remote_deleted_at IS NULL AND _stage_type = 'PreInterviewScreen';
