-- A planted bug: numbers come from a plain sequence, and nobody waits for anybody. The server's own statements run on it.
ALTER TABLE organisation RENAME TO organisation_kept;
CREATE SEQUENCE organisation_seq;
SELECT setval('organisation_seq', (SELECT max(seq) FROM organisation_kept));

CREATE FUNCTION organisations() RETURNS SETOF organisation_kept LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    kept organisation_kept;
BEGIN
    FOR kept IN SELECT * FROM organisation_kept LOOP
        kept.seq = (SELECT last_value FROM organisation_seq);
        RETURN NEXT kept;
    END LOOP;
END $$;
CREATE VIEW organisation AS SELECT * FROM organisations();

CREATE FUNCTION hand_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.seq <> OLD.seq THEN
        NEW.seq = nextval('organisation_seq');
    ELSE
        UPDATE organisation_kept SET replicas = NEW.replicas, epoch = NEW.epoch, gc_floor = NEW.gc_floor, run = NEW.run, salt = NEW.salt
        WHERE no = NEW.no;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hand_out INSTEAD OF UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION hand_out();
