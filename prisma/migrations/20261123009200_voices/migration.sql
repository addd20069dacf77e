-- Colleagues' own views of an answer, asked for and given blind. Who was asked stands apart from what they said, so that
-- the database itself can keep the latter from whoever still owes a view of the same question.

CREATE TABLE voice (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  person_id       uuid NOT NULL,
  state           text NOT NULL DEFAULT 'asked',
  due             date,
  note            text NOT NULL DEFAULT '',
  asked_at        timestamptz(3) NOT NULL,
  asked_by_id     uuid NOT NULL,
  version         integer NOT NULL DEFAULT 0,
  CONSTRAINT voice_pkey PRIMARY KEY (organisation_id, assessment_id, capability_id, scope, person_id),
  CONSTRAINT voice_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT voice_state_known CHECK (state IN ('asked', 'given', 'withdrawn')),
  CONSTRAINT voice_given_has_version CHECK ((state = 'given') = (version > 0)),
  CONSTRAINT voice_note_length CHECK (char_length(note) <= 4000),
  CONSTRAINT voice_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- Every version of what somebody said; the highest one counts.
CREATE TABLE voice_view (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  person_id       uuid NOT NULL,
  version         integer NOT NULL,
  criteria        jsonb NOT NULL DEFAULT '{}',
  not_applicable  text,
  note            text NOT NULL DEFAULT '',
  confidence      text,
  low             smallint NOT NULL,
  high            smallint NOT NULL,
  at              timestamptz(3) NOT NULL,
  CONSTRAINT voice_view_pkey PRIMARY KEY (organisation_id, assessment_id, capability_id, scope, person_id, version),
  CONSTRAINT voice_view_version_counts CHECK (version > 0),
  CONSTRAINT voice_view_levels CHECK (low BETWEEN 1 AND 5 AND high BETWEEN low AND 5),
  CONSTRAINT voice_view_confidence_known CHECK (confidence IN ('low', 'medium', 'high')),
  CONSTRAINT voice_view_note_length CHECK (char_length(note) <= 4000),
  CONSTRAINT voice_view_voice_fkey
    FOREIGN KEY (organisation_id, assessment_id, capability_id, scope, person_id)
    REFERENCES voice (organisation_id, assessment_id, capability_id, scope, person_id)
    ON DELETE CASCADE ON UPDATE CASCADE
);

ALTER TABLE voice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON voice FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON voice FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND asked_by_id = acting_person());
CREATE POLICY change ON voice FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
-- Taken back, never deleted; they leave only with a deleted round, by the foreign key.
GRANT SELECT, INSERT, UPDATE (state, due, note, asked_at, asked_by_id, version) ON voice TO digital_maturity_app;

ALTER TABLE voice_view ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- Blind: whoever still owes their own view of a question sees nobody's.
CREATE POLICY read ON voice_view FOR SELECT USING (
  organisation_id = ANY (readable_organisations())
  AND NOT EXISTS (
    SELECT FROM voice owed
    WHERE owed.organisation_id = voice_view.organisation_id AND owed.assessment_id = voice_view.assessment_id
      AND owed.capability_id = voice_view.capability_id AND owed.scope = voice_view.scope
      AND owed.person_id = acting_person() AND owed.state = 'asked'));
CREATE POLICY add ON voice_view FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());
-- What somebody said is kept as they said it.
GRANT SELECT, INSERT ON voice_view TO digital_maturity_app;
