-- How a version of an answer can come about: put back from the history, copied from another scope, changed by
-- accepting a challenge in review, or agreed after several people gave their view.
ALTER TABLE answer_revision DROP CONSTRAINT answer_revision_kind_known;
ALTER TABLE answer_revision ADD CONSTRAINT answer_revision_kind_known CHECK (kind IN
  ('saved', 'carried_forward', 'withdrawn', 'undone', 'copied', 'challenge', 'agreed', 'refused'));
