-- What the application may do, column by column. The rights go to the role `digital_maturity_app`, which the
-- migration runner makes before it applies the first migration; the role the application signs in as is that
-- one or a member of it. It owns nothing, creates nothing and truncates nothing.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO digital_maturity_app;

GRANT SELECT, INSERT, UPDATE (seed_hash) ON installation TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (email, name, job_title) ON person TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (assured, last_seen_at, ended_at) ON session TO digital_maturity_app;
GRANT SELECT, INSERT, UPDATE (name, kind, care_settings, region_code, icb_code) ON organisation
  TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (status, content_hash, document, stored_at) ON framework_version
  TO digital_maturity_app;

GRANT SELECT, INSERT, UPDATE (ended_at) ON membership TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (state, sent_at, sent_by_id, signed_off_at) ON assessment
  TO digital_maturity_app;
-- Answers leave only with a deleted round, by the foreign key.
GRANT SELECT, INSERT, UPDATE (version, criteria, not_applicable, note, confidence, carried_forward, withdrawn,
  saved_at, saved_by_id) ON answer TO digital_maturity_app;
GRANT SELECT, INSERT, DELETE, UPDATE (level, by, reason, set_at, set_by_id) ON target TO digital_maturity_app;

-- Append-only
GRANT SELECT, INSERT (organisation_id, assessment_id, capability_id, scope, kind, version, value, at, by_id)
  ON answer_revision TO digital_maturity_app;
GRANT SELECT, INSERT ON save_receipt TO digital_maturity_app;
GRANT SELECT, INSERT ON snapshot TO digital_maturity_app;
-- The database says when: the application cannot date an event back.
GRANT SELECT, INSERT (organisation_id, actor_id, action, subject, detail) ON audit_event TO digital_maturity_app;

GRANT USAGE ON SEQUENCE answer_revision_id_seq, audit_event_id_seq TO digital_maturity_app;
