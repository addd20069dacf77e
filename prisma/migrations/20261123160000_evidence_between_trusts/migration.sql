-- A piece of evidence that a group's lead copied from another of its trusts: it speaks for nothing here until somebody
-- confirms it.

ALTER TABLE evidence
  ADD COLUMN copied_from text NOT NULL DEFAULT '',
  ADD COLUMN copied_piece_id uuid,
  ADD COLUMN to_confirm boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT evidence_to_confirm_is_a_copy CHECK (NOT to_confirm OR copied_from <> '');
CREATE UNIQUE INDEX evidence_organisation_id_copied_piece_id_key ON evidence (organisation_id, copied_piece_id);
GRANT UPDATE (copied_piece_id, to_confirm) ON evidence TO digital_maturity_app;
