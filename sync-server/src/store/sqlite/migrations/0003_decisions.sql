-- eff: when the operation was done, by the server's reckoning. told: up to which commit its phone had been told what was taken
-- away. settled_seq: the commit in which somebody decided on it, by which its phone learns of it. note: why, for the record.
ALTER TABLE set_aside ADD COLUMN eff INTEGER NOT NULL DEFAULT 0;
ALTER TABLE set_aside ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE set_aside ADD COLUMN settled_seq INTEGER;
ALTER TABLE set_aside ADD COLUMN settled_by INTEGER REFERENCES person (no);
ALTER TABLE set_aside ADD COLUMN note TEXT;
CREATE INDEX set_aside_told ON set_aside (org, replica, settled_seq) WHERE settled_seq IS NOT NULL;
CREATE INDEX set_aside_settled_by ON set_aside (settled_by) WHERE settled_by IS NOT NULL;
