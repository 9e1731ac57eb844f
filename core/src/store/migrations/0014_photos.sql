-- The bytes of photos: those this phone took, until and after the server has them, and those it fetched to show them.
-- id: the record that says what the photo is. mine: taken here. there: how many bytes the server has of it.
CREATE TABLE photo (
    id     BLOB PRIMARY KEY CHECK (length(id) = 16),
    stream INTEGER NOT NULL REFERENCES stream (no),
    bytes  INTEGER NOT NULL,
    mine   INTEGER NOT NULL,
    there  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photo_stream ON photo (stream);
CREATE INDEX photo_to_send ON photo (id) WHERE mine = 1 AND there < bytes;

CREATE TABLE photo_part (
    photo BLOB NOT NULL REFERENCES photo (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (photo, at)
) STRICT;
