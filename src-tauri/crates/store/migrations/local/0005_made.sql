-- Applications that were worked on before Ashby had them, and what became of them; unified ids, and Ashby's of the real
-- one. People led on alike are in candidate_alias.
CREATE TABLE application_alias (
  old_id        TEXT PRIMARY KEY,
  new_id        TEXT NOT NULL,
  new_remote_id TEXT NOT NULL,
  at            TEXT NOT NULL
) STRICT, WITHOUT ROWID;
