-- The trust whose action a group's lead copied this one from, by its name then; empty where it was not copied.

ALTER TABLE planned_action ADD COLUMN copied_from text NOT NULL DEFAULT '';
