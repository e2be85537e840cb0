-- The search indexes are merged when a listing is in, not while its pages are being written: merging in between takes
-- longer than the pages themselves, and is done again for the next ones.
INSERT INTO search (search, rank) VALUES ('automerge', 0);
INSERT INTO document_search (document_search, rank) VALUES ('automerge', 0);

-- Jobs are found by title and number.
DROP INDEX jobs_listed;
CREATE INDEX jobs_listed ON ats_jobs (id, name, status, opened_at, job_code) WHERE remote_deleted_at IS NULL;
