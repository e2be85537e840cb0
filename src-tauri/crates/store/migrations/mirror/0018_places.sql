-- Who changes leaves and takes only those places that are other ones now: most changes are of a date alone, and the
-- counts by name and creation lie all over their table.
DROP TRIGGER candidate_leaves_place;
DROP TRIGGER candidate_takes_place;

CREATE TRIGGER candidate_leaves_place
BEFORE UPDATE OF _sort_name, remote_updated_at, remote_created_at, remote_deleted_at ON ats_candidates
WHEN (old._sort_name, old.remote_updated_at, old.remote_created_at, old.remote_deleted_at)
  IS NOT (new._sort_name, new.remote_updated_at, new.remote_created_at, new.remote_deleted_at) BEGIN
  UPDATE candidate_place SET live = live - 1
  WHERE (sort, length, prefix) IN (
    SELECT sort, length, prefix FROM place_of_candidate
    WHERE row = old._row AND (new.remote_deleted_at IS NOT NULL OR prefix <> substr(
      CASE sort WHEN 'name' THEN coalesce(new._sort_name, '')
                WHEN 'updated' THEN coalesce(new.remote_updated_at, '')
                ELSE coalesce(new.remote_created_at, '') END, 1, length)));
END;

CREATE TRIGGER candidate_takes_place
AFTER UPDATE OF _sort_name, remote_updated_at, remote_created_at, remote_deleted_at ON ats_candidates
WHEN (old._sort_name, old.remote_updated_at, old.remote_created_at, old.remote_deleted_at)
  IS NOT (new._sort_name, new.remote_updated_at, new.remote_created_at, new.remote_deleted_at) BEGIN
  INSERT INTO candidate_place
  SELECT sort, length, prefix, 1 FROM place_of_candidate
  WHERE row = new._row AND (old.remote_deleted_at IS NOT NULL OR prefix <> substr(
    CASE sort WHEN 'name' THEN coalesce(old._sort_name, '')
              WHEN 'updated' THEN coalesce(old.remote_updated_at, '')
              ELSE coalesce(old.remote_created_at, '') END, 1, length))
  ON CONFLICT DO UPDATE SET live = live + 1;
END;
