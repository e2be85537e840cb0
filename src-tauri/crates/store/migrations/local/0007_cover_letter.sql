-- Files attached from here as cover letters, by Ashby's id: Ashby itself keeps them as plain files.
CREATE TABLE cover_letter (
  file_id TEXT PRIMARY KEY,
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
