-- What searches with operators begin with.

CREATE INDEX candidates_by_source ON ats_candidates (source) WHERE remote_deleted_at IS NULL;
CREATE INDEX candidates_by_location ON ats_candidates (_location) WHERE remote_deleted_at IS NULL;
CREATE INDEX jobs_by_name ON ats_jobs (name, job_code, id);
CREATE INDEX application_stages_by_type ON ats_application_stages (_type, name, id);

-- As before, and with it whose application it is.
DROP INDEX applications_by_stage;
CREATE INDEX applications_by_stage
  ON ats_applications (job_id, current_stage_id, _entered_stage_at, id, _is_live, candidate_id)
  WHERE remote_deleted_at IS NULL;

-- The sources and places that live candidates have, and how many of each.
CREATE TABLE candidate_facet (
  kind  TEXT NOT NULL,
  value TEXT NOT NULL,
  live  INTEGER NOT NULL,
  PRIMARY KEY (kind, value)
) STRICT, WITHOUT ROWID;

INSERT INTO candidate_facet
SELECT 'source', source, count(*) FROM ats_candidates
WHERE remote_deleted_at IS NULL AND source IS NOT NULL GROUP BY source
UNION ALL
SELECT '_location', _location, count(*) FROM ats_candidates
WHERE remote_deleted_at IS NULL AND _location IS NOT NULL GROUP BY _location;

CREATE VIEW facet_of_candidate (row, kind, value) AS
SELECT _row, 'source', source FROM ats_candidates WHERE source IS NOT NULL AND remote_deleted_at IS NULL
UNION ALL
SELECT _row, '_location', _location FROM ats_candidates WHERE _location IS NOT NULL AND remote_deleted_at IS NULL;

CREATE TRIGGER candidate_brings_facets AFTER INSERT ON ats_candidates BEGIN
  INSERT INTO candidate_facet SELECT kind, value, 1 FROM facet_of_candidate WHERE row = new._row
  ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_leaves_facets BEFORE UPDATE OF source, _location, remote_deleted_at ON ats_candidates
WHEN (old.source, old._location, old.remote_deleted_at) IS NOT (new.source, new._location, new.remote_deleted_at)
BEGIN
  UPDATE candidate_facet SET live = live - 1
  WHERE (kind, value) IN (SELECT kind, value FROM facet_of_candidate WHERE row = old._row);
  DELETE FROM candidate_facet
  WHERE live <= 0 AND (kind, value) IN (SELECT kind, value FROM facet_of_candidate WHERE row = old._row);
END;

CREATE TRIGGER candidate_takes_facets AFTER UPDATE OF source, _location, remote_deleted_at ON ats_candidates
WHEN (old.source, old._location, old.remote_deleted_at) IS NOT (new.source, new._location, new.remote_deleted_at)
BEGIN
  INSERT INTO candidate_facet SELECT kind, value, 1 FROM facet_of_candidate WHERE row = new._row
  ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_goes_with_facets BEFORE DELETE ON ats_candidates BEGIN
  UPDATE candidate_facet SET live = live - 1
  WHERE (kind, value) IN (SELECT kind, value FROM facet_of_candidate WHERE row = old._row);
  DELETE FROM candidate_facet
  WHERE live <= 0 AND (kind, value) IN (SELECT kind, value FROM facet_of_candidate WHERE row = old._row);
END;
