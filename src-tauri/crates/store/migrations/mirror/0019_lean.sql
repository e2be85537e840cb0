-- What is kept up at every change costs less: counts are led by values instead of lists, which SQLite would make a
-- table of each time, and nothing is kept up that nobody reads.
DROP INDEX applications_live;

-- Candidates leave and take places by what they are ordered by: most changes are of the time alone.
DROP TRIGGER candidate_comes;
DROP TRIGGER candidate_leaves_place;
DROP TRIGGER candidate_takes_place;

CREATE TRIGGER candidate_comes AFTER INSERT ON ats_candidates WHEN new.remote_deleted_at IS NULL BEGIN
  INSERT INTO candidate_place VALUES
    ('name', 2, substr(coalesce(new._sort_name, ''), 1, 2), 1),
    ('name', 4, substr(coalesce(new._sort_name, ''), 1, 4), 1),
    ('updated', 10, substr(coalesce(new.remote_updated_at, ''), 1, 10), 1),
    ('updated', 13, substr(coalesce(new.remote_updated_at, ''), 1, 13), 1),
    ('created', 10, substr(coalesce(new.remote_created_at, ''), 1, 10), 1),
    ('created', 13, substr(coalesce(new.remote_created_at, ''), 1, 13), 1)
  ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_changes_its_name AFTER UPDATE OF _sort_name, remote_deleted_at ON ats_candidates
WHEN (old._sort_name, old.remote_deleted_at) IS NOT (new._sort_name, new.remote_deleted_at) BEGIN
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'name' AND length = 2 AND prefix = substr(coalesce(old._sort_name, ''), 1, 2);
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'name' AND length = 4 AND prefix = substr(coalesce(old._sort_name, ''), 1, 4);
  INSERT INTO candidate_place SELECT 'name', 2, substr(coalesce(new._sort_name, ''), 1, 2), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
  INSERT INTO candidate_place SELECT 'name', 4, substr(coalesce(new._sort_name, ''), 1, 4), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_is_updated AFTER UPDATE OF remote_updated_at, remote_deleted_at ON ats_candidates
WHEN (old.remote_updated_at, old.remote_deleted_at) IS NOT (new.remote_updated_at, new.remote_deleted_at) BEGIN
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'updated' AND length = 10 AND prefix = substr(coalesce(old.remote_updated_at, ''), 1, 10);
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'updated' AND length = 13 AND prefix = substr(coalesce(old.remote_updated_at, ''), 1, 13);
  INSERT INTO candidate_place SELECT 'updated', 10, substr(coalesce(new.remote_updated_at, ''), 1, 10), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
  INSERT INTO candidate_place SELECT 'updated', 13, substr(coalesce(new.remote_updated_at, ''), 1, 13), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
END;

CREATE TRIGGER candidate_was_created_otherwise AFTER UPDATE OF remote_created_at, remote_deleted_at ON ats_candidates
WHEN (old.remote_created_at, old.remote_deleted_at) IS NOT (new.remote_created_at, new.remote_deleted_at) BEGIN
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'created' AND length = 10 AND prefix = substr(coalesce(old.remote_created_at, ''), 1, 10);
  UPDATE candidate_place SET live = live - 1 WHERE old.remote_deleted_at IS NULL
    AND sort = 'created' AND length = 13 AND prefix = substr(coalesce(old.remote_created_at, ''), 1, 13);
  INSERT INTO candidate_place SELECT 'created', 10, substr(coalesce(new.remote_created_at, ''), 1, 10), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
  INSERT INTO candidate_place SELECT 'created', 13, substr(coalesce(new.remote_created_at, ''), 1, 13), 1
  WHERE new.remote_deleted_at IS NULL ON CONFLICT DO UPDATE SET live = live + 1;
END;

-- Whoever moves takes the stand along, without being looked up again; only who comes, goes or becomes another person's
-- stands or does not by what is known of the person.
DROP TRIGGER standing_begins;
DROP TRIGGER standing_ends;
DROP TRIGGER application_leaves_its_stand;
DROP TRIGGER application_takes_its_stand;

CREATE TRIGGER standing_begins AFTER INSERT ON standing BEGIN
  UPDATE standing_place SET live = live + 1 WHERE number = new.stage;
  UPDATE standing_place SET live = live + 1 WHERE number = new.job AND new.job <> new.stage;
END;

CREATE TRIGGER standing_moves AFTER UPDATE ON standing BEGIN
  UPDATE standing_place SET live = live - 1 WHERE number = old.stage;
  UPDATE standing_place SET live = live - 1 WHERE number = old.job AND old.job <> old.stage;
  UPDATE standing_place SET live = live + 1 WHERE number = new.stage;
  UPDATE standing_place SET live = live + 1 WHERE number = new.job AND new.job <> new.stage;
END;

CREATE TRIGGER standing_ends AFTER DELETE ON standing BEGIN
  UPDATE standing_place SET live = live - 1 WHERE number = old.stage;
  UPDATE standing_place SET live = live - 1 WHERE number = old.job AND old.job <> old.stage;
END;

CREATE TRIGGER application_moves_its_stand AFTER UPDATE OF current_stage_id, job_id ON ats_applications
WHEN new.remote_deleted_at IS NULL
  AND (old.candidate_id, old.remote_deleted_at) IS (new.candidate_id, new.remote_deleted_at)
  AND (old.current_stage_id, old.job_id) IS NOT (new.current_stage_id, new.job_id) BEGIN
  INSERT INTO standing_place (id, live) VALUES (coalesce(new.current_stage_id, ''), 0), (coalesce(new.job_id, ''), 0)
  ON CONFLICT (id) DO NOTHING;
  UPDATE standing
  SET stage = (SELECT number FROM standing_place WHERE id = coalesce(new.current_stage_id, '')),
      job = (SELECT number FROM standing_place WHERE id = coalesce(new.job_id, ''))
  WHERE stage = (SELECT number FROM standing_place WHERE id = coalesce(old.current_stage_id, ''))
    AND job = (SELECT number FROM standing_place WHERE id = coalesce(old.job_id, ''))
    AND candidate = (SELECT _row FROM ats_candidates WHERE id = new.candidate_id)
    AND application = new._row;
END;

CREATE TRIGGER application_leaves_its_stand BEFORE UPDATE OF candidate_id, remote_deleted_at ON ats_applications
WHEN (old.candidate_id, old.remote_deleted_at) IS NOT (new.candidate_id, new.remote_deleted_at) BEGIN
  DELETE FROM standing WHERE (stage, job, candidate, application) IN (
    SELECT stage, job, candidate, application FROM standing_of WHERE application = old._row);
END;

CREATE TRIGGER application_takes_its_stand AFTER UPDATE OF candidate_id, remote_deleted_at ON ats_applications
WHEN (old.candidate_id, old.remote_deleted_at) IS NOT (new.candidate_id, new.remote_deleted_at) BEGIN
  INSERT INTO standing_place (id, live) VALUES (coalesce(new.current_stage_id, ''), 0), (coalesce(new.job_id, ''), 0)
  ON CONFLICT (id) DO NOTHING;
  INSERT INTO standing SELECT stage, job, candidate, application FROM standing_of WHERE application = new._row;
END;

-- Whether an offer waits does not depend on the stage of its application.
DROP TRIGGER application_lives_elsewhere;

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
END;

CREATE TRIGGER application_has_its_offers_wait AFTER UPDATE OF job_id, _is_live, remote_deleted_at ON ats_applications
WHEN (old.job_id, old._is_live, old.remote_deleted_at) IS NOT (new.job_id, new._is_live, new.remote_deleted_at) BEGIN
  DELETE FROM offer_waiting WHERE offer IN (
    SELECT _row FROM ats_offers WHERE application_id = new.id AND remote_deleted_at IS NULL);
  INSERT INTO offer_waiting SELECT offer, updated_at, job_id FROM offer_waiting_of WHERE application_id = new.id;
END;
