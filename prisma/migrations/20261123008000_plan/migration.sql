-- The plan of a trust: its actions, with every version of each, and the figures typed in to read its money beside. It
-- belongs to the trust and not to a round. An action is kept whole, as an answer is; it is ended, never deleted.

CREATE TABLE planned_action (
  id                uuid NOT NULL,
  organisation_id   uuid NOT NULL,
  title             text NOT NULL,
  description       text NOT NULL DEFAULT '',
  owner_title       text NOT NULL,
  owner_id          uuid,
  phase             smallint NOT NULL,
  status            text NOT NULL,
  starts_on         date,
  due_on            date NOT NULL,
  finished_on       date,
  ended_reason      text NOT NULL DEFAULT '',
  risk              jsonb,
  serves            jsonb NOT NULL DEFAULT '[]',
  costs             jsonb NOT NULL DEFAULT '[]',
  benefits          jsonb NOT NULL DEFAULT '[]',
  optimism_percent  smallint,
  no_double_running boolean NOT NULL DEFAULT false,
  version           integer NOT NULL,
  changed_at        timestamptz(3) NOT NULL,
  changed_by_id     uuid NOT NULL,
  CONSTRAINT planned_action_pkey PRIMARY KEY (organisation_id, id),
  CONSTRAINT planned_action_title_given CHECK (btrim(title) <> '' AND char_length(title) <= 200),
  CONSTRAINT planned_action_description_length CHECK (char_length(description) <= 2000),
  CONSTRAINT planned_action_owner_given CHECK (btrim(owner_title) <> '' AND char_length(owner_title) <= 200),
  CONSTRAINT planned_action_phase_known CHECK (phase BETWEEN 1 AND 4),
  CONSTRAINT planned_action_status_known CHECK (status IN ('not_started', 'in_progress', 'finished', 'ended')),
  CONSTRAINT planned_action_days_in_order CHECK (starts_on IS NULL OR starts_on <= due_on),
  CONSTRAINT planned_action_finished_when CHECK ((status = 'finished') = (finished_on IS NOT NULL)),
  CONSTRAINT planned_action_ended_why CHECK ((status = 'ended') = (btrim(ended_reason) <> '')),
  CONSTRAINT planned_action_lists CHECK (jsonb_typeof(serves) = 'array' AND jsonb_typeof(costs) = 'array'
    AND jsonb_typeof(benefits) = 'array'),
  CONSTRAINT planned_action_no_negative_money CHECK (
    NOT jsonb_path_exists(costs, '$[*].pounds ? (@ < 0)')
    AND NOT jsonb_path_exists(benefits, '$[*].measure.** ? (@.pounds < 0 || @.hours < 0)')),
  CONSTRAINT planned_action_optimism CHECK (optimism_percent BETWEEN 0 AND 500),
  CONSTRAINT planned_action_version_counts CHECK (version >= 1),
  CONSTRAINT planned_action_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE planned_action_revision (
  organisation_id uuid NOT NULL,
  action_id       uuid NOT NULL,
  version         integer NOT NULL,
  change          text NOT NULL,
  value           jsonb NOT NULL,
  at              timestamptz(3) NOT NULL,
  by_id           uuid NOT NULL,
  CONSTRAINT planned_action_revision_pkey PRIMARY KEY (organisation_id, action_id, version),
  CONSTRAINT planned_action_revision_version_counts CHECK (version >= 1),
  CONSTRAINT planned_action_revision_organisation_id_action_id_fkey FOREIGN KEY (organisation_id, action_id)
    REFERENCES planned_action (organisation_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE TRIGGER keep_planned_action_revision BEFORE UPDATE OR DELETE OR TRUNCATE ON planned_action_revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE plan_context (
  organisation_id     uuid NOT NULL,
  efficiency_year     smallint,
  efficiency_pounds   integer,
  productivity_year   smallint,
  productivity_tenths smallint,
  productivity_source text NOT NULL DEFAULT '',
  version             integer NOT NULL,
  changed_at          timestamptz(3) NOT NULL,
  changed_by_id       uuid NOT NULL,
  CONSTRAINT plan_context_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT plan_context_efficiency CHECK (efficiency_pounds >= 0
    AND (efficiency_year IS NULL) = (efficiency_pounds IS NULL)),
  CONSTRAINT plan_context_productivity CHECK (productivity_tenths BETWEEN -500 AND 500
    AND (productivity_year IS NULL) = (productivity_tenths IS NULL)),
  CONSTRAINT plan_context_source_length CHECK (char_length(productivity_source) <= 500),
  CONSTRAINT plan_context_version_counts CHECK (version >= 1),
  CONSTRAINT plan_context_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE planned_action ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON planned_action FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON planned_action FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON planned_action FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (title, description, owner_title, owner_id, phase, status, starts_on, due_on,
  finished_on, ended_reason, risk, serves, costs, benefits, optimism_percent, no_double_running, version, changed_at,
  changed_by_id) ON planned_action TO digital_maturity_app;

ALTER TABLE planned_action_revision ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON planned_action_revision FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON planned_action_revision FOR INSERT WITH CHECK (organisation_id = written_organisation()
  AND by_id = nullif(current_setting('app.user_id', true), '')::uuid);
GRANT SELECT, INSERT ON planned_action_revision TO digital_maturity_app;

ALTER TABLE plan_context ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON plan_context FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON plan_context FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON plan_context FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (efficiency_year, efficiency_pounds, productivity_year, productivity_tenths,
  productivity_source, version, changed_at, changed_by_id) ON plan_context TO digital_maturity_app;
