-- What a record's field was when somebody began to type over it, as in an operation's bases; NULL when the record was not
-- saved yet.
ALTER TABLE draft_save ADD COLUMN base INTEGER;
