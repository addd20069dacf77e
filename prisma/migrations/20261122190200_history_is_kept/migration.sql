-- What must never change cannot be changed, by the owner of the tables neither. The application's role has no
-- right to try (see the next migration); these triggers stand behind that.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: its rows are kept as they were written', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

-- FOR EACH STATEMENT: refused even where row-level security would leave no row to refuse.

CREATE TRIGGER keep_audit_event BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER keep_snapshot BEFORE UPDATE OR DELETE OR TRUNCATE ON snapshot
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER keep_answer_revision BEFORE UPDATE OR TRUNCATE ON answer_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A round nobody has answered may be deleted, and what was carried into it goes with it. That reaches the
-- history only from the foreign key's own cascade (one trigger deeper), and stops at the first revision
-- somebody typed: so a round with an answer in it cannot be deleted at all.
CREATE FUNCTION refuse_deleting_what_was_typed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 AND OLD.kind = 'carried_forward' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'DELETE on answer_revision is refused: an answer once given keeps its history'
    USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

CREATE TRIGGER keep_what_was_typed BEFORE DELETE ON answer_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_deleting_what_was_typed();

CREATE FUNCTION refuse_direct_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'DELETE on % is refused: its rows are kept as they were written', TG_TABLE_NAME
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER keep_from_deletion BEFORE DELETE ON answer_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_direct_deletion();

-- A framework version is what assessments were answered against: from `published` on it stays as it is.
CREATE FUNCTION refuse_changing_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'published' THEN
    RAISE EXCEPTION 'framework % % is published and never changes', OLD.framework_id, OLD.version
      USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON framework_version
  FOR EACH ROW EXECUTE FUNCTION refuse_changing_published();

CREATE TRIGGER keep_framework_versions BEFORE TRUNCATE ON framework_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
