-- Calls a person made past everything else: which, when, and how they ended. Never what was said.
CREATE TABLE passthrough (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  at         TEXT NOT NULL,
  endpoint   TEXT NOT NULL,
  writes     INTEGER NOT NULL,
  status     INTEGER,            -- HTTP; absent: no whole reply
  code       TEXT,               -- why it failed
  request_id TEXT,
  ms         INTEGER NOT NULL,
  sent       INTEGER NOT NULL,   -- bytes
  received   INTEGER NOT NULL
) STRICT;
CREATE INDEX passthrough_by_time ON passthrough (at);
