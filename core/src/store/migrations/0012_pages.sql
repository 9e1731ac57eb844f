-- What a save costs is how many pages of the file it changes. An operation under way is found by its record or by its stream, out
-- of one index; nothing is found by whether it has a mirror; and an open form is found by its id alone.

DROP INDEX outbox_stream;
DROP INDEX outbox_pending;
CREATE INDEX outbox_pending ON outbox (record, stream) WHERE pending = 1;
DROP INDEX record_pending;

CREATE TABLE form_by_id (
    id      BLOB PRIMARY KEY,
    kind    INTEGER NOT NULL,
    owner   BLOB NOT NULL,                    -- the case
    started INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO form_by_id (id, kind, owner, started) SELECT id, kind, owner, started FROM form;

CREATE TABLE draft_of_form (
    form  BLOB NOT NULL REFERENCES form_by_id (id) ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at    INTEGER NOT NULL,
    base  INTEGER,                            -- see 0004
    PRIMARY KEY (form, field)
) STRICT;

INSERT INTO draft_of_form (form, field, value, at, base) SELECT form, field, value, at, base FROM draft_save;

DROP TABLE draft_save;
DROP TABLE form;
ALTER TABLE form_by_id RENAME TO form;
ALTER TABLE draft_of_form RENAME TO draft_save;
