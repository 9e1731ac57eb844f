-- Ids are 16-byte blobs; rows refer to each other by small numbers. Times are milliseconds since 1970 by this server's clock.
-- A sequence number (seq) counts the commits of one organisation; it never leaves the server readable.

CREATE TABLE server (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE organisation (
    no         INTEGER PRIMARY KEY,
    id         BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name       TEXT NOT NULL,
    epoch      INTEGER NOT NULL,
    seq        INTEGER NOT NULL DEFAULT 0,
    replicas   INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE case_ (
    no         INTEGER PRIMARY KEY,
    org        INTEGER NOT NULL REFERENCES organisation (no),
    id         BLOB NOT NULL CHECK (length(id) = 16),
    created_at INTEGER NOT NULL,
    UNIQUE (org, id)
) STRICT;

-- dirty_seq: the highest seq of anything this person may read; a phone that has read so far has nothing to fetch.
CREATE TABLE person (
    no            INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    org           INTEGER NOT NULL REFERENCES organisation (no),
    role          TEXT NOT NULL,
    name          TEXT NOT NULL,
    login         TEXT UNIQUE,
    password_hash TEXT,
    case_no       INTEGER REFERENCES case_ (no),
    dirty_seq     INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    disabled_at   INTEGER
) STRICT;
CREATE INDEX person_org ON person (org, role);
CREATE INDEX person_case ON person (case_no) WHERE case_no IS NOT NULL;

CREATE TABLE device (
    no          INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person      INTEGER NOT NULL REFERENCES person (no),
    token_hash  BLOB NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    platform    TEXT NOT NULL,
    build       TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    revoked_at  INTEGER,
    last_seen   INTEGER NOT NULL
) STRICT;
CREATE INDEX device_person ON device (person);

-- One incarnation of a phone's database, and how far its chain of operations has come.
CREATE TABLE replica (
    org         INTEGER NOT NULL REFERENCES organisation (no),
    number      INTEGER NOT NULL,
    id          BLOB NOT NULL CHECK (length(id) = 16),
    device      INTEGER NOT NULL REFERENCES device (no),
    last_n      INTEGER NOT NULL DEFAULT 0,
    last_hash   BLOB NOT NULL DEFAULT x'0000000000000000' CHECK (length(last_hash) = 8),
    last_eff    INTEGER NOT NULL DEFAULT 0,
    last_answer INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (org, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX replica_device ON replica (device);

CREATE TABLE enrol_code (
    hash       BLOB PRIMARY KEY CHECK (length(hash) = 32),
    person     INTEGER NOT NULL REFERENCES person (no),
    made_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX enrol_code_person ON enrol_code (person);

CREATE TABLE assignment (
    no      INTEGER PRIMARY KEY,
    case_no INTEGER NOT NULL REFERENCES case_ (no),
    person  INTEGER NOT NULL REFERENCES person (no),
    since   INTEGER NOT NULL,
    until   INTEGER,
    reason  TEXT
) STRICT;
CREATE INDEX assignment_case ON assignment (case_no);
CREATE UNIQUE INDEX assignment_current ON assignment (person, case_no) WHERE until IS NULL;

-- audience: the place in the design's list of audiences; owner: the case, person or organisation.
-- The streams of a case are made together, so that reading by number is reading case by case.
CREATE TABLE stream (
    no       INTEGER PRIMARY KEY,
    org      INTEGER NOT NULL REFERENCES organisation (no),
    audience INTEGER NOT NULL,
    owner    BLOB NOT NULL CHECK (length(owner) = 16),
    head_seq INTEGER NOT NULL DEFAULT 0,
    UNIQUE (org, owner, audience)
) STRICT;

-- g_seq, r_seq: when the stream was granted and taken away. dirty_seq: the highest of g_seq, r_seq and, while the grant
-- stands, the stream's head_seq; it makes "what is new for this person" one range of an index.
CREATE TABLE grant_ (
    person    INTEGER NOT NULL REFERENCES person (no),
    stream    INTEGER NOT NULL REFERENCES stream (no),
    g_seq     INTEGER NOT NULL,
    r_seq     INTEGER,
    dirty_seq INTEGER NOT NULL,
    PRIMARY KEY (person, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_stream ON grant_ (stream) WHERE r_seq IS NULL;
CREATE INDEX grant_news ON grant_ (person, dirty_seq);

-- One table for every kind. fields: the values as a JSON object. cells: for the fields written since the record was made,
-- {"field": {rev, eff, by, origin, seq}}; any other field has revision 1 and the record's own author, eff and origin.
-- siblings: {"field": [other texts]}.
CREATE TABLE entity (
    no          INTEGER PRIMARY KEY,
    org         INTEGER NOT NULL REFERENCES organisation (no),
    id          BLOB NOT NULL CHECK (length(id) = 16),
    stream      INTEGER NOT NULL REFERENCES stream (no),
    kind        INTEGER NOT NULL,
    state       INTEGER NOT NULL,
    rev         INTEGER NOT NULL,
    author      INTEGER NOT NULL REFERENCES person (no),
    eff         INTEGER NOT NULL,
    replica     INTEGER NOT NULL,
    n           INTEGER NOT NULL,
    fields      TEXT NOT NULL,
    cells       TEXT,
    siblings    TEXT,
    seal_hash   TEXT,
    seal_by     INTEGER REFERENCES person (no),
    seal_at     INTEGER,
    seq         INTEGER NOT NULL,
    created_seq INTEGER NOT NULL,
    UNIQUE (org, id)
) STRICT;
CREATE INDEX entity_stream ON entity (stream, seq);
CREATE INDEX entity_author ON entity (author);
CREATE INDEX entity_seal_by ON entity (seal_by) WHERE seal_by IS NOT NULL;
-- What supervisors read: sealed (3) and needing confirmation (4).
CREATE INDEX entity_received ON entity (org, kind, seal_at) WHERE state IN (3, 4);

-- Every operation exactly as it was received, push by push; never edited. ops: a JSON array of the texts, zstd.
-- before, after: the chain before the first operation and after the last. results: for each operation its outcome, the
-- reason if any and the revision its record had after it.
CREATE TABLE history (
    no       INTEGER PRIMARY KEY,
    org      INTEGER NOT NULL,
    replica  INTEGER NOT NULL,
    first_n  INTEGER NOT NULL,
    last_n   INTEGER NOT NULL CHECK (last_n >= first_n),
    before   BLOB NOT NULL CHECK (length(before) = 8),
    after    BLOB NOT NULL CHECK (length(after) = 8),
    seq      INTEGER,
    received INTEGER NOT NULL,
    ops      BLOB NOT NULL,
    results  TEXT NOT NULL,
    FOREIGN KEY (org, replica) REFERENCES replica (org, number),
    UNIQUE (org, replica, last_n)
) STRICT;

-- Operations that did not take effect: kept, never dropped, until a person or a newer server settles them.
CREATE TABLE set_aside (
    no         INTEGER PRIMARY KEY,
    org        INTEGER NOT NULL,
    replica    INTEGER NOT NULL,
    n          INTEGER NOT NULL,
    person     INTEGER NOT NULL REFERENCES person (no),
    entity     BLOB,
    outcome    TEXT NOT NULL,
    why        TEXT,
    op         TEXT NOT NULL,
    at         INTEGER NOT NULL,
    settled_at INTEGER,
    FOREIGN KEY (org, replica) REFERENCES replica (org, number),
    UNIQUE (org, replica, n)
) STRICT;
CREATE INDEX set_aside_person ON set_aside (person);
CREATE INDEX set_aside_open ON set_aside (org, no) WHERE settled_at IS NULL;
CREATE INDEX set_aside_parked ON set_aside (org, replica, entity) WHERE settled_at IS NULL AND outcome = 'parked';

-- actor: absent for an administrator at the command line. target: the id of what was read or changed.
CREATE TABLE audit (
    no     INTEGER PRIMARY KEY,
    org    INTEGER NOT NULL REFERENCES organisation (no),
    at     INTEGER NOT NULL,
    actor  INTEGER REFERENCES person (no),
    act    TEXT NOT NULL,
    target BLOB,
    detail TEXT
) STRICT;
CREATE INDEX audit_org ON audit (org, no);
CREATE INDEX audit_actor ON audit (actor) WHERE actor IS NOT NULL;

CREATE TABLE web_session (
    token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
    person     INTEGER NOT NULL REFERENCES person (no),
    csrf       BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX web_session_person ON web_session (person);

-- Failures of one sort from one place (an address or a login, as a keyed hash) since the window began.
CREATE TABLE failure (
    sort    TEXT NOT NULL,
    subject BLOB NOT NULL,
    since   INTEGER NOT NULL,
    count   INTEGER NOT NULL,
    PRIMARY KEY (sort, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX failure_since ON failure (since);
