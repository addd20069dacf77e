-- What a file says that somebody brought in, until they chose what of it counts. Theirs alone, and gone after a day.

CREATE TABLE upload (
  organisation_id uuid NOT NULL,
  id              uuid NOT NULL,
  kind            text NOT NULL,
  assessment_id   uuid NOT NULL,
  file_name       text NOT NULL,
  content         jsonb NOT NULL,
  uploaded_at     timestamptz(3) NOT NULL,
  uploaded_by_id  uuid NOT NULL,
  applied_at      timestamptz(3),
  taken           integer NOT NULL DEFAULT 0,
  CONSTRAINT upload_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT upload_kind_known CHECK (kind IN ('answers', 'plan')),
  CONSTRAINT upload_file_name_length CHECK (char_length(file_name) <= 200),
  CONSTRAINT upload_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX upload_organisation_id_uploaded_at_idx ON upload (organisation_id, uploaded_at);

ALTER TABLE upload ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON upload FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON upload FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON upload FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
CREATE POLICY remove ON upload FOR DELETE USING (organisation_id = written_organisation());
GRANT SELECT, INSERT, DELETE, UPDATE (applied_at, taken) ON upload TO digital_maturity_app;

-- A version can come from a workbook that was filled in away from the service.
ALTER TABLE answer_revision DROP CONSTRAINT answer_revision_kind_known;
ALTER TABLE answer_revision ADD CONSTRAINT answer_revision_kind_known CHECK (kind IN
  ('saved', 'carried_forward', 'withdrawn', 'undone', 'copied', 'challenge', 'agreed', 'workbook', 'refused'));
