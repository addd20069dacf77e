-- A target says whose it is, counts its changes, and says who approved it as it stands.
ALTER TABLE target
  ADD COLUMN owner          text NOT NULL DEFAULT '',
  ADD COLUMN version        integer NOT NULL DEFAULT 1,
  ADD COLUMN approved_at    timestamptz(3),
  ADD COLUMN approved_by_id uuid,
  ADD CONSTRAINT target_owner_length CHECK (char_length(owner) <= 200),
  ADD CONSTRAINT target_version_counts CHECK (version >= 1),
  ADD CONSTRAINT target_approved_by_whom CHECK ((approved_at IS NULL) = (approved_by_id IS NULL));
GRANT UPDATE (owner, version, approved_at, approved_by_id) ON target TO digital_maturity_app;

-- What a trust says of a gap in one care setting, beside what the framework and the rules say: never in their place.
CREATE TABLE gap_view (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  care_setting    text NOT NULL,
  standing        text,
  standing_reason text NOT NULL DEFAULT '',
  importance      smallint,
  effort          integer,
  adjusted_reason text NOT NULL DEFAULT '',
  version         integer NOT NULL,
  changed_at      timestamptz(3) NOT NULL,
  changed_by_id   uuid NOT NULL,
  CONSTRAINT gap_view_pkey PRIMARY KEY (organisation_id, assessment_id, capability_id, care_setting),
  CONSTRAINT gap_view_care_setting_known CHECK (care_setting IN
    ('acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT gap_view_standing_known CHECK (standing IN ('now', 'later')),
  CONSTRAINT gap_view_standing_reason_length CHECK (char_length(standing_reason) <= 1000),
  CONSTRAINT gap_view_importance_known CHECK (importance BETWEEN 1 AND 3),
  CONSTRAINT gap_view_effort_known CHECK (effort BETWEEN 1 AND 999),
  CONSTRAINT gap_view_adjusted_reason_length CHECK (char_length(adjusted_reason) <= 1000),
  CONSTRAINT gap_view_adjusted_why CHECK
    ((importance IS NULL AND effort IS NULL) OR btrim(adjusted_reason) <> ''),
  CONSTRAINT gap_view_version_counts CHECK (version >= 1),
  CONSTRAINT gap_view_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE gap_view ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON gap_view FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON gap_view FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON gap_view FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (standing, standing_reason, importance, effort, adjusted_reason, version, changed_at,
  changed_by_id) ON gap_view TO digital_maturity_app;
