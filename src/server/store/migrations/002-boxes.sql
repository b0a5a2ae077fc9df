-- Boxes join: activation, credentials, presence, activity for coverage, PINs, settings at a distance, imports.

-- The operator's list; `state` says how far a box has come. A listed box has a home before it ever speaks.
alter table box
  add smart_card text,
  add model text,
  add chip_id text,
  add two_way boolean not null default true,
  add hd boolean not null default true,
  add state text not null default 'authorised' check (state in ('listed', 'bound', 'authorised', 'revoked')),
  add suspect_since timestamptz;
alter table box alter state drop default;
create unique index box_smart_card on box (smart_card);
create index box_suspect on box (household) where suspect_since is not null;

-- SHA-256 of each credential in hex, never the credential. `next`: issued, not used yet. `old`: the one before, kept
-- because its use after the new one's betrays a second box. A revoked box has none.
create table box_credential (
  token_hash text primary key,
  box_id uuid not null references box (id),
  state text not null check (state in ('next', 'current', 'old')),
  issued_at timestamptz not null,
  unique (box_id, state)
);
insert into box_credential (token_hash, box_id, state, issued_at)
  select token_hash, id, 'current', created_at from box;
alter table box drop token_hash;

-- RFC 8628: the code a box shows while it asks to be let in. Deleted some time after its end.
create table activation (
  device_code_hash text primary key,
  user_code text not null unique,
  facts jsonb not null,
  state text not null check (state in ('pending', 'approved', 'denied', 'cancelled')),
  box_id uuid references box (id),
  wrong_cards integer not null default 0,
  interval_s integer not null,
  polled_at timestamptz,
  issued_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index activation_expires on activation (expires_at);
create index activation_box on activation (box_id);

-- Wrong user codes by whom they came from: `address:10.0.0.7`, `staff:<id>`.
create table guess (
  source text primary key,
  wrong integer not null,
  since timestamptz not null
);

-- A process that holds streams. Its boxes are online for as long as it renews its lease.
create table node (
  id uuid primary key,
  started_at timestamptz not null,
  lease_until timestamptz not null
);

-- What changes often, apart from what does not: one narrow row a box.
create table box_state (
  box_id uuid primary key references box (id),
  node_id uuid,
  online_since timestamptz,
  last_seen_at timestamptz,
  instance text,
  former_instance text,
  app text,
  engine text,
  screen text,
  memory_mb integer,
  errors integer not null default 0,
  received text not null default '',
  verified text not null default '',
  rendered text not null default '',
  received_total bigint not null default 0,
  verified_total bigint not null default 0,
  rendered_total bigint not null default 0,
  reported_at timestamptz
);
create index box_state_node on box_state (node_id) where node_id is not null;
insert into box_state (box_id, last_seen_at) select id, last_seen_at from box;
alter table box drop last_seen_at;

create table box_log (
  id bigint generated always as identity primary key,
  box_id uuid not null references box (id),
  at timestamptz not null,
  level text not null,
  text text not null
);
create index box_log_box on box_log (box_id, id);

create table box_command (
  id uuid primary key,
  box_id uuid not null references box (id),
  command jsonb not null,
  staff_id uuid not null references staff (id),
  at timestamptz not null,
  done_at timestamptz
);
create index box_command_box on box_command (box_id, at);

-- When a box was seen in a household, as runs of days: `last_day` moves on with each day it is seen; a pause of up to
-- seven days does not begin a new run. `ended_day`: the box left the household on that day and counts no longer.
create table box_activity (
  box_id uuid not null references box (id),
  household text collate "C" not null references region (code),
  first_day date not null,
  last_day date not null,
  ended_day date,
  primary key (box_id, household, first_day)
);
create index box_activity_household on box_activity (household, last_day);

-- A household counts from the day it was entered.
alter table region add since_day date not null default '2015-01-01';
-- Counted without a look at the table itself.
create index region_household on region (code, since_day) where kind = 'household';

create table household_pin (
  household text collate "C" primary key references region (code),
  pin_hash text not null,
  failures integer not null default 0,
  locked_until timestamptz,
  set_at timestamptz not null
);

-- Every version of what is set in a scope: `region:370306001`, `model:HC3100`, `box:<id>`.
create table box_setting (
  scope text not null,
  version integer not null,
  settings jsonb not null,
  reason text not null,
  staff_id uuid not null references staff (id),
  at timestamptz not null,
  primary key (scope, version)
);

create table import (
  id uuid primary key,
  file text not null,
  dry_run boolean not null,
  state text not null check (state in ('reading', 'running', 'done', 'failed')),
  failure text,
  rows integer,
  done integer not null default 0,
  good integer not null default 0,
  same integer not null default 0,
  duplicate integer not null default 0,
  unknown_address integer not null default 0,
  malformed integer not null default 0,
  -- SHA-256 of the uploaded file, its name in the data folder.
  content text not null,
  scopes jsonb not null,
  staff_id uuid not null references staff (id),
  at timestamptz not null,
  finished_at timestamptz
);

create table import_row (
  import_id uuid not null references import (id),
  row integer not null,
  result text not null,
  smart_card text not null,
  message text not null,
  primary key (import_id, row)
);
create index import_row_result on import_row (import_id, result, row);
create index import_row_card on import_row (import_id, smart_card);

-- When a region's feed last grew: a box that has not shown it two minutes later lies behind.
alter table feed_head add at timestamptz not null default '2015-01-01T00:00:00Z';
