-- Which system a gap lies in, whose it is and until when, and who can unblock it: for gaps by supplier.
ALTER TABLE gap_view
  ADD COLUMN system           text NOT NULL DEFAULT '',
  ADD COLUMN supplier         text NOT NULL DEFAULT '',
  ADD COLUMN contract_ends_on date,
  ADD COLUMN unblocked_by     text,
  ADD CONSTRAINT gap_view_system_length CHECK (char_length(system) <= 200),
  ADD CONSTRAINT gap_view_supplier_length CHECK (char_length(supplier) <= 200),
  ADD CONSTRAINT gap_view_unblocked_by_known CHECK (unblocked_by IN ('trust', 'supplier', 'icb', 'national'));
GRANT UPDATE (system, supplier, contract_ends_on, unblocked_by) ON gap_view TO digital_maturity_app;
