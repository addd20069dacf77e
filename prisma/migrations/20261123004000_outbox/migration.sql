-- Mail waiting to be sent, written in the transaction of its cause. It belongs to no organisation: each mail is to a
-- person, and only the process that sends it reads it.

CREATE TABLE outbox (
  id          uuid NOT NULL,
  recipient   text NOT NULL,
  subject     text NOT NULL,
  text        text NOT NULL,
  created_at  timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  attempts    smallint NOT NULL DEFAULT 0,
  due_at      timestamptz(3),
  sent_at     timestamptz(3),
  given_up_at timestamptz(3),
  trouble     text,
  CONSTRAINT outbox_pkey PRIMARY KEY (id),
  -- One line each: a line break could begin a header of its own.
  CONSTRAINT outbox_recipient_on_one_line CHECK (recipient ~ '^[^[:cntrl:][:space:]]+@[^[:cntrl:][:space:]]+$'),
  CONSTRAINT outbox_subject_on_one_line CHECK (subject !~ '[[:cntrl:]]'),
  -- Due, sent or given up, and what is done with keeps no text: it may hold a link that lets somebody in.
  CONSTRAINT outbox_one_state CHECK (num_nonnulls(due_at, sent_at, given_up_at) = 1),
  CONSTRAINT outbox_done_is_empty CHECK (due_at IS NOT NULL OR text = '')
);
CREATE INDEX outbox_due_at_idx ON outbox (due_at);

GRANT SELECT, INSERT, DELETE, UPDATE (text, attempts, due_at, sent_at, given_up_at, trouble) ON outbox
  TO digital_maturity_app;
