-- The nine remaining unified tables, and what says which jobs have to be projected anew.

CREATE TABLE ats_screening_questions (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT,
  title TEXT, description TEXT, category TEXT, format TEXT,
  _path TEXT, _form_kind TEXT, _survey_form_id TEXT, _survey_type TEXT, _field_type TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
-- One field can be on a form and in a survey.
CREATE INDEX screening_questions_by_remote_id ON ats_screening_questions (remote_id);

CREATE TABLE ats_interviews (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  title TEXT, starting_at TEXT, ending_at TEXT, video_conferencing_url TEXT, application_id TEXT, stage_id TEXT,
  remote_created_at TEXT, remote_updated_at TEXT,
  _schedule_remote_id TEXT, _schedule_status TEXT, _interview_remote_id TEXT, _application_remote_id TEXT,
  _location TEXT, _feedback_link TEXT, _has_feedback INTEGER, _scheduled_by TEXT, _team TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX interviews_by_time ON ats_interviews (starting_at, _row) WHERE remote_deleted_at IS NULL;
CREATE INDEX interviews_by_application
  ON ats_interviews (application_id, starting_at) WHERE remote_deleted_at IS NULL;
CREATE INDEX interviews_by_schedule ON ats_interviews (_schedule_remote_id) WHERE remote_deleted_at IS NULL;
CREATE INDEX interviews_by_kind ON ats_interviews (_interview_remote_id) WHERE remote_deleted_at IS NULL;
CREATE INDEX interviews_by_change ON ats_interviews (changed_at, application_id);

CREATE TABLE ats_offers (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  status TEXT, employment_start_date TEXT, application_id TEXT, remote_created_at TEXT, remote_updated_at TEXT,
  custom_fields TEXT, integration_fields TEXT,
  _acceptance_status TEXT, _offer_status TEXT, _approval_status TEXT, _salary TEXT, _application_remote_id TEXT,
  _opening_remote_id TEXT, _decided_at TEXT, _author TEXT, _versions INTEGER, _display TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX offers_by_status ON ats_offers (status, remote_updated_at) WHERE remote_deleted_at IS NULL;
CREATE INDEX offers_by_application ON ats_offers (application_id) WHERE remote_deleted_at IS NULL;
CREATE INDEX offers_by_change ON ats_offers (changed_at, application_id);

CREATE TABLE ats_roles (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT,
  remote_label TEXT, scope TEXT, unified_type TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;

CREATE TABLE ats_join_jobs_screening_questions (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  "index" INTEGER, required INTEGER, precondition_question_id TEXT, precondition_options TEXT,
  job_id TEXT, question_id TEXT,
  _posting_remote_ids TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX jobs_questions_by_job ON ats_join_jobs_screening_questions (job_id, "index");
CREATE INDEX jobs_questions_by_question
  ON ats_join_jobs_screening_questions (question_id, job_id) WHERE remote_deleted_at IS NULL;

CREATE TABLE ats_join_user_job_role_assignments (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  job_user_id TEXT, role_id TEXT,
  _job_id TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX job_roles_by_job ON ats_join_user_job_role_assignments (_job_id);
CREATE INDEX job_roles_by_job_user ON ats_join_user_job_role_assignments (job_user_id);
CREATE INDEX job_roles_by_role ON ats_join_user_job_role_assignments (role_id) WHERE remote_deleted_at IS NULL;

CREATE TABLE ats_join_jobs_users (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  roles TEXT, job_id TEXT, user_id TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX jobs_users_by_job ON ats_join_jobs_users (job_id, user_id);
CREATE INDEX jobs_users_by_user ON ats_join_jobs_users (user_id, job_id);

CREATE TABLE ats_join_users_roles (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  user_id TEXT, role_id TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX users_roles_by_user ON ats_join_users_roles (user_id);
CREATE INDEX users_roles_by_role ON ats_join_users_roles (role_id) WHERE remote_deleted_at IS NULL;

CREATE TABLE ats_join_interviews_users (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  interview_id TEXT, user_id TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX interviews_users_by_interview ON ats_join_interviews_users (interview_id, user_id);
CREATE INDEX interviews_users_by_user ON ats_join_interviews_users (user_id, interview_id);
CREATE INDEX interviews_users_by_change ON ats_join_interviews_users (changed_at, interview_id);

ALTER TABLE ats_job_postings ADD COLUMN _deadline TEXT;
CREATE INDEX job_postings_by_deadline
  ON ats_job_postings (_deadline) WHERE status = 'ACTIVE' AND _deadline IS NOT NULL;

-- Which board lists which posting; the board '' is the primary one where boards cannot be read.
CREATE TABLE posting_board (
  posting TEXT NOT NULL,
  board   TEXT NOT NULL,
  PRIMARY KEY (posting, board)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_by_job ON reference (kind, json_extract(json, '$.jobId'))
  WHERE kind IN ('job_posting', 'job_posting_info');

-- Jobs whose rows have to be projected anew, '*' for all of them: a projection settles the places it has seen.
CREATE TABLE dirty_job (
  place     INTEGER PRIMARY KEY AUTOINCREMENT,
  remote_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE VIEW job_of_reference (kind, remote_id, job) AS
SELECT kind, remote_id, CASE
  WHEN kind = 'job' THEN remote_id
  WHEN kind IN ('job_posting', 'job_posting_info') THEN json_extract(json, '$.jobId')
  WHEN kind IN ('department', 'location', 'hiring_team_role', 'survey_form', 'job_board') THEN '*' END
FROM reference;

CREATE TRIGGER reference_comes AFTER INSERT ON reference BEGIN
  DELETE FROM dirty_job WHERE remote_id = (
    SELECT job FROM job_of_reference WHERE kind = new.kind AND remote_id = new.remote_id);
  INSERT INTO dirty_job (remote_id)
  SELECT job FROM job_of_reference WHERE kind = new.kind AND remote_id = new.remote_id AND job IS NOT NULL;
END;

CREATE TRIGGER reference_goes BEFORE DELETE ON reference BEGIN
  DELETE FROM dirty_job WHERE remote_id = (
    SELECT job FROM job_of_reference WHERE kind = old.kind AND remote_id = old.remote_id);
  INSERT INTO dirty_job (remote_id)
  SELECT job FROM job_of_reference WHERE kind = old.kind AND remote_id = old.remote_id AND job IS NOT NULL;
END;

CREATE TRIGGER reference_moves_from BEFORE UPDATE OF json ON reference BEGIN
  DELETE FROM dirty_job WHERE remote_id = (
    SELECT job FROM job_of_reference WHERE kind = old.kind AND remote_id = old.remote_id);
  INSERT INTO dirty_job (remote_id)
  SELECT job FROM job_of_reference WHERE kind = old.kind AND remote_id = old.remote_id AND job IS NOT NULL;
END;

CREATE TRIGGER reference_moves_to AFTER UPDATE OF json ON reference BEGIN
  DELETE FROM dirty_job WHERE remote_id = (
    SELECT job FROM job_of_reference WHERE kind = new.kind AND remote_id = new.remote_id);
  INSERT INTO dirty_job (remote_id)
  SELECT job FROM job_of_reference WHERE kind = new.kind AND remote_id = new.remote_id AND job IS NOT NULL;
END;

CREATE TRIGGER stage_comes AFTER INSERT ON ats_application_stages BEGIN
  DELETE FROM dirty_job WHERE remote_id = '*';
  INSERT INTO dirty_job (remote_id) VALUES ('*');
END;

CREATE TRIGGER stage_moves AFTER UPDATE OF _order, _plan_remote_id, remote_deleted_at ON ats_application_stages
WHEN (old._order, old._plan_remote_id, old.remote_deleted_at)
  IS NOT (new._order, new._plan_remote_id, new.remote_deleted_at) BEGIN
  DELETE FROM dirty_job WHERE remote_id = '*';
  INSERT INTO dirty_job (remote_id) VALUES ('*');
END;

-- What an older mirror holds is projected into the new tables; users are listed anew for their roles.
INSERT INTO dirty_job (remote_id) SELECT '*' WHERE EXISTS (SELECT 1 FROM reference);
DELETE FROM sync_endpoint WHERE endpoint = 'user.list';
