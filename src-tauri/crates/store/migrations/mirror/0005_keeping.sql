-- What a complete listing has shown so far, what it may not decide alone, and when what is gone is emptied.

-- A complete listing, under way or ended and not judged yet. `subject` is a unified table, or `reference.<kind>`.
-- Rows that anything brought since it began count as seen: bit `_row % 8192` of chunk `_row / 8192`.
CREATE TABLE listing (
  pass     INTEGER PRIMARY KEY AUTOINCREMENT,
  endpoint TEXT NOT NULL,
  subject  TEXT NOT NULL UNIQUE,
  ended_at TEXT
) STRICT;

CREATE TABLE listing_seen (
  pass  INTEGER NOT NULL REFERENCES listing (pass) ON DELETE CASCADE,
  chunk INTEGER NOT NULL,
  bits  BLOB NOT NULL,
  PRIMARY KEY (pass, chunk)
) STRICT, WITHOUT ROWID;

CREATE TABLE listing_named (
  pass      INTEGER NOT NULL REFERENCES listing (pass) ON DELETE CASCADE,
  remote_id TEXT NOT NULL,
  PRIMARY KEY (pass, remote_id)
) STRICT, WITHOUT ROWID;

-- A deletion that waits for a person. One that was decided with `keep` stays, so that it is not asked again.
CREATE TABLE quality_check (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  endpoint TEXT NOT NULL,
  subject  TEXT NOT NULL,
  live     INTEGER NOT NULL,
  reason   TEXT NOT NULL,   -- many, access, confidential
  at       TEXT NOT NULL,
  kept_at  TEXT
) STRICT;

-- Unified ids, or Ashby's ids of reference records. A row leaves when it is seen again.
CREATE TABLE quality_row (
  key   TEXT NOT NULL,
  quality_check INTEGER NOT NULL REFERENCES quality_check (id) ON DELETE CASCADE,
  PRIMARY KEY (key, quality_check)
) STRICT, WITHOUT ROWID;
CREATE INDEX quality_row_by_check ON quality_row (quality_check);

-- Facts about the mirror as a whole.
CREATE TABLE mirror_state (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Rows gone from Ashby, with the time that had passed on the retention clock when that was noticed; they are
-- emptied two weeks of it later.
CREATE TABLE tombstone (
  model   TEXT NOT NULL,
  row     INTEGER NOT NULL,
  marked  INTEGER NOT NULL,
  emptied INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (model, row)
) STRICT, WITHOUT ROWID;

-- A candidate that applications were seen to leave, and the one they went to: a merge, if the first is gone.
CREATE TABLE merge_hint (
  from_remote_id TEXT PRIMARY KEY,
  to_remote_id   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX users_gone ON ats_users (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX jobs_gone ON ats_jobs (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX job_postings_gone ON ats_job_postings (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX candidates_gone ON ats_candidates (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX application_stages_gone ON ats_application_stages (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX applications_gone ON ats_applications (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX tags_gone ON ats_tags (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX rejection_reasons_gone ON ats_rejection_reasons (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX candidates_tags_gone ON ats_join_candidates_tags (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX jobs_stages_gone ON ats_join_jobs_application_stages (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX screening_questions_gone ON ats_screening_questions (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX interviews_gone ON ats_interviews (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX offers_gone ON ats_offers (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX roles_gone ON ats_roles (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX jobs_screening_questions_gone ON ats_join_jobs_screening_questions (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX user_job_role_assignments_gone ON ats_join_user_job_role_assignments (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX jobs_users_gone ON ats_join_jobs_users (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX users_roles_gone ON ats_join_users_roles (_row) WHERE remote_deleted_at IS NOT NULL;
CREATE INDEX interviews_users_gone ON ats_join_interviews_users (_row) WHERE remote_deleted_at IS NOT NULL;
