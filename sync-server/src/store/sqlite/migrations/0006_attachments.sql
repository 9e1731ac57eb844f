-- The bytes of photos, as they came: entity is the record that says what the photo is, at where the part begins in it.
CREATE TABLE attachment_part (
    entity INTEGER NOT NULL REFERENCES entity (no),
    at     INTEGER NOT NULL,
    bytes  BLOB NOT NULL,
    PRIMARY KEY (entity, at)
) STRICT;
