-- Whom to keep, under which name, and whom not.

-- In the mode that keeps only what was created from here: what to keep.
CREATE TABLE tracked_applications (
  application_remote_id TEXT PRIMARY KEY,
  tracked_at            TEXT NOT NULL,
  origin                TEXT NOT NULL     -- created imported
) STRICT, WITHOUT ROWID;

-- A candidate that Ashby merged into another one; unified ids, and Ashby's.
CREATE TABLE candidate_alias (
  old_id        TEXT PRIMARY KEY,
  new_id        TEXT NOT NULL,
  old_remote_id TEXT NOT NULL,
  new_remote_id TEXT NOT NULL,
  at            TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_alias_by_new ON candidate_alias (new_id);

-- Persons to be kept out, and their applications: salted hashes of unified ids. `person` groups what belongs together.
CREATE TABLE forgotten (
  hash   TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  at     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX forgotten_by_person ON forgotten (person);
