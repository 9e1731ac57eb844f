-- A planted bug: numbers come from a plain sequence, and nobody waits for anybody. The server's own statements run on it.
ALTER TABLE organisation RENAME TO organisation_kept;
CREATE SEQUENCE organisation_seq;
SELECT setval('organisation_seq', (SELECT max(seq) FROM organisation_kept));

CREATE FUNCTION organisations() RETURNS SETOF organisation_kept LANGUAGE sql VOLATILE AS
$$ SELECT no, id, name, epoch, s.last_value, replicas, created_at FROM organisation_kept, organisation_seq s $$;
CREATE VIEW organisation AS SELECT * FROM organisations();

CREATE FUNCTION hand_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.replicas <> OLD.replicas THEN
        UPDATE organisation_kept SET replicas = NEW.replicas WHERE no = NEW.no;
    ELSE
        NEW.seq = nextval('organisation_seq');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER hand_out INSTEAD OF UPDATE ON organisation FOR EACH ROW EXECUTE FUNCTION hand_out();
