-- What happened to an organisation before it came here from another installation, as its file told it. Apart from the
-- record of events, whose times and order this database itself vouches for (docs/decisions/0031).

CREATE TABLE earlier_event (
  organisation_id uuid NOT NULL,
  number integer NOT NULL,
  at timestamptz(3) NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL DEFAULT '{}',
  imported_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT earlier_event_pkey PRIMARY KEY (organisation_id, number),
  CONSTRAINT earlier_event_number_counts CHECK (number >= 1),
  CONSTRAINT earlier_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX earlier_event_organisation_id_at_idx ON earlier_event (organisation_id, at);

CREATE TRIGGER keep_earlier_event BEFORE UPDATE OR DELETE OR TRUNCATE ON earlier_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE earlier_event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON earlier_event FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON earlier_event FOR INSERT WITH CHECK (organisation_id = written_organisation());
-- Only an import writes here, and it does not run in the application's name.
GRANT SELECT ON earlier_event TO digital_maturity_app;

-- Who came with an organisation's records cannot sign in until an invitation of that organisation lets them.
ALTER TABLE person ADD COLUMN came_with_id uuid;
GRANT UPDATE (came_with_id) ON person TO digital_maturity_app;
