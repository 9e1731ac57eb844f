-- What was left with the server in quarantine is kept until a backup of it holds it too. left_tail: the last operation the server
-- had acknowledged when it was left, so that a backup with a later one holds what was left as well.
ALTER TABLE salvaged ADD COLUMN left_tail INTEGER;

-- device.aside: files that a rescue set aside lie beside this one; what is erased may be in them.
ALTER TABLE device ADD COLUMN aside INTEGER NOT NULL DEFAULT 0;

-- device.reread: operations were acknowledged while everything is being read again. What they made may come after what is being read,
-- so that the server is asked once more before what did not come is taken for gone.
ALTER TABLE device ADD COLUMN reread INTEGER NOT NULL DEFAULT 0;

-- Records with more than one text are looked for on every screen that says what waits for a decision.
CREATE INDEX record_with_siblings ON record (no) WHERE siblings IS NOT NULL;

UPDATE salvaged SET left_tail = (SELECT tail_n FROM device) WHERE left_at IS NOT NULL;
