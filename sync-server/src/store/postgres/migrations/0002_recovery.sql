-- What it takes to come back from a restored server, a restored phone and a lost one.

-- gc_floor: cursors that have not read so far are void. run, salt: the run of the server that is going on; a cursor names
-- the run it was made in, so that one from a file that was swapped for an older copy is known.
ALTER TABLE organisation ADD COLUMN gc_floor BIGINT NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN run BIGINT NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN salt BIGINT NOT NULL DEFAULT 0;

-- Every start of a server: from which commit on its cursors are. Cursors of run 0 are from before the first of them.
CREATE TABLE run (
    org    BIGINT NOT NULL REFERENCES organisation (no),
    no     BIGINT NOT NULL,
    salt   BIGINT NOT NULL,
    starts BIGINT NOT NULL,
    at     BIGINT NOT NULL,
    PRIMARY KEY (org, no)
);

-- durable_n: the last operation that is in a verified backup.
ALTER TABLE replica ADD COLUMN durable_n BIGINT NOT NULL DEFAULT 0;
CREATE INDEX replica_id ON replica (org, id);

-- When somebody ordered that what is on the phone be destroyed.
ALTER TABLE device ADD COLUMN wipe_at BIGINT;

-- lane: where the stream stands in a first listing, lower first; lane_seq: the commit that last moved it.
ALTER TABLE stream ADD COLUMN lane BIGINT NOT NULL DEFAULT 30000;
ALTER TABLE stream ADD COLUMN lane_seq BIGINT NOT NULL DEFAULT 0;

-- What phones left that may no longer sync: written, never read by a phone. ops: a JSON array of texts, zstd.
-- first_n: the number of the first operation in its replica. hash: SHA-256 over replica, number and texts.
CREATE TABLE salvage (
    no      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org     BIGINT NOT NULL REFERENCES organisation (no),
    device  BIGINT NOT NULL REFERENCES device (no),
    person  BIGINT NOT NULL REFERENCES person (no),
    replica BYTEA NOT NULL CHECK (length(replica) = 16),
    first_n BIGINT NOT NULL,
    count   BIGINT NOT NULL,
    bytes   BIGINT NOT NULL,
    ops     BYTEA NOT NULL,
    hash    BYTEA NOT NULL CHECK (length(hash) = 32),
    at      BIGINT NOT NULL,
    UNIQUE (device, hash)
);
CREATE INDEX salvage_org ON salvage (org, no);
CREATE INDEX salvage_person ON salvage (person);
