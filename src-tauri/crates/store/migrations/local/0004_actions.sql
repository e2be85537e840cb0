-- Intents asked for by one gesture are taken back together.
ALTER TABLE intent ADD COLUMN gesture TEXT;
CREATE INDEX intent_by_gesture ON intent (gesture, seq) WHERE gesture IS NOT NULL;

-- Ashby's id of what a call made or found, for the steps after it.
ALTER TABLE step ADD COLUMN result TEXT;

-- What is shown of a candidate until the mirror shows it too: tags put on (`tag`) or taken off (`untag`), notes.
CREATE TABLE overlay_change (
  seq          INTEGER NOT NULL,   -- the intent's
  position     INTEGER NOT NULL,
  intent_id    TEXT NOT NULL REFERENCES intent (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL,
  candidate_id TEXT NOT NULL,
  value        TEXT NOT NULL,      -- the tag's name, or the note as HTML
  at           TEXT NOT NULL,
  PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX overlay_change_by_candidate ON overlay_change (candidate_id, seq);
CREATE INDEX overlay_change_by_intent ON overlay_change (intent_id);

-- Files on their way, until Ashby has them. The whole file of this database is encrypted.
CREATE TABLE spool (
  intent_id TEXT NOT NULL REFERENCES intent (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  bytes     BLOB NOT NULL,
  PRIMARY KEY (intent_id, position)
) STRICT;
