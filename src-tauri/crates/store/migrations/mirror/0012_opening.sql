-- What is read ahead for open jobs becomes due with the job that opens, and the newest of what is due comes first; the
-- interviews of one user are counted without looking at each of them.

-- When the record last changed in Ashby; what has no such time of its own goes before all others.
ALTER TABLE detail_queue ADD COLUMN newest TEXT NOT NULL DEFAULT '9';
DROP INDEX detail_queue_by_kind;
CREATE INDEX detail_queue_by_kind ON detail_queue (kind, newest, position);
CREATE INDEX detail_queue_of_records ON detail_queue (newest, position)
  WHERE kind NOT IN ('candidate.listNotes', 'candidate.listProjects', 'resume');

CREATE TRIGGER job_comes_open AFTER INSERT ON ats_jobs WHEN new.status = 'OPEN' BEGIN
  INSERT OR IGNORE INTO detail_queue (kind, remote_id, newest)
  SELECT 'application.info', remote_id, coalesce(remote_updated_at, '') FROM ats_applications
  WHERE job_id = new.id AND _is_live = 1 AND remote_deleted_at IS NULL AND remote_id IS NOT NULL;
END;

CREATE TRIGGER job_opens AFTER UPDATE OF status ON ats_jobs
WHEN new.status = 'OPEN' AND old.status IS NOT 'OPEN' BEGIN
  INSERT OR IGNORE INTO detail_queue (kind, remote_id, newest)
  SELECT 'application.info', remote_id, coalesce(remote_updated_at, '') FROM ats_applications
  WHERE job_id = new.id AND _is_live = 1 AND remote_deleted_at IS NULL AND remote_id IS NOT NULL;
END;

DROP INDEX interviews_by_time;
CREATE INDEX interviews_by_time
  ON ats_interviews (starting_at, _row, id, application_id, _schedule_status, _has_feedback)
  WHERE remote_deleted_at IS NULL;
DROP INDEX interviews_owing;
CREATE INDEX interviews_owing ON ats_interviews (ending_at, _row, id)
  WHERE remote_deleted_at IS NULL AND _has_feedback = 0;
DROP INDEX interviews_users_by_user;
CREATE INDEX interviews_users_by_user ON ats_join_interviews_users (user_id, interview_id, remote_deleted_at);

-- What a board can be filtered by is counted from the index alone.
CREATE INDEX applications_live_by_origin ON ats_applications (job_id, _source, _credited_to, candidate_id)
  WHERE _is_live = 1 AND remote_deleted_at IS NULL;
