-- When postings and their texts last changed, without reading the texts.
CREATE INDEX posting_by_update ON reference (kind, remote_id, json_extract(json, '$.updatedAt'))
  WHERE kind IN ('job_posting', 'job_posting_info');

-- Until boards are listed, what an older mirror holds is on the primary one.
INSERT INTO posting_board (posting, board)
SELECT remote_id, '' FROM reference WHERE kind = 'job_posting' AND NOT EXISTS (SELECT 1 FROM posting_board);
