-- How people prove who they are: passwords, second factors, identities of other issuers, links sent by e-mail, and
-- the count of tries. Nothing of it belongs to an organisation.

ALTER TABLE session
  ADD COLUMN proved_at   timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN way         text,
  ADD COLUMN browser     text,
  ADD COLUMN network     text,
  ADD COLUMN wrong_codes smallint NOT NULL DEFAULT 0;

CREATE TABLE credential (
  person_id     uuid NOT NULL,
  password_hash text NOT NULL,
  changed_at    timestamptz(3) NOT NULL,
  CONSTRAINT credential_pkey PRIMARY KEY (person_id),
  CONSTRAINT credential_password_is_hashed CHECK (password_hash LIKE '$argon2id$%'),
  CONSTRAINT credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE second_factor (
  person_id    uuid NOT NULL,
  secret       text NOT NULL,
  last_step    bigint NOT NULL,
  confirmed_at timestamptz(3) NOT NULL,
  CONSTRAINT second_factor_pkey PRIMARY KEY (person_id),
  CONSTRAINT second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE recovery_code (
  person_id uuid NOT NULL,
  code_hash text NOT NULL,
  used_at   timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  CONSTRAINT recovery_code_is_hashed CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE identity (
  id           uuid NOT NULL,
  issuer       text NOT NULL,
  subject      text NOT NULL,
  person_id    uuid NOT NULL,
  linked_at    timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  CONSTRAINT identity_pkey PRIMARY KEY (id),
  CONSTRAINT identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX identity_issuer_subject_key ON identity (issuer, subject);
CREATE INDEX identity_person_id_idx ON identity (person_id);

CREATE TABLE single_use_token (
  token_hash text NOT NULL,
  purpose    text NOT NULL,
  person_id  uuid NOT NULL,
  email      text,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  used_at    timestamptz(3),
  CONSTRAINT single_use_token_pkey PRIMARY KEY (token_hash),
  CONSTRAINT single_use_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT single_use_token_purpose_known CHECK (purpose IN ('password_reset', 'email_from_old', 'email_from_new')),
  CONSTRAINT single_use_token_names_the_address CHECK ((purpose = 'password_reset') = (email IS NULL)),
  CONSTRAINT single_use_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX single_use_token_person_id_idx ON single_use_token (person_id);

-- The columns and their order are those of rate-limiter-flexible.
CREATE TABLE rate_limit (
  key    varchar(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

GRANT UPDATE (proved_at, wrong_codes) ON session TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (password_hash, changed_at) ON credential TO digital_maturity_app;
-- Deleted for who has lost theirs: the next sign-in then asks for a new one before it opens anything.
GRANT SELECT, INSERT, DELETE, UPDATE (secret, last_step, confirmed_at) ON second_factor TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON recovery_code TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (last_used_at) ON identity TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON single_use_token TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (points, expire) ON rate_limit TO digital_maturity_app;
