-- What it takes to come back from a restored server, a restored phone and a lost one.

-- gc_floor: cursors that have not read so far are void. run, salt: the run of the server that is going on; a cursor names
-- the run it was made in, so that one from a file that was swapped for an older copy is known.
ALTER TABLE organisation ADD COLUMN gc_floor INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN run INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN salt INTEGER NOT NULL DEFAULT 0;

-- Every start of a server: from which commit on its cursors are. Cursors of run 0 are from before the first of them.
CREATE TABLE run (
    org    INTEGER NOT NULL REFERENCES organisation (no),
    no     INTEGER NOT NULL,
    salt   INTEGER NOT NULL,
    starts INTEGER NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (org, no)
) STRICT, WITHOUT ROWID;

-- durable_n: the last operation that is in a verified backup.
ALTER TABLE replica ADD COLUMN durable_n INTEGER NOT NULL DEFAULT 0;
CREATE INDEX replica_id ON replica (org, id);

-- When somebody ordered that what is on the phone be destroyed.
ALTER TABLE device ADD COLUMN wipe_at INTEGER;

-- lane: where the stream stands in a first listing, lower first; lane_seq: the commit that last moved it.
ALTER TABLE stream ADD COLUMN lane INTEGER NOT NULL DEFAULT 30000;
ALTER TABLE stream ADD COLUMN lane_seq INTEGER NOT NULL DEFAULT 0;

-- What phones left that may no longer sync: written, never read by a phone. ops: a JSON array of texts, zstd.
-- first_n: the number of the first operation in its replica. hash: SHA-256 over replica, number and texts.
CREATE TABLE salvage (
    no      INTEGER PRIMARY KEY,
    org     INTEGER NOT NULL REFERENCES organisation (no),
    device  INTEGER NOT NULL REFERENCES device (no),
    person  INTEGER NOT NULL REFERENCES person (no),
    replica BLOB NOT NULL CHECK (length(replica) = 16),
    first_n INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    bytes   INTEGER NOT NULL,
    ops     BLOB NOT NULL,
    hash    BLOB NOT NULL CHECK (length(hash) = 32),
    at      INTEGER NOT NULL,
    UNIQUE (device, hash)
) STRICT;
CREATE INDEX salvage_org ON salvage (org, no);
CREATE INDEX salvage_person ON salvage (person);
