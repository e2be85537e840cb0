-- What stands beside the unified tables: payloads, search, Ashby extras, and the state of the sync.

CREATE TABLE table_count (
  model TEXT PRIMARY KEY,
  live  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Clustered by model and row, so that a first sync only ever appends.
CREATE TABLE remote_payload (
  model    TEXT NOT NULL,
  row      INTEGER NOT NULL,
  endpoint TEXT NOT NULL,
  json     TEXT NOT NULL,
  PRIMARY KEY (model, row, endpoint)
) STRICT, WITHOUT ROWID;

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
