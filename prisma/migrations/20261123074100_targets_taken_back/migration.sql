-- A target that was taken back keeps its row and goes on counting, so that whoever read it before never overwrites one
-- that was set since.
ALTER TABLE target ADD COLUMN removed_at timestamptz(3);
GRANT UPDATE (removed_at) ON target TO digital_maturity_app;
