-- Administrators, invitations, memberships with dates, and what the Organisation Data Service says of organisations.

ALTER TABLE person ADD CONSTRAINT person_email_in_small_letters CHECK (email = lower(btrim(email)) AND email <> '');

-- An administrator belongs to the installation and to no organisation. Ended, never deleted.

CREATE TABLE administrator (
  person_id  uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at   timestamptz(3),
  CONSTRAINT administrator_pkey PRIMARY KEY (person_id),
  CONSTRAINT administrator_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE administrator_invitation (
  id             uuid NOT NULL,
  email          text NOT NULL,
  token_hash     text NOT NULL,
  invited_by_id  uuid,
  created_at     timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at     timestamptz(3) NOT NULL,
  accepted_at    timestamptz(3),
  accepted_by_id uuid,
  withdrawn_at   timestamptz(3),
  CONSTRAINT administrator_invitation_pkey PRIMARY KEY (id),
  CONSTRAINT administrator_invitation_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT administrator_invitation_email_in_small_letters CHECK (email = lower(btrim(email)) AND email <> ''),
  CONSTRAINT administrator_invitation_one_end CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  CONSTRAINT administrator_invitation_accepted_by_somebody CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL))
);
CREATE UNIQUE INDEX administrator_invitation_token_hash_key ON administrator_invitation (token_hash);

-- A deputy's role has a first and a last day.

ALTER TABLE membership
  ADD COLUMN starts_on date,
  ADD COLUMN ends_on   date,
  ADD CONSTRAINT membership_in_order CHECK (ends_on >= starts_on);

-- Into which organisation, as what. Without a role it lets somebody have an account and no more: what they were given
-- stands elsewhere, as with a guest reviewer.

CREATE TABLE invitation (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  email           text NOT NULL,
  roles           text[] NOT NULL,
  starts_on       date,
  ends_on         date,
  token_hash      text NOT NULL,
  invited_by_id   uuid,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at      timestamptz(3) NOT NULL,
  accepted_at     timestamptz(3),
  accepted_by_id  uuid,
  withdrawn_at    timestamptz(3),
  CONSTRAINT invitation_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT invitation_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT invitation_email_in_small_letters CHECK (email = lower(btrim(email)) AND email <> ''),
  CONSTRAINT invitation_roles_known CHECK (roles <@ ARRAY['digital_lead', 'coordinator', 'contributor', 'reviewer',
    'approver', 'board_viewer', 'consultant', 'system_viewer']),
  CONSTRAINT invitation_in_order CHECK (ends_on >= starts_on),
  CONSTRAINT invitation_one_end CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  CONSTRAINT invitation_accepted_by_somebody CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL))
);
CREATE UNIQUE INDEX invitation_organisation_id_token_hash_key ON invitation (organisation_id, token_hash);

-- Who belongs where is administration; what they answer is not. An administrator reads the first and nothing else.

CREATE FUNCTION acting_administrator() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT EXISTS (SELECT FROM administrator WHERE person_id = acting_person() AND ended_at IS NULL) $$;

ALTER POLICY read ON membership
  USING (organisation_id = ANY (readable_organisations()) OR person_id = acting_person() OR acting_administrator());

ALTER TABLE invitation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON invitation FOR SELECT
  USING (organisation_id = ANY (readable_organisations()) OR acting_administrator());
CREATE POLICY add ON invitation FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON invitation FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

-- What the Organisation Data Service says. `successor_code` names the organisation a closed one went into.

ALTER TABLE organisation
  ADD COLUMN subtype        text,
  ADD COLUMN opened_on      date,
  ADD COLUMN closed_on      date,
  ADD COLUMN successor_code text,
  ADD CONSTRAINT organisation_name_given CHECK (btrim(name) <> ''),
  ADD CONSTRAINT organisation_in_order CHECK (closed_on >= opened_on),
  ADD CONSTRAINT organisation_successor_is_another CHECK (successor_code <> ods_code);

-- A list of organisations somebody looked at before it was applied: what they saw is what is applied.

CREATE TABLE organisation_import (
  id            uuid NOT NULL,
  made_by_id    uuid,
  made_at       timestamptz(3) NOT NULL,
  files         text[] NOT NULL,
  changes       jsonb NOT NULL,
  applied_at    timestamptz(3),
  applied_by_id uuid,
  CONSTRAINT organisation_import_pkey PRIMARY KEY (id)
);

GRANT SELECT, INSERT, UPDATE (ended_at) ON administrator TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (accepted_at, accepted_by_id, withdrawn_at)
  ON administrator_invitation, invitation TO digital_maturity_app;
GRANT UPDATE (starts_on, ends_on) ON membership TO digital_maturity_app;
GRANT UPDATE (subtype, opened_on, closed_on, successor_code) ON organisation TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (applied_at, applied_by_id) ON organisation_import TO digital_maturity_app;
