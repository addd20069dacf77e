-- The targets with their owner and approval, and what the trust said of its gaps, by care setting, as they were when the
-- snapshot was made. A snapshot from before has none.
ALTER TABLE snapshot ADD COLUMN agreed jsonb NOT NULL DEFAULT '{}';
