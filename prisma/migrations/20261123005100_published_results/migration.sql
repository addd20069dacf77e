-- What a trust shares beyond the people it let in: whether its signed-off results go to its system, and the part of
-- them that then does. A system publishes a template of targets in return.

CREATE TABLE sharing_choice (
  organisation_id uuid NOT NULL,
  with_system     boolean NOT NULL DEFAULT false,
  changed_at      timestamptz(3) NOT NULL,
  changed_by_id   uuid,
  CONSTRAINT sharing_choice_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT sharing_choice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE published_result (
  organisation_id   uuid NOT NULL,
  assessment_id     uuid NOT NULL,
  care_setting      text NOT NULL,
  snapshot_id       uuid NOT NULL,
  round             text NOT NULL,
  framework_id      text NOT NULL,
  framework_version text NOT NULL,
  signed_off_at     timestamptz(3) NOT NULL,
  -- The round was opened again; this is what was signed last.
  being_revised     boolean NOT NULL DEFAULT false,
  -- Without sensitive items: lib/report/shared-result.ts says what is in it.
  result            jsonb NOT NULL,
  CONSTRAINT published_result_pkey PRIMARY KEY (organisation_id, assessment_id, care_setting),
  CONSTRAINT published_result_organisation_id_snapshot_id_fkey FOREIGN KEY (organisation_id, snapshot_id)
    REFERENCES snapshot (organisation_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE target_template (
  organisation_id   uuid NOT NULL,
  framework_id      text NOT NULL,
  framework_version text NOT NULL,
  -- Capability id to the level wanted.
  levels            jsonb NOT NULL,
  reason            text NOT NULL DEFAULT '',
  published_at      timestamptz(3) NOT NULL,
  published_by_id   uuid NOT NULL,
  CONSTRAINT target_template_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT target_template_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

-- The boards and regions that the acting person views, by code; and those that oversee the trusts of that person.

-- Migrations run with row security off, under which a function that reads `membership` would not even be looked at.
SET LOCAL check_function_bodies = off;

CREATE FUNCTION viewed_systems() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT o.ods_code), '{}') FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.person_id = acting_person() AND m.ended_at IS NULL AND m.role = 'system_viewer' AND o.kind IN ('icb', 'region')
$$;

CREATE FUNCTION systems_above() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(code), '{}') FROM organisation o CROSS JOIN LATERAL (VALUES (o.icb_code), (o.region_code)) c (code)
  WHERE o.id = ANY (readable_organisations()) AND code IS NOT NULL
$$;

ALTER TABLE sharing_choice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON sharing_choice FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON sharing_choice FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON sharing_choice FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

-- A row is there only while its trust shares it; then those who view its board or region see it as well.

ALTER TABLE published_result ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON published_result FOR SELECT USING (
  organisation_id = ANY (readable_organisations())
  OR organisation_id IN (SELECT t.id FROM organisation t
                         WHERE t.icb_code = ANY (viewed_systems()) OR t.region_code = ANY (viewed_systems())));
CREATE POLICY add ON published_result FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON published_result FOR DELETE USING (organisation_id = written_organisation());

ALTER TABLE target_template ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON target_template FOR SELECT USING (
  organisation_id = ANY (readable_organisations())
  OR organisation_id IN (SELECT o.id FROM organisation o WHERE o.ods_code = ANY (systems_above())));
CREATE POLICY add ON target_template FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON target_template FOR DELETE USING (organisation_id = written_organisation());

GRANT SELECT, INSERT, UPDATE (with_system, changed_at, changed_by_id) ON sharing_choice TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE ON published_result TO digital_maturity_app;
-- A new template takes the old one's place; it is never changed.
GRANT SELECT, INSERT, DELETE ON target_template TO digital_maturity_app;
