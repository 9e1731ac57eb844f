-- The phone's one encrypted file. A record row shows the mirror (what the server said) with the outbox applied on top;
-- `mirror` holds what the server said for as long as operations of this phone are pending on it.

CREATE TABLE device (
    one          INTEGER PRIMARY KEY CHECK (one = 1),
    replica_id   BLOB NOT NULL,
    identity     TEXT,                        -- who this phone belongs to, as JSON; NULL before enrolment
    next_n       INTEGER NOT NULL DEFAULT 1,  -- number of the next operation
    tail_n       INTEGER NOT NULL DEFAULT 0,  -- last operation the server acknowledged, and the chain there
    tail_hash    BLOB NOT NULL DEFAULT x'0000000000000000',
    cursor       TEXT,
    indexed_to   INTEGER NOT NULL DEFAULT 0,  -- records up to this number are in the search index or in search_stale
    last_sync    INTEGER,
    last_attempt INTEGER,
    last_problem TEXT,
    attempts     INTEGER NOT NULL DEFAULT 0,  -- failed attempts since the last sync
    next_attempt INTEGER
) STRICT;

CREATE TABLE boot (
    no        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    offset_ms INTEGER NOT NULL                -- wall clock minus elapsed time, as last seen in that boot
) STRICT;

CREATE TABLE person (
    no   INTEGER PRIMARY KEY,
    id   BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

-- Kinds of this version have their catalogue number; kinds of newer versions get numbers from 10000 on.
CREATE TABLE kind (
    no   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE stream (
    no       INTEGER PRIMARY KEY,
    audience TEXT NOT NULL,
    owner    BLOB NOT NULL,
    ready    INTEGER NOT NULL,                -- 1: complete, may be shown
    dropped  INTEGER NOT NULL DEFAULT 0,      -- 1: no longer ours; rows go once nothing of them is pending
    filling  INTEGER NOT NULL DEFAULT 0,      -- 1: a whole listing is arriving
    listing  INTEGER NOT NULL DEFAULT 0,      -- number of the last whole listing
    UNIQUE (audience, owner)
) STRICT;

CREATE TABLE record (
    no       INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE,
    stream   INTEGER NOT NULL REFERENCES stream (no),
    kind     INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    at       INTEGER,                         -- the kind's time field
    parent   BLOB,                            -- the kind's parent field
    author   INTEGER NOT NULL REFERENCES person (no),
    rev      INTEGER NOT NULL,                -- 0: the server has not heard of it
    revs     TEXT,                            -- revision of each field not written in `rev`, as JSON
    listing  INTEGER NOT NULL,
    fields   TEXT NOT NULL,                   -- as shown, as JSON
    mirror   TEXT,                            -- as the server has it, as JSON; NULL when that is what is shown
    siblings TEXT,
    seal     TEXT
) STRICT;

CREATE INDEX record_by_stream ON record (stream, kind, at);
CREATE INDEX record_by_parent ON record (parent, kind) WHERE parent IS NOT NULL;
CREATE INDEX record_pending ON record (no) WHERE mirror IS NOT NULL;

CREATE TABLE outbox (
    n       INTEGER PRIMARY KEY,
    record  BLOB NOT NULL,
    stream  INTEGER NOT NULL REFERENCES stream (no),
    op      TEXT NOT NULL,                    -- exactly as it is sent
    at      INTEGER NOT NULL,                 -- wall clock, to show the age of unsent work
    pending INTEGER NOT NULL DEFAULT 1,
    outcome TEXT,
    why     TEXT
) STRICT;

CREATE INDEX outbox_pending ON outbox (record) WHERE pending = 1;
CREATE INDEX outbox_stream ON outbox (stream) WHERE pending = 1;

-- A form that is open on the screen: typed text is durable here long before the form is saved.
CREATE TABLE form (
    id      BLOB PRIMARY KEY,
    kind    INTEGER NOT NULL,
    owner   BLOB NOT NULL,                    -- the case
    started INTEGER NOT NULL
) STRICT;

CREATE TABLE draft_save (
    form  BLOB NOT NULL REFERENCES form (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at    INTEGER NOT NULL,
    PRIMARY KEY (form, field)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE search_stale (no INTEGER PRIMARY KEY) STRICT;
