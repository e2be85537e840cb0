-- Interviews whose feedback is due, and offers in the orders a table shows them.

CREATE INDEX interviews_owing ON ats_interviews (ending_at, _row) WHERE remote_deleted_at IS NULL AND _has_feedback = 0;
CREATE INDEX offers_by_creation ON ats_offers (remote_created_at, _row, status) WHERE remote_deleted_at IS NULL;
CREATE INDEX offers_by_start ON ats_offers (employment_start_date, _row, status) WHERE remote_deleted_at IS NULL;
