-- An action begins as a draft, which only those who plan see, until it is put forward. What is there stays as it stands.

ALTER TABLE planned_action DROP CONSTRAINT planned_action_status_known;
ALTER TABLE planned_action ADD CONSTRAINT planned_action_status_known
  CHECK (status IN ('draft', 'not_started', 'in_progress', 'finished', 'ended'));
