-- The tables of schema.prisma, with the checks on values that Prisma has no words for.

-- The installation and what it holds for everyone

CREATE TABLE installation (
  id         smallint NOT NULL DEFAULT 1,
  kind       text NOT NULL DEFAULT 'service',
  seed_hash  text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT installation_pkey PRIMARY KEY (id),
  CONSTRAINT installation_one_row CHECK (id = 1),
  CONSTRAINT installation_kind_known CHECK (kind IN ('service', 'demo'))
);

CREATE TABLE person (
  id         uuid NOT NULL,
  email      text,
  name       text NOT NULL,
  job_title  text,
  demo_id    text,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_name_given CHECK (btrim(name) <> '')
);
CREATE UNIQUE INDEX person_email_key ON person (email);
CREATE UNIQUE INDEX person_demo_id_key ON person (demo_id);

CREATE TABLE session (
  id           uuid NOT NULL,
  token_hash   text NOT NULL,
  person_id    uuid NOT NULL,
  assured      boolean NOT NULL DEFAULT false,
  created_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  last_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at     timestamptz(3),
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX session_token_hash_key ON session (token_hash);
CREATE INDEX session_person_id_idx ON session (person_id);

CREATE TABLE organisation (
  id            uuid NOT NULL,
  ods_code      text NOT NULL,
  name          text NOT NULL,
  kind          text NOT NULL,
  care_settings text[] NOT NULL,
  region_code   text,
  icb_code      text,
  created_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT organisation_pkey PRIMARY KEY (id),
  CONSTRAINT organisation_ods_code_form CHECK (ods_code ~ '^[A-Z0-9-]{2,12}$'),
  CONSTRAINT organisation_kind_known
    CHECK (kind IN ('trust', 'group', 'icb', 'region', 'consultancy', 'gp_practice')),
  CONSTRAINT organisation_care_settings_known
    CHECK (care_settings <@ ARRAY['acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice'])
);
CREATE UNIQUE INDEX organisation_ods_code_key ON organisation (ods_code);

CREATE TABLE framework_version (
  framework_id text NOT NULL,
  version      text NOT NULL,
  status       text NOT NULL,
  content_hash text NOT NULL,
  document     jsonb NOT NULL,
  stored_at    timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT framework_version_pkey PRIMARY KEY (framework_id, version),
  CONSTRAINT framework_version_status_known CHECK (status IN ('draft', 'published'))
);

-- One organisation's own. Every key and reference carries organisation_id, so that a row can only ever
-- belong to rows of its own organisation.

CREATE TABLE membership (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  role            text NOT NULL,
  created_at      timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ended_at        timestamptz(3),
  CONSTRAINT membership_pkey PRIMARY KEY (organisation_id, id),
  -- An administrator belongs to the installation: as a member they could read an organisation's answers.
  CONSTRAINT membership_role_known CHECK (role IN ('digital_lead', 'coordinator', 'contributor', 'reviewer',
    'approver', 'board_viewer', 'consultant', 'system_viewer')),
  CONSTRAINT membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX membership_organisation_id_person_id_role_key
  ON membership (organisation_id, person_id, role);
CREATE INDEX membership_person_id_idx ON membership (person_id);

CREATE TABLE assessment (
  id                uuid NOT NULL,
  organisation_id   uuid NOT NULL,
  round             text NOT NULL,
  framework_id      text NOT NULL,
  framework_version text NOT NULL,
  care_settings     text[] NOT NULL,
  state             text NOT NULL DEFAULT 'in_progress',
  started_at        timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  started_by_id     uuid NOT NULL,
  sent_at           timestamptz(3),
  sent_by_id        uuid,
  signed_off_at     timestamptz(3),
  CONSTRAINT assessment_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT assessment_round_form CHECK (round ~ '^[0-9]{4}/[0-9]{2}$'),
  CONSTRAINT assessment_state_known CHECK (state IN ('in_progress', 'in_review', 'signed_off')),
  CONSTRAINT assessment_care_settings_known CHECK (
    cardinality(care_settings) > 0 AND
    care_settings <@ ARRAY['acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice']),
  CONSTRAINT assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT assessment_framework_id_framework_version_fkey FOREIGN KEY (framework_id, framework_version)
    REFERENCES framework_version (framework_id, version) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX assessment_organisation_id_round_key ON assessment (organisation_id, round);

CREATE TABLE answer (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  version         integer NOT NULL,
  criteria        jsonb NOT NULL DEFAULT '{}',
  not_applicable  text,
  note            text NOT NULL DEFAULT '',
  confidence      text,
  carried_forward boolean NOT NULL DEFAULT false,
  withdrawn       boolean NOT NULL DEFAULT false,
  saved_at        timestamptz(3) NOT NULL,
  saved_by_id     uuid NOT NULL,
  CONSTRAINT answer_pkey PRIMARY KEY (organisation_id, assessment_id, capability_id, scope),
  CONSTRAINT answer_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT answer_version_counts CHECK (version >= 1),
  CONSTRAINT answer_criteria_is_a_map CHECK (jsonb_typeof(criteria) = 'object'),
  CONSTRAINT answer_one_way_only CHECK (not_applicable IS NULL OR criteria = '{}'),
  CONSTRAINT answer_note_length CHECK (char_length(note) <= 4000),
  CONSTRAINT answer_confidence_known CHECK (confidence IN ('low', 'medium', 'high')),
  CONSTRAINT answer_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE answer_revision (
  id              bigserial NOT NULL,
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  kind            text NOT NULL,
  version         integer NOT NULL,
  value           jsonb NOT NULL,
  at              timestamptz(3) NOT NULL,
  by_id           uuid NOT NULL,
  CONSTRAINT answer_revision_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT answer_revision_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT answer_revision_kind_known CHECK (kind IN ('saved', 'carried_forward', 'withdrawn', 'refused')),
  -- What was refused may have been typed before anything was saved.
  CONSTRAINT answer_revision_version_counts CHECK (version >= 1 OR (kind = 'refused' AND version = 0)),
  CONSTRAINT answer_revision_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX answer_revision_of_answer_idx
  ON answer_revision (organisation_id, assessment_id, capability_id, scope, version);
-- Each accepted version stands in the history once.
CREATE UNIQUE INDEX answer_revision_version_once
  ON answer_revision (organisation_id, assessment_id, capability_id, scope, version) WHERE kind <> 'refused';

CREATE TABLE save_receipt (
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  key             uuid NOT NULL,
  body_hash       text NOT NULL,
  reply           jsonb NOT NULL,
  at              timestamptz(3) NOT NULL,
  CONSTRAINT save_receipt_pkey PRIMARY KEY (organisation_id, person_id, key)
);

CREATE TABLE target (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  level           smallint NOT NULL,
  by              date,
  reason          text NOT NULL DEFAULT '',
  set_at          timestamptz(3) NOT NULL,
  set_by_id       uuid NOT NULL,
  CONSTRAINT target_pkey PRIMARY KEY (organisation_id, assessment_id, capability_id, scope),
  CONSTRAINT target_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT target_level_range CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT target_reason_length CHECK (char_length(reason) <= 4000),
  CONSTRAINT target_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE snapshot (
  id                uuid NOT NULL,
  organisation_id   uuid NOT NULL,
  assessment_id     uuid NOT NULL,
  kind              text NOT NULL,
  round             text NOT NULL,
  framework_id      text NOT NULL,
  framework_version text NOT NULL,
  engine_version    text NOT NULL,
  answers           jsonb NOT NULL,
  results           jsonb NOT NULL,
  warnings          jsonb NOT NULL DEFAULT '[]',
  content_hash      text NOT NULL,
  at                timestamptz(3) NOT NULL,
  by_id             uuid NOT NULL,
  by_name           text NOT NULL,
  by_role           text NOT NULL,
  CONSTRAINT snapshot_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT snapshot_kind_known CHECK (kind IN ('sign_off', 'checkpoint')),
  CONSTRAINT snapshot_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX snapshot_organisation_id_at_idx ON snapshot (organisation_id, at);

CREATE TABLE audit_event (
  id              bigserial NOT NULL,
  organisation_id uuid,
  at              timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  actor_id        uuid,
  action          text NOT NULL,
  subject         text NOT NULL,
  detail          jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT audit_event_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_event_organisation_id_at_idx ON audit_event (organisation_id, at);
