-- Who is asked to answer which question, and answers that one person typed for another.

CREATE TABLE assignment (
  organisation_id uuid NOT NULL,
  id              uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  person_id       uuid NOT NULL,
  due             date,
  note            text NOT NULL DEFAULT '',
  state           text NOT NULL DEFAULT 'open',
  assigned_at     timestamptz(3) NOT NULL,
  assigned_by_id  uuid NOT NULL,
  closed_at       timestamptz(3),
  closed_by_id    uuid,
  reason          text NOT NULL DEFAULT '',
  CONSTRAINT assignment_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT assignment_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT assignment_state_known CHECK (state IN ('open', 'handed_back', 'ended')),
  CONSTRAINT assignment_closed_once_not_open CHECK ((state = 'open') = (closed_at IS NULL)),
  CONSTRAINT assignment_closed_by_somebody CHECK ((closed_at IS NULL) = (closed_by_id IS NULL)),
  CONSTRAINT assignment_note_length CHECK (char_length(note) <= 4000),
  CONSTRAINT assignment_reason_length CHECK (char_length(reason) <= 4000),
  CONSTRAINT assignment_handed_back_with_reason CHECK (state <> 'handed_back' OR reason <> ''),
  CONSTRAINT assignment_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX assignment_of_answer_idx ON assignment (organisation_id, assessment_id, capability_id, scope);
-- A question is one person's at a time.
CREATE UNIQUE INDEX assignment_open_once
  ON assignment (organisation_id, assessment_id, capability_id, scope) WHERE state = 'open';

ALTER TABLE assignment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON assignment FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON assignment FOR INSERT WITH CHECK
  (organisation_id = written_organisation() AND assigned_by_id = acting_person());
CREATE POLICY change ON assignment FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());

-- Ended, never deleted; they leave only with a deleted round, by the foreign key.
GRANT SELECT, INSERT, UPDATE (due, note, state, closed_at, closed_by_id, reason) ON assignment
  TO digital_maturity_app;

-- Whom a coordinator typed an answer for; null once somebody confirmed it or answered anew.
ALTER TABLE answer ADD COLUMN entered_for_id uuid;
GRANT UPDATE (entered_for_id) ON answer TO digital_maturity_app;

-- The reminder a person was sent on a day: one digest a day at most, whichever process is the first to try.
CREATE TABLE digest (
  organisation_id uuid NOT NULL,
  person_id       uuid NOT NULL,
  day             date NOT NULL,
  at              timestamptz(3) NOT NULL,
  CONSTRAINT digest_pkey PRIMARY KEY (organisation_id, person_id, day)
);

ALTER TABLE digest ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON digest FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON digest FOR INSERT WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT ON digest TO digital_maturity_app;
