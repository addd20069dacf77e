-- The logo that a consultancy puts on its gap reports. One row a consultancy; the picture was drawn anew as PNG, so
-- nothing of the file that was sent is in it. Taken away, the row stays with its version and no picture.

CREATE TABLE report_logo (
  organisation_id   uuid NOT NULL,
  version           integer NOT NULL,
  picture           bytea,
  width             integer NOT NULL,
  height            integer NOT NULL,
  changed_at        timestamptz(3) NOT NULL,
  changed_by_id     uuid NOT NULL,
  CONSTRAINT report_logo_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT report_logo_version_counts CHECK (version >= 1),
  CONSTRAINT report_logo_small CHECK (octet_length(picture) <= 600000 AND width BETWEEN 0 AND 600 AND height BETWEEN 0 AND 240),
  CONSTRAINT report_logo_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE report_logo ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON report_logo FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON report_logo FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON report_logo FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (version, picture, width, height, changed_at, changed_by_id) ON report_logo
  TO digital_maturity_app;
