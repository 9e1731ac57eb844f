-- The latest elapsed time seen in a boot: one that runs backwards is another boot, whatever its name says.
ALTER TABLE boot ADD COLUMN latest_ms INTEGER NOT NULL DEFAULT 0;
-- The server's clock minus elapsed time, as its last answer in that boot told it; NULL when it has not answered in it.
ALTER TABLE boot ADD COLUMN server_ms INTEGER;
