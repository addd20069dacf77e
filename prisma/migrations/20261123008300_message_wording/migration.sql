-- How people worded the key messages that a board reads of a signed-off result. The drawn text is not kept: it comes
-- from the snapshot at any time. Every wording stays as it was written; the latest version counts.

CREATE TABLE message_wording (
  organisation_id uuid NOT NULL,
  snapshot_id     uuid NOT NULL,
  care_setting    text NOT NULL,
  audience        text NOT NULL,
  version         integer NOT NULL,
  texts           jsonb NOT NULL,
  edited_at       timestamptz(3) NOT NULL,
  by_id           uuid NOT NULL,
  by_role         text NOT NULL,
  CONSTRAINT message_wording_pkey PRIMARY KEY (organisation_id, snapshot_id, care_setting, audience, version),
  CONSTRAINT message_wording_care_setting_known CHECK (care_setting IN
    ('acute', 'mental_health', 'community', 'ambulance', 'specialist', 'practice')),
  CONSTRAINT message_wording_audience_known CHECK (audience IN ('private', 'public')),
  CONSTRAINT message_wording_version_counts CHECK (version >= 1),
  CONSTRAINT message_wording_organisation_id_snapshot_id_fkey FOREIGN KEY (organisation_id, snapshot_id)
    REFERENCES snapshot (organisation_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TRIGGER keep_message_wording BEFORE UPDATE OR DELETE OR TRUNCATE ON message_wording
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE message_wording ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON message_wording FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON message_wording FOR INSERT WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT ON message_wording TO digital_maturity_app;
