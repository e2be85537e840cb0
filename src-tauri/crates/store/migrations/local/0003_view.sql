-- Searches somebody keeps, in their order. The id is what a deep link names.
CREATE TABLE view (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  query      TEXT NOT NULL,
  sort       TEXT NOT NULL,
  descending INTEGER NOT NULL,
  columns    TEXT NOT NULL,   -- JSON array of names
  position   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
