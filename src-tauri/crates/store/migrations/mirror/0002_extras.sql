-- What stands beside the unified tables: payloads, search, Ashby extras, and the state of the sync.

CREATE TABLE table_count (
  model TEXT PRIMARY KEY,
  live  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How many live candidates there are by the first letters of what lists order them by: a place far down a list is
-- found by adding these up. A candidate without a date stands under ''.
CREATE TABLE candidate_place (
  sort   TEXT NOT NULL,
  length INTEGER NOT NULL,
  prefix TEXT NOT NULL,
  live   INTEGER NOT NULL,
  PRIMARY KEY (sort, length, prefix)
) STRICT, WITHOUT ROWID;

CREATE VIEW place_of_candidate (row, sort, length, prefix) AS
SELECT c._row, p.sort, p.length, substr(
         CASE p.sort WHEN 'name' THEN coalesce(c._sort_name, '')
                     WHEN 'updated' THEN coalesce(c.remote_updated_at, '')
                     ELSE coalesce(c.remote_created_at, '') END, 1, p.length)
FROM ats_candidates c, (SELECT 'name' AS sort, 2 AS length UNION ALL
  VALUES ('name', 4), ('updated', 10), ('updated', 13), ('created', 10), ('created', 13)) p
WHERE c.remote_deleted_at IS NULL;

CREATE TRIGGER candidate_comes AFTER INSERT ON ats_candidates BEGIN
  INSERT INTO candidate_place SELECT sort, length, prefix, 1 FROM place_of_candidate WHERE row = new._row
  ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_leaves_place
BEFORE UPDATE OF _sort_name, remote_updated_at, remote_created_at, remote_deleted_at ON ats_candidates
WHEN (old._sort_name, old.remote_updated_at, old.remote_created_at, old.remote_deleted_at)
  IS NOT (new._sort_name, new.remote_updated_at, new.remote_created_at, new.remote_deleted_at) BEGIN
  UPDATE candidate_place SET live = live - 1
  WHERE (sort, length, prefix) IN (SELECT sort, length, prefix FROM place_of_candidate WHERE row = old._row);
END;

CREATE TRIGGER candidate_takes_place
AFTER UPDATE OF _sort_name, remote_updated_at, remote_created_at, remote_deleted_at ON ats_candidates
WHEN (old._sort_name, old.remote_updated_at, old.remote_created_at, old.remote_deleted_at)
  IS NOT (new._sort_name, new.remote_updated_at, new.remote_created_at, new.remote_deleted_at) BEGIN
  INSERT INTO candidate_place SELECT sort, length, prefix, 1 FROM place_of_candidate WHERE row = new._row
  ON CONFLICT DO UPDATE SET live = live + 1;
END;

-- What a payload is of, and its place: kind × 2^40 + row, so that a first sync only ever appends.
CREATE TABLE payload_kind (
  kind     INTEGER PRIMARY KEY,
  model    TEXT NOT NULL,
  endpoint TEXT NOT NULL,
  UNIQUE (model, endpoint)
) STRICT;

CREATE TABLE remote_payload (
  place  INTEGER PRIMARY KEY,
  packed BLOB NOT NULL
) STRICT;

-- rowid = ats_candidates._row
CREATE VIRTUAL TABLE search USING fts5 (
  name, contact, work, tags,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3'
);

-- Departments, locations, sources, custom fields, hiring team roles, interview plans: Ashby's own records that
-- unified rows take names from.
CREATE TABLE reference (
  kind        TEXT NOT NULL,
  remote_id   TEXT NOT NULL,
  name        TEXT,
  is_archived INTEGER NOT NULL DEFAULT 0,
  json        TEXT NOT NULL,
  PRIMARY KEY (kind, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_history (
  application_id TEXT NOT NULL,
  position       INTEGER NOT NULL,
  stage_id       TEXT NOT NULL,
  title          TEXT,
  entered_at     TEXT,
  left_at        TEXT,
  PRIMARY KEY (application_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  candidate_id TEXT NOT NULL,
  remote_id    TEXT NOT NULL,
  created_at   TEXT NOT NULL,
  author       TEXT NOT NULL,
  is_private   INTEGER NOT NULL,
  html         TEXT NOT NULL,
  PRIMARY KEY (candidate_id, remote_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE file_cache (
  file_id    TEXT PRIMARY KEY,
  fetched_at TEXT NOT NULL,
  bytes      BLOB NOT NULL
) STRICT;

-- When a record's details (notes, history, info) were last read.
CREATE TABLE freshness (
  kind TEXT NOT NULL,
  id   TEXT NOT NULL,
  at   TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Detail calls still owed, newest first; written in the transaction of the page that made them necessary.
CREATE TABLE detail_queue (
  position  INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,
  remote_id TEXT NOT NULL,
  UNIQUE (kind, remote_id)
) STRICT;

-- One pass over one endpoint: where it stands, and the token the last whole pass ended with.
CREATE TABLE sync_endpoint (
  endpoint     TEXT PRIMARY KEY,
  params       TEXT NOT NULL,   -- the exact request parameters that token and cursor belong to
  token        TEXT,
  cursor       TEXT,
  pass_token   TEXT,            -- the token the pass under way was begun with; NULL: a complete listing
  pass_started TEXT,            -- NULL: no pass under way
  pages        INTEGER NOT NULL DEFAULT 0,
  records      INTEGER NOT NULL DEFAULT 0,
  synced_at    TEXT,            -- begin of the last pass that ended
  listed_at    TEXT,            -- begin of the last complete listing that ended
  failure      TEXT
) STRICT;

CREATE TABLE sync_run (
  id         INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at   TEXT,
  is_full    INTEGER NOT NULL,
  outcome    TEXT NOT NULL
) STRICT;

CREATE TABLE sync_run_endpoint (
  run      INTEGER NOT NULL REFERENCES sync_run (id) ON DELETE CASCADE,
  endpoint TEXT NOT NULL,
  records  INTEGER NOT NULL,
  outcome  TEXT NOT NULL,
  failure  TEXT,
  PRIMARY KEY (run, endpoint)
) STRICT, WITHOUT ROWID;
