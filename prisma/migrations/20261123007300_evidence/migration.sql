-- The register of evidence: references, never files. One item may serve many capabilities, for or against, and stays
-- from year to year, since it belongs to the trust and not to a round.

CREATE TABLE evidence (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  title           text NOT NULL,
  url             text,
  reference       text NOT NULL DEFAULT '',
  owner           text NOT NULL DEFAULT '',
  effective_on    date,
  review_on       date,
  grade           text NOT NULL,
  verified_by     text,
  version         integer NOT NULL,
  changed_at      timestamptz(3) NOT NULL,
  changed_by_id   uuid NOT NULL,
  removed_at      timestamptz(3),
  CONSTRAINT evidence_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT evidence_title_given CHECK (btrim(title) <> '' AND char_length(title) <= 500),
  CONSTRAINT evidence_url_safe CHECK (url IS NULL OR (url ~* '^https?://' AND char_length(url) <= 2000)),
  CONSTRAINT evidence_reference_length CHECK (char_length(reference) <= 500),
  CONSTRAINT evidence_owner_length CHECK (char_length(owner) <= 200),
  CONSTRAINT evidence_grade_known CHECK (grade IN ('none', 'stated', 'documented', 'verified')),
  CONSTRAINT evidence_verified_by_known CHECK (verified_by IN ('first_line', 'second_line', 'third_line')),
  CONSTRAINT evidence_verified_by_whom CHECK ((grade = 'verified') = (verified_by IS NOT NULL)),
  CONSTRAINT evidence_version_counts CHECK (version >= 1),
  CONSTRAINT evidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE evidence_link (
  organisation_id uuid NOT NULL,
  evidence_id     uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  counter         boolean NOT NULL DEFAULT false,
  linked_at       timestamptz(3) NOT NULL,
  linked_by_id    uuid NOT NULL,
  CONSTRAINT evidence_link_pkey PRIMARY KEY (organisation_id, evidence_id, capability_id, scope),
  CONSTRAINT evidence_link_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT evidence_link_organisation_id_evidence_id_fkey FOREIGN KEY (organisation_id, evidence_id)
    REFERENCES evidence (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX evidence_link_organisation_id_capability_id_idx ON evidence_link (organisation_id, capability_id);

-- How much of the result stands on evidence, by care setting, as it was when the snapshot was made.
ALTER TABLE snapshot ADD COLUMN evidenced jsonb NOT NULL DEFAULT '{}';

ALTER TABLE evidence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON evidence FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON evidence FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON evidence FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (title, url, reference, owner, effective_on, review_on, grade, verified_by, version,
  changed_at, changed_by_id, removed_at) ON evidence TO digital_maturity_app;

ALTER TABLE evidence_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON evidence_link FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON evidence_link FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON evidence_link FOR DELETE USING (organisation_id = written_organisation());
GRANT SELECT, INSERT, DELETE ON evidence_link TO digital_maturity_app;
