-- Applications by their stage alone, whatever the job.
CREATE INDEX applications_by_current_stage ON ats_applications (current_stage_id) WHERE remote_deleted_at IS NULL;
