-- What was erased at somebody's request: the id of a record, or of a case, which is that of its client's record. No operation
-- about it takes effect or is kept again.
CREATE TABLE erased (
    org BIGINT NOT NULL REFERENCES organisation (no),
    id  BYTEA NOT NULL CHECK (length(id) = 16),
    at  BIGINT NOT NULL,
    PRIMARY KEY (org, id)
);

-- Who is told of it beside the streams they may read: their phones may hold operations on it still.
CREATE TABLE erasure_notice (
    person BIGINT NOT NULL REFERENCES person (no),
    seq    BIGINT NOT NULL,
    id     BYTEA NOT NULL CHECK (length(id) = 16),
    PRIMARY KEY (person, seq, id)
);
