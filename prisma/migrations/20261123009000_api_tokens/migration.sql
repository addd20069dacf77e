-- What programs come with in a person's name, and the organisations they may reach by it.

CREATE TABLE api_token (
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  name         text NOT NULL,
  token_hash   text NOT NULL,
  scopes       text[] NOT NULL,
  created_at   timestamptz(3) NOT NULL,
  expires_at   timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  ended_at     timestamptz(3),
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_is_hashed CHECK (token_hash ~ '^[0-9a-f]{64}$'),
  CONSTRAINT api_token_named CHECK (btrim(name) <> '' AND length(name) <= 100),
  CONSTRAINT api_token_scopes_known CHECK (scopes <@ ARRAY['read', 'write_answers', 'export', 'audit'] AND scopes <> '{}'),
  CONSTRAINT api_token_ends_within_a_year CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX api_token_token_hash_key ON api_token (token_hash);
CREATE INDEX api_token_person_id_idx ON api_token (person_id);

CREATE TABLE api_token_reach (
  organisation_id uuid NOT NULL,
  token_id        uuid NOT NULL,
  person_id       uuid NOT NULL,
  roles           text[] NOT NULL,
  grant_ids       uuid[] NOT NULL,
  ended_at        timestamptz(3),
  CONSTRAINT api_token_reach_pkey PRIMARY KEY (organisation_id, token_id),
  -- It stands on something its owner holds there.
  CONSTRAINT api_token_reach_has_ground CHECK (roles <> '{}' OR grant_ids <> '{}'),
  CONSTRAINT api_token_reach_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT api_token_reach_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token (id)
    ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX api_token_reach_token_id_idx ON api_token_reach (token_id);

-- A reach is seen by the organisation and by the person whose token it is, who must find it to get in at all. Nobody
-- gives another person's token a reach.

ALTER TABLE api_token_reach ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON api_token_reach FOR SELECT
  USING (organisation_id = ANY (readable_organisations()) OR person_id = acting_person());
CREATE POLICY add ON api_token_reach FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());
CREATE POLICY change ON api_token_reach FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

GRANT SELECT, INSERT, UPDATE (last_used_at, ended_at) ON api_token TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (ended_at) ON api_token_reach TO digital_maturity_app;
