-- Why a round in review was given back, each time it was: written once, by whoever gave it back, and never changed.

CREATE TABLE round_return (
  id              uuid NOT NULL,
  organisation_id uuid NOT NULL,
  assessment_id   uuid NOT NULL,
  reason          text NOT NULL,
  returned_at     timestamptz(3) NOT NULL,
  returned_by_id  uuid NOT NULL,
  CONSTRAINT round_return_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT round_return_with_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT round_return_reason_length CHECK (char_length(reason) <= 4000),
  CONSTRAINT round_return_organisation_id_assessment_id_fkey FOREIGN KEY (organisation_id, assessment_id)
    REFERENCES assessment (organisation_id, id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX round_return_organisation_id_assessment_id_idx ON round_return (organisation_id, assessment_id);

ALTER TABLE round_return ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON round_return FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON round_return FOR INSERT
  WITH CHECK (organisation_id = written_organisation() AND returned_by_id = acting_person());
GRANT SELECT, INSERT ON round_return TO digital_maturity_app;
