-- What a trust gives for a time, to whom, how far and until when; and who then looked.

CREATE TABLE access_grant (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  kind            text NOT NULL,
  scope           text NOT NULL,
  beside          text NOT NULL DEFAULT 'no',
  receiver_id     uuid,
  email           text,
  assessment_id   uuid,
  starts_on       date NOT NULL,
  ends_on         date,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_by_id   uuid,
  ended_at        timestamptz(3),
  CONSTRAINT access_grant_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT access_grant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT access_grant_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES organisation (id)
    ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT access_grant_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT access_grant_beside_known CHECK (beside IN ('no', 'unnamed', 'named')),
  CONSTRAINT access_grant_email_in_small_letters CHECK (email = lower(btrim(email)) AND email <> ''),
  CONSTRAINT access_grant_in_order CHECK (ends_on >= starts_on),
  -- Each kind says to whom it is, and has only the scopes that it can have. All but a group's have a last day.
  CONSTRAINT access_grant_kind_complete CHECK (CASE kind
    WHEN 'consultancy' THEN scope IN ('results', 'answers') AND receiver_id IS NOT NULL AND assessment_id IS NULL
      AND ends_on IS NOT NULL
    WHEN 'guest_reviewer' THEN scope IN ('levels', 'answers') AND receiver_id IS NULL AND email IS NOT NULL
      AND assessment_id IS NOT NULL AND beside = 'no' AND ends_on IS NOT NULL
    WHEN 'group' THEN scope = 'lead' AND receiver_id IS NOT NULL AND assessment_id IS NULL AND beside = 'no'
    ELSE false END)
);
CREATE INDEX access_grant_receiver_id_idx ON access_grant (receiver_id);
CREATE INDEX access_grant_email_idx ON access_grant (email);

CREATE TABLE access_log (
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  day             date NOT NULL,
  grant_id        uuid NOT NULL,
  first_at        timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT access_log_pkey PRIMARY KEY (organisation_id, person_id, day)
);

-- A grant is seen by the organisation that gave it and by whom it is for, who must find it to get in at all.

CREATE FUNCTION acting_email() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT lower(email) FROM person WHERE id = acting_person() $$;

ALTER TABLE access_grant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON access_grant FOR SELECT USING (
  organisation_id = ANY (readable_organisations())
  OR ((email IS NULL OR email = acting_email())
      AND (receiver_id IS NULL
           OR receiver_id IN (SELECT m.organisation_id FROM membership m
                              WHERE m.person_id = acting_person() AND m.ended_at IS NULL))));
CREATE POLICY add ON access_grant FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON access_grant FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

-- Nobody is noted as having looked but by looking.

ALTER TABLE access_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON access_log FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON access_log FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());

GRANT SELECT, INSERT, UPDATE (scope, beside, ends_on, ended_at) ON access_grant TO digital_maturity_app;
GRANT SELECT, INSERT (organisation_id, person_id, day, grant_id) ON access_log TO digital_maturity_app;

CREATE TRIGGER keep_access_log BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
