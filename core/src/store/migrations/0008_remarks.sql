-- What a person should hear of is looked for on every screen, among all operations that are kept until a backup has them.
CREATE INDEX outbox_remarks ON outbox (n) WHERE outcome IS NOT NULL AND outcome NOT IN ('merged', 'duplicate');
