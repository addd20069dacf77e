-- The days of the year that a trust types itself, since no other system tells them here: beside what falls due by itself.

CREATE TABLE year_dates (
  organisation_id     uuid NOT NULL,
  planning_return_on  date,
  dspt_on             date,
  dma_opens_on        date,
  dma_closes_on       date,
  board_review_on     date,
  version             integer NOT NULL,
  changed_at          timestamptz(3) NOT NULL,
  changed_by_id       uuid NOT NULL,
  CONSTRAINT year_dates_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT year_dates_window CHECK (dma_closes_on >= dma_opens_on),
  CONSTRAINT year_dates_version_counts CHECK (version >= 1),
  CONSTRAINT year_dates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE year_dates ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON year_dates FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON year_dates FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON year_dates FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (planning_return_on, dspt_on, dma_opens_on, dma_closes_on, board_review_on, version,
  changed_at, changed_by_id) ON year_dates TO digital_maturity_app;
