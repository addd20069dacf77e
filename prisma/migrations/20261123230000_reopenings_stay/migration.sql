-- Why a signed-off round was opened again before the last time it was: the reason, when, and by whom.

ALTER TABLE assessment
  ADD COLUMN earlier_reopenings jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT assessment_earlier_reopenings_listed CHECK (jsonb_typeof(earlier_reopenings) = 'array');
GRANT UPDATE (earlier_reopenings) ON assessment TO digital_maturity_app;
