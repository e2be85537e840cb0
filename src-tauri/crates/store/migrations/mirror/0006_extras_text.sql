-- Files, the text of files, notes and feedback, and who is in which project.

-- The file that was looked at longest ago leaves first.
ALTER TABLE file_cache ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file_cache ADD COLUMN used_at TEXT NOT NULL DEFAULT '';
UPDATE file_cache SET size = length(bytes), used_at = fetched_at;
CREATE INDEX file_cache_by_use ON file_cache (used_at, size);

-- What became of reading the text of a candidate's résumé. A file never changes under its id: another one has another.
CREATE TABLE file_text (
  file_id      TEXT PRIMARY KEY,
  candidate_id TEXT NOT NULL,
  read_at      TEXT NOT NULL,
  reason       TEXT             -- why it has none; NULL: it was read
) STRICT, WITHOUT ROWID;
CREATE INDEX file_text_by_candidate ON file_text (candidate_id);
CREATE INDEX file_text_unreadable ON file_text (file_id) WHERE reason IS NOT NULL;

-- Long text of a candidate, one piece for each kind: place = ats_candidates._row × 8 + kind (0 résumé, 1 notes,
-- 2 feedback). `document_search.rowid` is the same place.
CREATE TABLE document (
  place  INTEGER PRIMARY KEY,
  packed BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE document_search USING fts5 (
  text,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '3'
);

CREATE TABLE feedback (
  remote_id      TEXT PRIMARY KEY,
  application_id TEXT NOT NULL,
  interview_id   TEXT,
  submitted_at   TEXT NOT NULL,
  author         TEXT NOT NULL,
  packed         BLOB NOT NULL,       -- question and answer by question, as JSON
  is_indexed     INTEGER NOT NULL     -- whether it is among its candidate's long text
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_by_application ON feedback (application_id);
CREATE INDEX feedback_to_index ON feedback (application_id) WHERE is_indexed = 0;

CREATE TABLE project_candidate (
  project_id   TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  PRIMARY KEY (project_id, candidate_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_candidate_by_candidate ON project_candidate (candidate_id);

-- How much of what is read record by record is here, as counted when a run ended.
CREATE TABLE coverage (
  kind   TEXT PRIMARY KEY,
  have   INTEGER NOT NULL,
  total  INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  as_of  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX candidates_with_resume
  ON ats_candidates (_row) WHERE _resume IS NOT NULL AND remote_deleted_at IS NULL;
CREATE INDEX detail_queue_by_kind ON detail_queue (kind, position);
