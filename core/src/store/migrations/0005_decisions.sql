-- heard: a person has taken note of what became of the operation.
ALTER TABLE outbox ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
