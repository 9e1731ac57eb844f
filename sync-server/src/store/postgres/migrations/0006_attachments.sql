-- The bytes of photos, as they came: entity is the record that says what the photo is, at where the part begins in it.
CREATE TABLE attachment_part (
    entity BIGINT NOT NULL REFERENCES entity (no),
    at     BIGINT NOT NULL,
    bytes  BYTEA NOT NULL,
    PRIMARY KEY (entity, at)
);
