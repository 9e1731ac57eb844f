-- What was erased at somebody's request: the id of a record, or of a case, which is that of its client's record. No operation
-- about it takes effect or is kept again.
CREATE TABLE erased (
    org INTEGER NOT NULL REFERENCES organisation (no),
    id  BLOB NOT NULL CHECK (length(id) = 16),
    at  INTEGER NOT NULL,
    PRIMARY KEY (org, id)
) STRICT, WITHOUT ROWID;

-- Who is told of it beside the streams they may read: their phones may hold operations on it still.
CREATE TABLE erasure_notice (
    person INTEGER NOT NULL REFERENCES person (no),
    seq    INTEGER NOT NULL,
    id     BLOB NOT NULL CHECK (length(id) = 16),
    PRIMARY KEY (person, seq, id)
) STRICT, WITHOUT ROWID;
