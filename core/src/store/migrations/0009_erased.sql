-- scrub: something was erased at somebody's request, and the file is still to be written anew without it. An operation of the
-- outbox whose op is '' was erased: its number and the chain after it stay, so that the chain has no gap.
ALTER TABLE device ADD COLUMN scrub INTEGER NOT NULL DEFAULT 0;
