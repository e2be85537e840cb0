-- The tags of those who are live in a job: what its board can be filtered by is told from this alone.
CREATE TABLE tag_count (
  job_id TEXT NOT NULL,
  tag_id TEXT NOT NULL,
  live   INTEGER NOT NULL,
  PRIMARY KEY (job_id, tag_id)
) STRICT, WITHOUT ROWID;

INSERT INTO tag_count
SELECT a.job_id, j.tag_id, count(*)
FROM ats_applications a
CROSS JOIN ats_join_candidates_tags j ON j.candidate_id = a.candidate_id AND j.remote_deleted_at IS NULL
WHERE a._is_live = 1 AND a.remote_deleted_at IS NULL AND a.job_id IS NOT NULL AND j.tag_id IS NOT NULL
GROUP BY 1, 2;

CREATE TRIGGER application_brings_its_tags AFTER INSERT ON ats_applications
WHEN new._is_live = 1 AND new.remote_deleted_at IS NULL AND new.job_id IS NOT NULL BEGIN
  INSERT INTO tag_count
  SELECT new.job_id, tag_id, count(*) FROM ats_join_candidates_tags
  WHERE candidate_id = new.candidate_id AND tag_id IS NOT NULL AND remote_deleted_at IS NULL GROUP BY tag_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;

CREATE TRIGGER application_takes_its_tags_along
AFTER UPDATE OF job_id, candidate_id, _is_live, remote_deleted_at ON ats_applications
WHEN (old.job_id, old.candidate_id, old._is_live IS 1, old.remote_deleted_at IS NULL)
  IS NOT (new.job_id, new.candidate_id, new._is_live IS 1, new.remote_deleted_at IS NULL) BEGIN
  INSERT INTO tag_count
  SELECT old.job_id, tag_id, -count(*) FROM ats_join_candidates_tags
  WHERE candidate_id = old.candidate_id AND tag_id IS NOT NULL AND remote_deleted_at IS NULL
    AND old._is_live = 1 AND old.remote_deleted_at IS NULL AND old.job_id IS NOT NULL GROUP BY tag_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
  INSERT INTO tag_count
  SELECT new.job_id, tag_id, count(*) FROM ats_join_candidates_tags
  WHERE candidate_id = new.candidate_id AND tag_id IS NOT NULL AND remote_deleted_at IS NULL
    AND new._is_live = 1 AND new.remote_deleted_at IS NULL AND new.job_id IS NOT NULL GROUP BY tag_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;

CREATE TRIGGER application_goes_with_its_tags AFTER DELETE ON ats_applications
WHEN old._is_live = 1 AND old.remote_deleted_at IS NULL AND old.job_id IS NOT NULL BEGIN
  INSERT INTO tag_count
  SELECT old.job_id, tag_id, -count(*) FROM ats_join_candidates_tags
  WHERE candidate_id = old.candidate_id AND tag_id IS NOT NULL AND remote_deleted_at IS NULL GROUP BY tag_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;

CREATE TRIGGER tag_comes_to_a_candidate AFTER INSERT ON ats_join_candidates_tags
WHEN new.tag_id IS NOT NULL AND new.remote_deleted_at IS NULL BEGIN
  INSERT INTO tag_count
  SELECT job_id, new.tag_id, count(*) FROM ats_applications
  WHERE candidate_id = new.candidate_id AND _is_live = 1 AND remote_deleted_at IS NULL AND job_id IS NOT NULL GROUP BY job_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;

CREATE TRIGGER tag_changes_its_candidate
AFTER UPDATE OF candidate_id, tag_id, remote_deleted_at ON ats_join_candidates_tags
WHEN (old.candidate_id, old.tag_id, old.remote_deleted_at IS NULL)
  IS NOT (new.candidate_id, new.tag_id, new.remote_deleted_at IS NULL) BEGIN
  INSERT INTO tag_count
  SELECT job_id, old.tag_id, -count(*) FROM ats_applications
  WHERE candidate_id = old.candidate_id AND _is_live = 1 AND remote_deleted_at IS NULL AND job_id IS NOT NULL
    AND old.tag_id IS NOT NULL AND old.remote_deleted_at IS NULL GROUP BY job_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
  INSERT INTO tag_count
  SELECT job_id, new.tag_id, count(*) FROM ats_applications
  WHERE candidate_id = new.candidate_id AND _is_live = 1 AND remote_deleted_at IS NULL AND job_id IS NOT NULL
    AND new.tag_id IS NOT NULL AND new.remote_deleted_at IS NULL GROUP BY job_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;

CREATE TRIGGER tag_goes_from_a_candidate AFTER DELETE ON ats_join_candidates_tags
WHEN old.tag_id IS NOT NULL AND old.remote_deleted_at IS NULL BEGIN
  INSERT INTO tag_count
  SELECT job_id, old.tag_id, -count(*) FROM ats_applications
  WHERE candidate_id = old.candidate_id AND _is_live = 1 AND remote_deleted_at IS NULL AND job_id IS NOT NULL GROUP BY job_id
  ON CONFLICT (job_id, tag_id) DO UPDATE SET live = live + excluded.live;
END;
