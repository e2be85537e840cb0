-- By this it is told whether what can be found of a candidate has changed: a listing that brings the same words again
-- leaves the search index as it is. Without one the candidate is indexed when it next comes.
ALTER TABLE ats_candidates ADD COLUMN _texts_hash INTEGER;
