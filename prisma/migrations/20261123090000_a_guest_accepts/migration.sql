-- What a trust gives to an address opens to whoever accepted that trust's own invitation to it: so who accepted one
-- sees that they did, wherever they are signed in.

ALTER POLICY read ON invitation
  USING (organisation_id = ANY (readable_organisations()) OR acting_administrator()
         OR accepted_by_id = acting_person());
