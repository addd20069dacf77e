-- What a reviewer says against an answer, what colleagues say about it, and what a review comes to.

CREATE TABLE challenge (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  level           smallint NOT NULL,
  reason          text NOT NULL,
  state           text NOT NULL DEFAULT 'open',
  reply           text NOT NULL DEFAULT '',
  raised_at       timestamptz(3) NOT NULL,
  raised_by_id    uuid NOT NULL,
  replied_at      timestamptz(3),
  replied_by_id   uuid,
  closed_at       timestamptz(3),
  closed_by_id    uuid,
  CONSTRAINT challenge_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT challenge_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT challenge_level_range CHECK (level BETWEEN 1 AND 5),
  CONSTRAINT challenge_reason_given CHECK (btrim(reason) <> '' AND char_length(reason) <= 4000),
  CONSTRAINT challenge_reply_length CHECK (char_length(reply) <= 4000),
  CONSTRAINT challenge_state_known CHECK (state IN ('open', 'answered', 'accepted', 'upheld', 'withdrawn')),
  CONSTRAINT challenge_closed_whole CHECK ((state IN ('open', 'answered')) = (closed_at IS NULL)),
  CONSTRAINT challenge_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX challenge_organisation_id_assessment_id_capability_id_idx
  ON challenge (organisation_id, assessment_id, capability_id);
-- One open challenge of an answer at a time.
CREATE UNIQUE INDEX challenge_one_open ON challenge (organisation_id, assessment_id, capability_id, scope)
  WHERE state IN ('open', 'answered');

CREATE TABLE comment (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  capability_id   text NOT NULL,
  scope           text NOT NULL,
  text            text NOT NULL,
  at              timestamptz(3) NOT NULL,
  by_id           uuid NOT NULL,
  mentions        uuid[] NOT NULL DEFAULT '{}',
  resolved_at     timestamptz(3),
  resolved_by_id  uuid,
  CONSTRAINT comment_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT comment_scope_known CHECK (scope IN
    ('organisation', 'acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT comment_text_given CHECK (btrim(text) <> '' AND char_length(text) <= 4000),
  CONSTRAINT comment_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX comment_organisation_id_assessment_id_capability_id_idx
  ON comment (organisation_id, assessment_id, capability_id);

-- Its author alone may change it: nobody in the trust can, and no other reviewer.
CREATE TABLE review_summary (
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  person_id       uuid NOT NULL,
  sampled         integer NOT NULL,
  confidence      text NOT NULL,
  risk            text NOT NULL,
  text            text NOT NULL,
  written_at      timestamptz(3) NOT NULL,
  CONSTRAINT review_summary_pkey PRIMARY KEY (organisation_id, assessment_id, person_id),
  CONSTRAINT review_summary_sampled_counts CHECK (sampled >= 0),
  CONSTRAINT review_summary_confidence_known CHECK (confidence IN ('low', 'medium', 'high')),
  CONSTRAINT review_summary_risk_known CHECK (risk IN ('low', 'medium', 'high')),
  CONSTRAINT review_summary_text_length CHECK (char_length(text) <= 4000),
  CONSTRAINT review_summary_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);

-- The reviewers' levels and summaries as they stood, kept beside the trust's own.
ALTER TABLE snapshot ADD COLUMN review jsonb NOT NULL DEFAULT '{}';

ALTER TABLE challenge ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON challenge FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON challenge FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND raised_by_id = acting_person());
CREATE POLICY change ON challenge FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (state, reply, replied_at, replied_by_id, closed_at, closed_by_id) ON challenge
  TO digital_maturity_app;

ALTER TABLE comment ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON comment FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON comment FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND by_id = acting_person());
CREATE POLICY change ON comment FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (resolved_at, resolved_by_id) ON comment TO digital_maturity_app;

ALTER TABLE review_summary ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON review_summary FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON review_summary FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());
CREATE POLICY change ON review_summary FOR UPDATE
  USING (organisation_id = written_organisation() AND person_id = acting_person())
  WITH CHECK (organisation_id = written_organisation() AND person_id = acting_person());
GRANT SELECT, INSERT, UPDATE (sampled, confidence, risk, text, written_at) ON review_summary
  TO digital_maturity_app;
