-- settled_at, settled_by, note: when somebody decided on what a phone left, who, and why. What was decided on stays.
ALTER TABLE salvage ADD COLUMN settled_at BIGINT;
ALTER TABLE salvage ADD COLUMN settled_by BIGINT REFERENCES person (no);
ALTER TABLE salvage ADD COLUMN note TEXT;
CREATE INDEX salvage_open ON salvage (org, no) WHERE settled_at IS NULL;
CREATE INDEX salvage_settled_by ON salvage (settled_by) WHERE settled_by IS NOT NULL;

-- What supervisors read: sealed (3), needing confirmation (4), and void (5), which says so.
DROP INDEX entity_received;
CREATE INDEX entity_received ON entity (org, kind, seal_at) WHERE state IN (3, 4, 5);
