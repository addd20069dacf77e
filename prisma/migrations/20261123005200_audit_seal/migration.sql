-- The record of events, sealed: a chain of hashes in a table of its own, one link an event. Each event carries the
-- transaction that wrote it, so that the sealer can tell what is settled from what may still be committed before it.

ALTER TABLE audit_event ADD COLUMN transaction bigint NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint;
CREATE INDEX audit_event_transaction_idx ON audit_event (transaction);

CREATE TABLE audit_seal (
  -- From 1, without gaps.
  number    bigint NOT NULL,
  event_id  bigint NOT NULL,
  hash      text NOT NULL,
  sealed_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT audit_seal_pkey PRIMARY KEY (number),
  CONSTRAINT audit_seal_hash_form CHECK (hash ~ '^[0-9a-f]{64}$')
);
CREATE UNIQUE INDEX audit_seal_event_id_key ON audit_seal (event_id);

CREATE TRIGGER keep_audit_seal BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever seals or checks the record reads every event, and an administrator those of the installation: lib/data/tenant
-- says which of the two a transaction is for, and who may is asked before. Events hold ids and states, no answers.
CREATE FUNCTION audit_reading() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.audit_reading', true), '') $$;

DROP POLICY read ON audit_event;
CREATE POLICY read ON audit_event FOR SELECT USING (
  organisation_id = ANY (readable_organisations())
  OR audit_reading() = 'all'
  OR (audit_reading() = 'installation'
      AND (organisation_id IS NULL
           OR split_part(action, '.', 1) IN ('membership', 'invitation', 'grant', 'sharing', 'organisation'))));

GRANT SELECT, INSERT (number, event_id, hash) ON audit_seal TO digital_maturity_app;

-- A viewer whose days are over views nothing, nor does one whose days have not begun.
SET LOCAL check_function_bodies = off;
CREATE OR REPLACE FUNCTION viewed_systems() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT o.ods_code), '{}') FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.person_id = acting_person() AND m.ended_at IS NULL AND m.role = 'system_viewer' AND o.kind IN ('icb', 'region')
    AND coalesce(m.starts_on <= (now() AT TIME ZONE 'Europe/London')::date, true)
    AND coalesce(m.ends_on >= (now() AT TIME ZONE 'Europe/London')::date, true)
$$;
