-- device.relisting: 1 while everything is read again, 2 while that is because the server was restored.
-- salvaged.owner: with a record that a restored server may have lost, the case, person or organisation whose stream it is
-- from; NULL with an operation out of a damaged file. Donated records go from here once the server has them.
ALTER TABLE salvaged ADD COLUMN owner BLOB;

-- What waits for a person is looked for on every screen: second submissions to confirm, and puttings away over which an edit
-- won.
CREATE INDEX record_to_confirm ON record (no) WHERE state = 4;
CREATE INDEX outbox_edit_wins ON outbox (n) WHERE why = 'edit_wins';
