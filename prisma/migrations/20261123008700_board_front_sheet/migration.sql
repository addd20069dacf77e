-- The front sheet of a trust's board papers: filled in once and kept for the next pack. One row a trust.

CREATE TABLE board_front_sheet (
  organisation_id   uuid NOT NULL,
  version           integer NOT NULL,
  title             text NOT NULL,
  meeting           text NOT NULL,
  meeting_on        date,
  agenda_reference  text NOT NULL,
  author            text NOT NULL,
  lead_director     text NOT NULL,
  purpose           text NOT NULL,
  -- The trust's own list to choose from, and what was chosen.
  assurance_levels  text[] NOT NULL,
  assurance_level   text NOT NULL,
  objectives        text NOT NULL,
  risk_register     text NOT NULL,
  cqc_domains       text[] NOT NULL,
  considered_by     text NOT NULL,
  implications      text NOT NULL,
  recommendation    text NOT NULL,
  changed_at        timestamptz(3) NOT NULL,
  changed_by_id     uuid NOT NULL,
  CONSTRAINT board_front_sheet_pkey PRIMARY KEY (organisation_id),
  CONSTRAINT board_front_sheet_version_counts CHECK (version >= 1),
  CONSTRAINT board_front_sheet_purpose_known CHECK (purpose IN ('assurance', 'decision', 'discussion', 'information')),
  CONSTRAINT board_front_sheet_cqc_known CHECK (cqc_domains <@ ARRAY['safe', 'effective', 'caring', 'responsive', 'well_led']),
  CONSTRAINT board_front_sheet_lines_length CHECK (greatest(char_length(title), char_length(meeting),
    char_length(agenda_reference), char_length(author), char_length(lead_director), char_length(assurance_level)) <= 200),
  CONSTRAINT board_front_sheet_texts_length CHECK (greatest(char_length(objectives), char_length(risk_register),
    char_length(considered_by), char_length(implications), char_length(recommendation)) <= 2000),
  CONSTRAINT board_front_sheet_assurance_few CHECK (cardinality(assurance_levels) <= 10),
  CONSTRAINT board_front_sheet_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation (id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);
ALTER TABLE board_front_sheet ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON board_front_sheet FOR SELECT USING (organisation_id = ANY (readable_organisations()));
CREATE POLICY add ON board_front_sheet FOR INSERT WITH CHECK (organisation_id = written_organisation());
CREATE POLICY change ON board_front_sheet FOR UPDATE USING (organisation_id = written_organisation())
  WITH CHECK (organisation_id = written_organisation());
GRANT SELECT, INSERT, UPDATE (version, title, meeting, meeting_on, agenda_reference, author, lead_director, purpose,
  assurance_levels, assurance_level, objectives, risk_register, cqc_domains, considered_by, implications,
  recommendation, changed_at, changed_by_id) ON board_front_sheet TO digital_maturity_app;
