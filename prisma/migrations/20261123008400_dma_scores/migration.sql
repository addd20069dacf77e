-- The official scores of NHS England's Digital Maturity Assessment, as a trust typed them in: another instrument, shown
-- beside our own and never part of it. Every version stays as it was written; the latest one counts.

CREATE TABLE dma_scores (
  organisation_id uuid NOT NULL,
  care_setting    text NOT NULL,
  year            smallint NOT NULL,
  version         integer NOT NULL,
  scores          jsonb NOT NULL,
  remarks         jsonb NOT NULL,
  typed_at        timestamptz(3) NOT NULL,
  typed_by_id     uuid NOT NULL,
  CONSTRAINT dma_scores_pkey PRIMARY KEY (organisation_id, care_setting, year, version),
  CONSTRAINT dma_scores_care_setting_known CHECK (care_setting IN
    ('acute', 'mental_health', 'community', 'ambulance', 'specialist')),
  CONSTRAINT dma_scores_year_possible CHECK (year BETWEEN 2023 AND 2100),
  CONSTRAINT dma_scores_version_counts CHECK (version >= 1),
  CONSTRAINT dma_scores_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TRIGGER keep_dma_scores BEFORE UPDATE OR DELETE OR TRUNCATE ON dma_scores
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE dma_scores ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON dma_scores FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON dma_scores FOR INSERT WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT ON dma_scores TO digital_maturity_app;
