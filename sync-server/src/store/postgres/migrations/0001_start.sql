-- The number of steps of the schema that were taken; which also marks the database as ours.
CREATE TABLE schema_version (
    one     BIGINT PRIMARY KEY CHECK (one = 1),
    version BIGINT NOT NULL
);
INSERT INTO schema_version (one, version) VALUES (1, 0);

-- The same tables and columns as SQLite's; a test compares them.
-- Ids are 16 bytes; rows refer to each other by small numbers. Times are milliseconds since 1970 by this server's clock.
-- A sequence number (seq) counts the commits of one organisation; it never leaves the server readable.

CREATE TABLE server (
    one    BIGINT PRIMARY KEY CHECK (one = 1),
    secret BYTEA NOT NULL CHECK (length(secret) = 32)
);

CREATE TABLE organisation (
    no         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         BYTEA NOT NULL UNIQUE CHECK (length(id) = 16),
    name       TEXT NOT NULL,
    epoch      BIGINT NOT NULL,
    seq        BIGINT NOT NULL DEFAULT 0,
    replicas   BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL
);

CREATE TABLE case_ (
    no         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org        BIGINT NOT NULL REFERENCES organisation (no),
    id         BYTEA NOT NULL CHECK (length(id) = 16),
    created_at BIGINT NOT NULL,
    UNIQUE (org, id)
);

-- dirty_seq: the highest seq of anything this person may read; a phone that has read so far has nothing to fetch.
CREATE TABLE person (
    no            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            BYTEA NOT NULL UNIQUE CHECK (length(id) = 16),
    org           BIGINT NOT NULL REFERENCES organisation (no),
    role          TEXT NOT NULL,
    name          TEXT NOT NULL,
    login         TEXT UNIQUE,
    password_hash TEXT,
    case_no       BIGINT REFERENCES case_ (no),
    dirty_seq     BIGINT NOT NULL DEFAULT 0,
    created_at    BIGINT NOT NULL,
    disabled_at   BIGINT
);
CREATE INDEX person_org ON person (org, role);
CREATE INDEX person_case ON person (case_no) WHERE case_no IS NOT NULL;

CREATE TABLE device (
    no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          BYTEA NOT NULL UNIQUE CHECK (length(id) = 16),
    person      BIGINT NOT NULL REFERENCES person (no),
    token_hash  BYTEA NOT NULL UNIQUE CHECK (length(token_hash) = 32),
    platform    TEXT NOT NULL,
    build       TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at  BIGINT,
    last_seen   BIGINT NOT NULL
);
CREATE INDEX device_person ON device (person);

-- One incarnation of a phone's database, and how far its chain of operations has come.
CREATE TABLE replica (
    org         BIGINT NOT NULL REFERENCES organisation (no),
    number      BIGINT NOT NULL,
    id          BYTEA NOT NULL CHECK (length(id) = 16),
    device      BIGINT NOT NULL REFERENCES device (no),
    last_n      BIGINT NOT NULL DEFAULT 0,
    last_hash   BYTEA NOT NULL DEFAULT '\x0000000000000000' CHECK (length(last_hash) = 8),
    last_eff    BIGINT NOT NULL DEFAULT 0,
    last_answer BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (org, number)
);
CREATE INDEX replica_device ON replica (device);

CREATE TABLE enrol_code (
    hash       BYTEA PRIMARY KEY CHECK (length(hash) = 32),
    person     BIGINT NOT NULL REFERENCES person (no),
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at    BIGINT
);
CREATE INDEX enrol_code_person ON enrol_code (person);

CREATE TABLE assignment (
    no      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_no BIGINT NOT NULL REFERENCES case_ (no),
    person  BIGINT NOT NULL REFERENCES person (no),
    since   BIGINT NOT NULL,
    until   BIGINT,
    reason  TEXT
);
CREATE INDEX assignment_case ON assignment (case_no);
CREATE UNIQUE INDEX assignment_current ON assignment (person, case_no) WHERE until IS NULL;

-- audience: the place in the design's list of audiences; owner: the case, person or organisation.
-- The streams of a case are made together, so that reading by number is reading case by case.
CREATE TABLE stream (
    no       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org      BIGINT NOT NULL REFERENCES organisation (no),
    audience BIGINT NOT NULL,
    owner    BYTEA NOT NULL CHECK (length(owner) = 16),
    head_seq BIGINT NOT NULL DEFAULT 0,
    UNIQUE (org, owner, audience)
);

-- g_seq, r_seq: when the stream was granted and taken away. dirty_seq: the highest of g_seq, r_seq and, while the grant
-- stands, the stream's head_seq; it makes "what is new for this person" one range of an index.
CREATE TABLE grant_ (
    person    BIGINT NOT NULL REFERENCES person (no),
    stream    BIGINT NOT NULL REFERENCES stream (no),
    g_seq     BIGINT NOT NULL,
    r_seq     BIGINT,
    dirty_seq BIGINT NOT NULL,
    PRIMARY KEY (person, stream)
);
CREATE INDEX grant_stream ON grant_ (stream) WHERE r_seq IS NULL;
CREATE INDEX grant_news ON grant_ (person, dirty_seq);

-- One table for every kind. fields: the values as a JSON object. cells: for the fields written since the record was made,
-- {"field": {rev, eff, by, origin, seq}}; any other field has revision 1 and the record's own author, eff and origin.
-- siblings: {"field": [other texts]}.
CREATE TABLE entity (
    no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org         BIGINT NOT NULL REFERENCES organisation (no),
    id          BYTEA NOT NULL CHECK (length(id) = 16),
    stream      BIGINT NOT NULL REFERENCES stream (no),
    kind        BIGINT NOT NULL,
    state       BIGINT NOT NULL,
    rev         BIGINT NOT NULL,
    author      BIGINT NOT NULL REFERENCES person (no),
    eff         BIGINT NOT NULL,
    replica     BIGINT NOT NULL,
    n           BIGINT NOT NULL,
    fields      TEXT NOT NULL,
    cells       TEXT,
    siblings    TEXT,
    seal_hash   TEXT,
    seal_by     BIGINT REFERENCES person (no),
    seal_at     BIGINT,
    seq         BIGINT NOT NULL,
    created_seq BIGINT NOT NULL,
    UNIQUE (org, id)
);
CREATE INDEX entity_stream ON entity (stream, seq);
CREATE INDEX entity_author ON entity (author);
CREATE INDEX entity_seal_by ON entity (seal_by) WHERE seal_by IS NOT NULL;
-- What supervisors read: sealed (3) and needing confirmation (4).
CREATE INDEX entity_received ON entity (org, kind, seal_at) WHERE state IN (3, 4);

-- Every operation exactly as it was received, push by push; never edited. ops: a JSON array of the texts, zstd.
-- before, after: the chain before the first operation and after the last. results: for each operation its outcome, the
-- reason if any and the revision its record had after it.
CREATE TABLE history (
    no       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org      BIGINT NOT NULL,
    replica  BIGINT NOT NULL,
    first_n  BIGINT NOT NULL,
    last_n   BIGINT NOT NULL CHECK (last_n >= first_n),
    before   BYTEA NOT NULL CHECK (length(before) = 8),
    after    BYTEA NOT NULL CHECK (length(after) = 8),
    seq      BIGINT,
    received BIGINT NOT NULL,
    ops      BYTEA NOT NULL,
    results  TEXT NOT NULL,
    FOREIGN KEY (org, replica) REFERENCES replica (org, number),
    UNIQUE (org, replica, last_n)
);

-- Operations that did not take effect: kept, never dropped, until a person or a newer server settles them.
CREATE TABLE set_aside (
    no         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org        BIGINT NOT NULL,
    replica    BIGINT NOT NULL,
    n          BIGINT NOT NULL,
    person     BIGINT NOT NULL REFERENCES person (no),
    entity     BYTEA,
    outcome    TEXT NOT NULL,
    why        TEXT,
    op         TEXT NOT NULL,
    at         BIGINT NOT NULL,
    settled_at BIGINT,
    FOREIGN KEY (org, replica) REFERENCES replica (org, number),
    UNIQUE (org, replica, n)
);
CREATE INDEX set_aside_person ON set_aside (person);
CREATE INDEX set_aside_open ON set_aside (org, no) WHERE settled_at IS NULL;
CREATE INDEX set_aside_parked ON set_aside (org, replica, entity) WHERE settled_at IS NULL AND outcome = 'parked';

-- actor: absent for an administrator at the command line. target: the id of what was read or changed.
CREATE TABLE audit (
    no     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    org    BIGINT NOT NULL REFERENCES organisation (no),
    at     BIGINT NOT NULL,
    actor  BIGINT REFERENCES person (no),
    act    TEXT NOT NULL,
    target BYTEA,
    detail TEXT
);
CREATE INDEX audit_org ON audit (org, no);
CREATE INDEX audit_actor ON audit (actor) WHERE actor IS NOT NULL;

CREATE TABLE web_session (
    token_hash BYTEA PRIMARY KEY CHECK (length(token_hash) = 32),
    person     BIGINT NOT NULL REFERENCES person (no),
    csrf       BYTEA NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);
CREATE INDEX web_session_person ON web_session (person);

-- Failures of one sort from one place (an address or a login, as a keyed hash) since the window began.
CREATE TABLE failure (
    sort    TEXT NOT NULL,
    subject BYTEA NOT NULL,
    since   BIGINT NOT NULL,
    count   BIGINT NOT NULL,
    PRIMARY KEY (sort, subject)
);
CREATE INDEX failure_since ON failure (since);
