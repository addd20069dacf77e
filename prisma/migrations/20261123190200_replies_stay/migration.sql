-- What the trust said to a challenge before it said something else: its words, when, and by whom.

ALTER TABLE challenge
  ADD COLUMN earlier_replies jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT challenge_earlier_replies_listed CHECK (jsonb_typeof(earlier_replies) = 'array');
GRANT UPDATE (earlier_replies) ON challenge TO digital_maturity_app;
