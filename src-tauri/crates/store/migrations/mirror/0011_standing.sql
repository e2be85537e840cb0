-- Who stands where, in numbers instead of ids: what searches for a job or a stage begin with. By their ids, each of
-- those who stand there would have to be looked up among everybody.

-- The jobs and stages that applications name ('' where they name none), and how many people's applications are there.
CREATE TABLE standing_place (
  number INTEGER PRIMARY KEY,
  id     TEXT NOT NULL UNIQUE,
  live   INTEGER NOT NULL
) STRICT;

-- Live applications of live candidates, by the numbers of their rows.
CREATE TABLE standing (
  stage       INTEGER NOT NULL,
  job         INTEGER NOT NULL,
  candidate   INTEGER NOT NULL,
  application INTEGER NOT NULL,
  PRIMARY KEY (stage, job, candidate, application)
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_by_job ON standing (job, candidate);

CREATE VIEW standing_of (stage, job, candidate, application, candidate_id) AS
SELECT s.number, j.number, c._row, a._row, a.candidate_id
FROM ats_applications a
CROSS JOIN ats_candidates c ON c.id = a.candidate_id
CROSS JOIN standing_place s ON s.id = coalesce(a.current_stage_id, '')
CROSS JOIN standing_place j ON j.id = coalesce(a.job_id, '')
WHERE a.remote_deleted_at IS NULL AND c.remote_deleted_at IS NULL;

INSERT INTO standing_place (id, live) VALUES ('', 0);
INSERT INTO standing_place (id, live)
SELECT current_stage_id, 0 FROM ats_applications WHERE current_stage_id IS NOT NULL
UNION SELECT job_id, 0 FROM ats_applications WHERE job_id IS NOT NULL;

INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of ORDER BY 1, 2, 3, 4;
UPDATE standing_place SET live = n.live FROM (
  SELECT number, count(*) AS live FROM (
    SELECT stage AS number FROM standing UNION ALL SELECT job FROM standing WHERE job <> stage)
  GROUP BY number) n
WHERE n.number = standing_place.number;

CREATE TRIGGER standing_begins AFTER INSERT ON standing BEGIN
  UPDATE standing_place SET live = live + 1 WHERE number IN (new.stage, new.job);
END;

CREATE TRIGGER standing_ends AFTER DELETE ON standing BEGIN
  UPDATE standing_place SET live = live - 1 WHERE number IN (old.stage, old.job);
END;

CREATE TRIGGER application_stands AFTER INSERT ON ats_applications WHEN new.remote_deleted_at IS NULL BEGIN
  INSERT INTO standing_place (id, live) VALUES (coalesce(new.current_stage_id, ''), 0), (coalesce(new.job_id, ''), 0)
  ON CONFLICT (id) DO NOTHING;
  INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of WHERE application = new._row;
END;

CREATE TRIGGER application_leaves_its_stand
BEFORE UPDATE OF current_stage_id, job_id, candidate_id, remote_deleted_at ON ats_applications
WHEN (old.current_stage_id, old.job_id, old.candidate_id, old.remote_deleted_at)
  IS NOT (new.current_stage_id, new.job_id, new.candidate_id, new.remote_deleted_at) BEGIN
  DELETE FROM standing WHERE (stage, job, candidate, application) IN (
    SELECT stage, job, candidate, application FROM standing_of WHERE application = old._row);
END;

CREATE TRIGGER application_takes_its_stand
AFTER UPDATE OF current_stage_id, job_id, candidate_id, remote_deleted_at ON ats_applications
WHEN (old.current_stage_id, old.job_id, old.candidate_id, old.remote_deleted_at)
  IS NOT (new.current_stage_id, new.job_id, new.candidate_id, new.remote_deleted_at) BEGIN
  INSERT INTO standing_place (id, live) VALUES (coalesce(new.current_stage_id, ''), 0), (coalesce(new.job_id, ''), 0)
  ON CONFLICT (id) DO NOTHING;
  INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of WHERE application = new._row;
END;

CREATE TRIGGER application_goes_from_its_stand BEFORE DELETE ON ats_applications BEGIN
  DELETE FROM standing WHERE (stage, job, candidate, application) IN (
    SELECT stage, job, candidate, application FROM standing_of WHERE application = old._row);
END;

-- An application may come before its candidate.
CREATE TRIGGER candidate_comes_to_stand AFTER INSERT ON ats_candidates WHEN new.remote_deleted_at IS NULL BEGIN
  INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of WHERE candidate_id = new.id;
END;

CREATE TRIGGER candidate_leaves_where_it_stood BEFORE UPDATE OF remote_deleted_at ON ats_candidates
WHEN old.remote_deleted_at IS NULL AND new.remote_deleted_at IS NOT NULL BEGIN
  DELETE FROM standing WHERE (stage, job, candidate, application) IN (
    SELECT stage, job, candidate, application FROM standing_of WHERE candidate_id = old.id);
END;

CREATE TRIGGER candidate_returns_to_stand AFTER UPDATE OF remote_deleted_at ON ats_candidates
WHEN old.remote_deleted_at IS NOT NULL AND new.remote_deleted_at IS NULL BEGIN
  INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of WHERE candidate_id = new.id;
END;

CREATE TRIGGER candidate_goes_from_where_it_stood BEFORE DELETE ON ats_candidates BEGIN
  DELETE FROM standing WHERE (stage, job, candidate, application) IN (
    SELECT stage, job, candidate, application FROM standing_of WHERE candidate_id = old.id);
END;
