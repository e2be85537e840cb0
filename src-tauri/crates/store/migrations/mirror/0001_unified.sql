-- The unified tables. `_row` is the number other tables of this file refer to; `_hash` covers the unified fields,
-- `_quiet_hash` the private columns and the payload. Columns that begin with `_` are no part of a unified read.

CREATE TABLE ats_users (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  first_name TEXT, last_name TEXT, email TEXT, status TEXT,
  _name TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;

CREATE TABLE ats_jobs (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  name TEXT, job_code TEXT, description TEXT, confidential INTEGER, employment_type TEXT, status TEXT, visibility TEXT,
  department TEXT, post_url TEXT, remote_work_status TEXT, salary_amount_from REAL, salary_amount_to REAL,
  salary_currency TEXT, salary_period TEXT, location TEXT, remote_url TEXT, opened_at TEXT, closed_at TEXT,
  remote_created_at TEXT, remote_updated_at TEXT, custom_fields TEXT, integration_fields TEXT,
  _department_remote_id TEXT, _location_remote_id TEXT, _default_plan_remote_id TEXT, _plan_remote_ids TEXT,
  _posting_remote_ids TEXT, _hiring_team TEXT, _openings INTEGER, _location TEXT, _display TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;

CREATE TABLE ats_job_postings (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  title TEXT, description_html TEXT, status TEXT, visibility TEXT, url TEXT, job_id TEXT,
  _was_published INTEGER, _department TEXT, _location TEXT, _board TEXT, _published_at TEXT, _remote_updated_at TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX job_postings_by_job ON ats_job_postings (job_id, status);

CREATE TABLE ats_candidates (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  first_name TEXT, last_name TEXT, company TEXT, title TEXT, source TEXT, phone_numbers TEXT, email_addresses TEXT,
  social_media TEXT, location TEXT, remote_url TEXT, remote_created_at TEXT, remote_updated_at TEXT,
  custom_fields TEXT, integration_fields TEXT,
  _full_name TEXT, _sort_name TEXT, _primary_email TEXT, _location TEXT, _credited_to TEXT, _school TEXT,
  _application_ids TEXT, _resume TEXT, _files TEXT, _display TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX candidates_by_name ON ats_candidates (_sort_name, _row) WHERE remote_deleted_at IS NULL;
CREATE INDEX candidates_by_update ON ats_candidates (remote_updated_at, _row) WHERE remote_deleted_at IS NULL;
CREATE INDEX candidates_by_creation ON ats_candidates (remote_created_at, _row) WHERE remote_deleted_at IS NULL;

CREATE TABLE ats_application_stages (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  name TEXT,
  _type TEXT, _plan_remote_id TEXT, _order INTEGER,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX application_stages_by_plan ON ats_application_stages (_plan_remote_id, _order);

CREATE TABLE ats_applications (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  outcome TEXT, rejection_reason_name TEXT, rejected_at TEXT, current_stage_id TEXT, job_id TEXT, candidate_id TEXT,
  screening_question_answers TEXT, remote_url TEXT, remote_created_at TEXT, remote_updated_at TEXT,
  custom_fields TEXT, integration_fields TEXT,
  _status TEXT, _stage_type TEXT, _plan_remote_id TEXT, _source TEXT, _credited_to TEXT, _archive_reason_type TEXT,
  _entered_stage_at TEXT, _is_live INTEGER, _candidate_name TEXT, _candidate_remote_id TEXT, _display TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
-- One index answers a board: counts, arrivals in order, and which of them are live.
CREATE INDEX applications_by_stage
  ON ats_applications (job_id, current_stage_id, _entered_stage_at, id, _is_live) WHERE remote_deleted_at IS NULL;
-- And one what a list of people says of each: how many, and where the newest stands.
CREATE INDEX applications_by_candidate
  ON ats_applications (candidate_id, _is_live, remote_created_at, id, job_id, current_stage_id)
  WHERE remote_deleted_at IS NULL;
CREATE INDEX applications_live
  ON ats_applications (job_id, _stage_type) WHERE _is_live = 1 AND remote_deleted_at IS NULL;

CREATE TABLE ats_tags (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  name TEXT,
  _is_archived INTEGER,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;

CREATE TABLE ats_rejection_reasons (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, remote_id TEXT UNIQUE,
  name TEXT,
  _is_archived INTEGER, _reason_type TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;

CREATE TABLE ats_join_candidates_tags (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  candidate_id TEXT, tag_id TEXT,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX candidates_tags_by_candidate
  ON ats_join_candidates_tags (candidate_id, tag_id, id) WHERE remote_deleted_at IS NULL;

CREATE TABLE ats_join_jobs_application_stages (
  _row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
  "index" INTEGER, job_id TEXT, stage_id TEXT,
  _plan_remote_id TEXT, _is_default_plan INTEGER,
  _hash BLOB NOT NULL, _quiet_hash BLOB NOT NULL, changed_at TEXT NOT NULL, remote_deleted_at TEXT
) STRICT;
CREATE INDEX jobs_stages_by_job ON ats_join_jobs_application_stages (job_id, "index");
