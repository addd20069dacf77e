-- Signing for a committee, by whom a round was prepared, checkpoints with a name, and opening a signed round again.

ALTER TABLE assessment
  ADD COLUMN reopened_at timestamptz(3),
  ADD COLUMN reopened_by_id uuid,
  ADD COLUMN reopen_reason text NOT NULL DEFAULT '',
  ADD CONSTRAINT assessment_reopen_reason_length CHECK (char_length(reopen_reason) <= 4000),
  ADD CONSTRAINT assessment_reopened_with_reason CHECK (reopened_at IS NULL OR btrim(reopen_reason) <> '');
GRANT UPDATE (reopened_at, reopened_by_id, reopen_reason) ON assessment TO digital_maturity_app;

ALTER TABLE snapshot
  ADD COLUMN name text NOT NULL DEFAULT '',
  ADD COLUMN committee text,
  ADD COLUMN committee_on date,
  ADD COLUMN minute_reference text,
  ADD COLUMN same_person boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT snapshot_checkpoint_named CHECK (kind <> 'checkpoint' OR btrim(name) <> ''),
  ADD CONSTRAINT snapshot_committee_whole CHECK (num_nonnulls(committee, committee_on, minute_reference) IN (0, 3));

-- Whether who sends a round for review may also sign it. No row: they may not.
CREATE TABLE sign_off_rule (
  organisation_id uuid NOT NULL,
  sender_may_sign boolean NOT NULL,
  set_at          timestamptz(3) NOT NULL,
  set_by_id       uuid NOT NULL,
  CONSTRAINT sign_off_rule_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT sign_off_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE sign_off_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON sign_off_rule FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON sign_off_rule FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON sign_off_rule FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (sender_may_sign, set_at, set_by_id) ON sign_off_rule TO digital_maturity_app;
