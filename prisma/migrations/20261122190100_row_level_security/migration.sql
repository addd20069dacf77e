-- Beneath the checks in the code: a row of one organisation is out of reach of everyone it did not let in.
-- Three settings, set for one transaction by lib/data/tenant.ts, say who is acting:
--   app.user_id           the person; empty for the system
--   app.organisation_ids  every organisation they may read, separated by commas
--   app.organisation_id   the one organisation they write to; empty for reads
-- Where nothing is set nothing is seen and nothing can be written. The owner of the tables is bound as well.

CREATE FUNCTION acting_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

CREATE FUNCTION readable_organisations() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT string_to_array(nullif(current_setting('app.organisation_ids', true), ''), ',')::uuid[] $$;

CREATE FUNCTION written_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.organisation_id', true), '')::uuid $$;

-- Whole rows of the organisation

ALTER TABLE assessment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON assessment FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON assessment FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON assessment FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON assessment FOR DELETE USING (organisation_id = written_organisation());

ALTER TABLE answer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON answer FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON answer FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON answer FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

ALTER TABLE target ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON target FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON target FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON target FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON target FOR DELETE USING (organisation_id = written_organisation());

ALTER TABLE snapshot ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON snapshot FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON snapshot FOR INSERT WITH CHECK (organisation_id = written_organisation());

-- A membership is seen by the organisation and by the person it is about, who must find it to get in at all.

ALTER TABLE membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON membership FOR SELECT
  USING (organisation_id = ANY (readable_organisations()) OR person_id = acting_person());
CREATE POLICY add ON membership FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON membership FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

-- Nobody adds to a history in another's name; what was refused is its author's alone.

ALTER TABLE answer_revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON answer_revision FOR SELECT
  USING (organisation_id = ANY (readable_organisations()) AND (kind <> 'refused' OR by_id = acting_person()));
CREATE POLICY add ON answer_revision FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND by_id = acting_person());

ALTER TABLE save_receipt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON save_receipt FOR SELECT
  USING (organisation_id = ANY (readable_organisations()) AND person_id = acting_person());
CREATE POLICY add ON save_receipt FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());

-- Events of the installation carry no organisation and are read with other means than the application's role.

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON audit_event FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON audit_event FOR INSERT WITH CHECK (
  (organisation_id IS NULL OR organisation_id = written_organisation())
  AND actor_id IS NOT DISTINCT FROM acting_person());
