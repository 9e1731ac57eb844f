-- What a picker looks through: the few values of each service by which it is found, so that five thousand are read without
-- opening a record. Made from the records with the search index, and at any time again.

CREATE TABLE service_index (
    no            INTEGER PRIMARY KEY,        -- the record's
    id            BLOB NOT NULL,
    status        TEXT NOT NULL,
    category      TEXT NOT NULL,
    days          INTEGER NOT NULL,           -- a bit a day, Monday the lowest; 0 when nobody said
    minimum_age   INTEGER,
    maximum_age   INTEGER,
    latitude      INTEGER,                    -- millionths of a degree
    longitude     INTEGER,
    district      TEXT,                       -- the first half of the postcode
    free          INTEGER,
    expected_days INTEGER,
    languages     TEXT NOT NULL,              -- in small letters, a line each
    confirmed_at  INTEGER
) STRICT;

CREATE INDEX service_by_category ON service_index (category);
CREATE INDEX service_by_district ON service_index (district);

-- Records that are in the search index already are looked at again.
INSERT INTO search (search) VALUES ('delete-all');
DELETE FROM search_stale;
UPDATE device SET indexed_to = 0;
