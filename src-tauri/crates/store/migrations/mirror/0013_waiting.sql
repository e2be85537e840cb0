-- What Today, boards and the table of jobs begin with, kept up instead of being counted from all applications each time.

-- Offers of live applications that nobody has decided on.
CREATE TABLE offer_waiting (
  offer      INTEGER PRIMARY KEY,
  updated_at TEXT NOT NULL,
  job_id     TEXT NOT NULL
) STRICT;
CREATE INDEX offer_waiting_by_change ON offer_waiting (updated_at DESC, offer, job_id);

CREATE VIEW offer_waiting_of (offer, updated_at, job_id, application_id) AS
SELECT o._row, coalesce(o.remote_updated_at, ''), coalesce(a.job_id, ''), o.application_id
FROM ats_offers o JOIN ats_applications a ON a.id = o.application_id
WHERE o.status IN ('SENT', 'APPROVED', 'DRAFT') AND o.remote_deleted_at IS NULL
  AND a._is_live = 1 AND a.remote_deleted_at IS NULL;

INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of;

CREATE TRIGGER offer_comes_to_wait AFTER INSERT ON ats_offers BEGIN
  INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of WHERE offer = new._row;
END;

CREATE TRIGGER offer_waits_otherwise
AFTER UPDATE OF status, application_id, remote_updated_at, remote_deleted_at ON ats_offers BEGIN
  DELETE FROM offer_waiting WHERE offer = new._row;
  INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of WHERE offer = new._row;
END;

CREATE TRIGGER offer_waits_no_more AFTER DELETE ON ats_offers BEGIN
  DELETE FROM offer_waiting WHERE offer = old._row;
END;

-- Live applications by job and stage type.
CREATE TABLE live_count (
  job_id     TEXT NOT NULL,
  stage_type TEXT NOT NULL,
  live       INTEGER NOT NULL,
  PRIMARY KEY (job_id, stage_type)
) STRICT, WITHOUT ROWID;

INSERT INTO live_count
SELECT coalesce(job_id, ''), coalesce(_stage_type, ''), count(*) FROM ats_applications
WHERE _is_live = 1 AND remote_deleted_at IS NULL GROUP BY 1, 2;

-- An offer may come before its application.
CREATE TRIGGER application_comes_alive AFTER INSERT ON ats_applications
WHEN new._is_live = 1 AND new.remote_deleted_at IS NULL BEGIN
  INSERT INTO live_count VALUES (coalesce(new.job_id, ''), coalesce(new._stage_type, ''), 1)
  ON CONFLICT (job_id, stage_type) DO UPDATE SET live = live + 1;
  INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of WHERE application_id = new.id;
END;

CREATE TRIGGER application_lives_elsewhere
AFTER UPDATE OF job_id, _stage_type, _is_live, remote_deleted_at ON ats_applications
WHEN (old.job_id, old._stage_type, old._is_live, old.remote_deleted_at)
  IS NOT (new.job_id, new._stage_type, new._is_live, new.remote_deleted_at) BEGIN
  UPDATE live_count SET live = live - 1
  WHERE job_id = coalesce(old.job_id, '') AND stage_type = coalesce(old._stage_type, '')
    AND old._is_live = 1 AND old.remote_deleted_at IS NULL;
  INSERT INTO live_count SELECT coalesce(new.job_id, ''), coalesce(new._stage_type, ''), 1
  WHERE new._is_live = 1 AND new.remote_deleted_at IS NULL
  ON CONFLICT (job_id, stage_type) DO UPDATE SET live = live + 1;
  DELETE FROM offer_waiting WHERE offer IN (
    SELECT _row FROM ats_offers WHERE application_id = new.id AND remote_deleted_at IS NULL);
  INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of WHERE application_id = new.id;
END;

CREATE TRIGGER application_lives_no_more AFTER DELETE ON ats_applications
WHEN old._is_live = 1 AND old.remote_deleted_at IS NULL BEGIN
  UPDATE live_count SET live = live - 1
  WHERE job_id = coalesce(old.job_id, '') AND stage_type = coalesce(old._stage_type, '');
  DELETE FROM offer_waiting WHERE offer IN (
    SELECT _row FROM ats_offers WHERE application_id = old.id AND remote_deleted_at IS NULL);
END;

-- Applications by job and stage, and how many of the live ones are known to have come there at some time.
CREATE TABLE stage_count (
  job_id   TEXT NOT NULL,
  stage_id TEXT NOT NULL,
  many     INTEGER NOT NULL,
  dated    INTEGER NOT NULL,
  PRIMARY KEY (job_id, stage_id)
) STRICT, WITHOUT ROWID;

INSERT INTO stage_count
SELECT coalesce(job_id, ''), coalesce(current_stage_id, ''), count(*), sum(_is_live IS 1 AND _entered_stage_at IS NOT NULL)
FROM ats_applications WHERE remote_deleted_at IS NULL GROUP BY 1, 2;

CREATE TRIGGER application_comes_to_a_stage AFTER INSERT ON ats_applications WHEN new.remote_deleted_at IS NULL BEGIN
  INSERT INTO stage_count VALUES (
    coalesce(new.job_id, ''), coalesce(new.current_stage_id, ''), 1, new._is_live IS 1 AND new._entered_stage_at IS NOT NULL)
  ON CONFLICT (job_id, stage_id) DO UPDATE SET many = many + 1, dated = dated + excluded.dated;
END;

CREATE TRIGGER application_changes_its_stage
AFTER UPDATE OF job_id, current_stage_id, _is_live, _entered_stage_at, remote_deleted_at ON ats_applications
WHEN (old.job_id, old.current_stage_id, old._is_live, old._entered_stage_at IS NULL, old.remote_deleted_at)
  IS NOT (new.job_id, new.current_stage_id, new._is_live, new._entered_stage_at IS NULL, new.remote_deleted_at) BEGIN
  UPDATE stage_count
  SET many = many - 1, dated = dated - (old._is_live IS 1 AND old._entered_stage_at IS NOT NULL)
  WHERE job_id = coalesce(old.job_id, '') AND stage_id = coalesce(old.current_stage_id, '')
    AND old.remote_deleted_at IS NULL;
  INSERT INTO stage_count
  SELECT coalesce(new.job_id, ''), coalesce(new.current_stage_id, ''), 1, new._is_live IS 1 AND new._entered_stage_at IS NOT NULL
  WHERE new.remote_deleted_at IS NULL
  ON CONFLICT (job_id, stage_id) DO UPDATE SET many = many + 1, dated = dated + excluded.dated;
END;

CREATE TRIGGER application_goes_from_its_stage AFTER DELETE ON ats_applications WHEN old.remote_deleted_at IS NULL BEGIN
  UPDATE stage_count
  SET many = many - 1, dated = dated - (old._is_live IS 1 AND old._entered_stage_at IS NOT NULL)
  WHERE job_id = coalesce(old.job_id, '') AND stage_id = coalesce(old.current_stage_id, '');
END;

-- The charts of a job are told from this alone, and from the history of those who have one.
CREATE INDEX applications_of_job
  ON ats_applications (job_id, _plan_remote_id, remote_created_at, _source, current_stage_id, id)
  WHERE remote_deleted_at IS NULL;

-- The table of jobs is sorted by these alone.
CREATE INDEX jobs_listed ON ats_jobs (id, name, status, opened_at) WHERE remote_deleted_at IS NULL;
