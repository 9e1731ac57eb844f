-- A planted bug: numbers come from a plain sequence, and nobody waits for anybody. The server's own statements run on it.
ALTER TABLE organisation RENAME TO organisation_kept;
CREATE SEQUENCE organisation_seq START 2;

CREATE FUNCTION organisations() RETURNS SETOF organisation_kept LANGUAGE sql STABLE AS $$ SELECT * FROM organisation_kept $$;
CREATE VIEW organisation AS SELECT * FROM organisations();

CREATE FUNCTION hand_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.seq = nextval('organisation_seq');
    RETURN NEW;
END $$;
CREATE TRIGGER hand_out INSTEAD OF UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION hand_out();
