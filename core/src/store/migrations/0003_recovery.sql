-- What a phone keeps so that it can come back from a restored server, a restored or copied file, and a damaged one.

-- epoch: the server's, as it last named it. safe_n, safe_hash: operations up to this one are in a verified backup (or so old
-- that they are taken to be), with the chain there; those after it are kept. relisting: everything is being read again.
-- new_replica: the id of a replica that was asked for and not yet given. most_ops, most_bytes: how much the server takes in
-- one request. next_audit: when digests are compared again. repairs: how often a stream was read again since it differed.
ALTER TABLE device ADD COLUMN epoch INTEGER;
ALTER TABLE device ADD COLUMN safe_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN safe_hash BLOB NOT NULL DEFAULT x'0000000000000000';
ALTER TABLE device ADD COLUMN relisting INTEGER NOT NULL DEFAULT 0;
ALTER TABLE device ADD COLUMN new_replica BLOB;
ALTER TABLE device ADD COLUMN most_ops INTEGER;
ALTER TABLE device ADD COLUMN most_bytes INTEGER;
ALTER TABLE device ADD COLUMN next_audit INTEGER;
ALTER TABLE device ADD COLUMN repairs INTEGER NOT NULL DEFAULT 0;

-- The first release forgot operations as soon as they were answered.
UPDATE device SET safe_n = tail_n, safe_hash = tail_hash;

-- rev: the record's revision after it. point: the chain after it. answered: when, by the server's clock. left_at: when it was
-- left with the server in quarantine, by a phone that may no longer sync.
ALTER TABLE outbox ADD COLUMN rev INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN point BLOB;
ALTER TABLE outbox ADD COLUMN answered INTEGER;
ALTER TABLE outbox ADD COLUMN left_at INTEGER;

-- listed: whether it came since everything is being read again. verified: when phone and server last held the same.
-- again: it is read again from here ('' from the start), since they did not.
ALTER TABLE stream ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
ALTER TABLE stream ADD COLUMN verified INTEGER;
ALTER TABLE stream ADD COLUMN again TEXT;

-- Rows of a whole listing that is not complete, of a stream that is shown: what is shown stays until they are all here.
-- rev: the revision the phone had when the row came; -1 when it had no such record.
CREATE TABLE staged (
    stream INTEGER NOT NULL REFERENCES stream (no),
    id     BLOB NOT NULL,
    author INTEGER NOT NULL,
    rev    INTEGER NOT NULL,
    row    TEXT NOT NULL,
    PRIMARY KEY (stream, id)
) STRICT, WITHOUT ROWID;

-- Operations found in a damaged file whose place in the chain is lost: they are left with the server in quarantine.
CREATE TABLE salvaged (
    no      INTEGER PRIMARY KEY,
    replica BLOB NOT NULL,
    n       INTEGER NOT NULL,
    op      TEXT NOT NULL,
    left_at INTEGER
) STRICT;
