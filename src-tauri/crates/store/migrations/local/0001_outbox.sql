-- What Ashby can not give again.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One write the recruiter asked for. `seq` is the order of asking.
CREATE TABLE intent (
  seq            INTEGER PRIMARY KEY AUTOINCREMENT,
  id             TEXT NOT NULL UNIQUE,
  action         TEXT NOT NULL,
  title          TEXT NOT NULL,
  detail         TEXT NOT NULL,
  candidate_id   TEXT NOT NULL,   -- sends are in order per candidate
  application_id TEXT,
  input          TEXT NOT NULL,
  pre_image      TEXT NOT NULL,
  state          TEXT NOT NULL,   -- waiting sending done failed unconfirmed conflict cancelled
  not_before     TEXT NOT NULL,
  created_at     TEXT NOT NULL,
  settled_at     TEXT,
  attempts       INTEGER NOT NULL DEFAULT 0,
  failure        TEXT,
  conflict       TEXT,
  warnings       TEXT NOT NULL DEFAULT '[]',
  undoes         TEXT,
  undone_by      TEXT
) STRICT;
CREATE INDEX intent_open ON intent (candidate_id, seq) WHERE state IN ('waiting', 'sending');
CREATE INDEX intent_by_state ON intent (state, seq);

-- The journal: what was sent for an intent, and what is known of it.
CREATE TABLE step (
  intent_id TEXT NOT NULL REFERENCES intent (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  name      TEXT NOT NULL,
  state     TEXT NOT NULL,        -- pending sent done failed unknown
  sent_at   TEXT,
  ended_at  TEXT,
  PRIMARY KEY (intent_id, position)
) STRICT, WITHOUT ROWID;

-- The stage an application is shown in until the mirror shows it too. The newest intent of an application counts.
CREATE TABLE overlay_stage (
  seq            INTEGER PRIMARY KEY,
  intent_id      TEXT NOT NULL UNIQUE REFERENCES intent (id) ON DELETE CASCADE,
  application_id TEXT NOT NULL,
  candidate_id   TEXT NOT NULL,
  job_id         TEXT,
  stage_id       TEXT NOT NULL,
  at             TEXT NOT NULL
) STRICT;
CREATE INDEX overlay_stage_by_job ON overlay_stage (job_id, application_id);
CREATE INDEX overlay_stage_by_application ON overlay_stage (application_id, seq);
