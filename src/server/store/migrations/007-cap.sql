-- Who may hand in warnings (CAP, EBM), every document that came in with what came of it, and the numbers of our own
-- messages of the emergency broadcast.

create table cap_sender (
  id uuid primary key,
  name text not null,
  -- What its documents name as their sender.
  identity text not null unique,
  authority text collate "C" not null references region (code),
  -- The token itself is told once; here is its SHA-256 in hex.
  token_hash text not null unique,
  -- PEM of a certificate or public key: with it, every document must be signed.
  public_key text,
  direct boolean not null,
  poll_url text,
  poll_seconds integer check (poll_seconds >= 30),
  polled_at timestamptz,
  poll_etag text,
  poll_failure text,
  active boolean not null default true,
  created_at timestamptz not null,
  check ((poll_url is null) = (poll_seconds is null))
);

create table cap_message (
  id uuid primary key,
  -- Null: handed in by staff, and nobody known sent it.
  sender_id uuid references cap_sender (id),
  at timestamptz not null,
  format text not null check (format in ('cap', 'ebm')),
  sha256 text not null,
  document bytea not null,
  identifier text not null,
  sent_at timestamptz,
  title text not null,
  state text not null check (state in ('released', 'waiting', 'stored', 'refused')),
  reason text,
  detail text,
  alert_id uuid,
  check ((state = 'refused') = (reason is not null))
);
create unique index cap_message_bytes on cap_message (sender_id, sha256) nulls not distinct;
create unique index cap_message_identity on cap_message (sender_id, identifier, sent_at) where state <> 'refused';
create index cap_message_at on cap_message (at desc, id);
create index cap_message_alert on cap_message (alert_id);

-- A message's number counts within its day in China, as the emergency broadcast wants it.
create table ebm_number (
  alert_id uuid not null,
  revision integer not null,
  day date not null,
  number integer not null,
  primary key (alert_id, revision),
  unique (day, number)
);
