-- Instrument packs this phone was given, as they were signed. They stay when their version is withdrawn or their signer is no
-- longer trusted: old answers are read with the words they were given to.

CREATE TABLE pack (
    instrument TEXT NOT NULL,
    version    INTEGER NOT NULL,
    withdrawal INTEGER NOT NULL,              -- 0: a definition; 1: the word that it is not to be begun any more
    pack       BLOB NOT NULL,                 -- the file, byte for byte
    loaded_at  INTEGER NOT NULL,              -- by the phone's wall clock
    PRIMARY KEY (instrument, version, withdrawal)
) STRICT;
