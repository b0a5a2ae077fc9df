-- Regions, staff, audit, boxes, notices, the feed and its receipts.
-- Region codes are compared by prefix ranges, hence collate "C" wherever one is stored.

create table region (
  code text collate "C" primary key,
  parent text collate "C" references region (code),
  kind text not null check (kind in ('district', 'town', 'community', 'grid', 'building', 'household')),
  name text not null,
  short_name text not null,
  setting text check (setting in ('urban', 'rural'))
);
create index region_parent on region (parent);

create table programme_unit (
  code text primary key,
  name text not null,
  statistical_code text collate "C" references region (code),
  quota integer not null check (quota > 0)
);

create table staff (
  id uuid primary key,
  account text not null unique,
  name text not null,
  password_hash text not null,
  must_change_password boolean not null,
  failures integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null
);

create table staff_grant (
  staff_id uuid not null references staff (id),
  role text not null,
  region_code text collate "C" not null references region (code),
  primary key (staff_id, role, region_code)
);
create index staff_grant_region on staff_grant (region_code);

-- The token itself is only in the cookie; here is its SHA-256 in hex.
create table session (
  token_hash text primary key,
  staff_id uuid not null references staff (id),
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_staff on session (staff_id);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  staff_id uuid references staff (id),
  who text not null,
  action text not null,
  subject text not null,
  region_code text collate "C",
  detail jsonb not null
);
create index audit_subject on audit (subject, id);
create index audit_region on audit (region_code, id);

create table box (
  id uuid primary key,
  household text collate "C" not null references region (code),
  name text not null,
  token_hash text not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz
);
create index box_household on box (household);

create table picture (
  id text primary key,
  width integer not null,
  height integer not null,
  bytes integer not null,
  staff_id uuid not null references staff (id),
  created_at timestamptz not null
);

create table notice (
  id uuid primary key,
  revision integer not null,
  title text not null,
  source text not null,
  category text not null,
  text text not null,
  blocks jsonb not null,
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'withdrawn')),
  pinned boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  author_id uuid not null references staff (id),
  reviewer_id uuid references staff (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  published_at timestamptz
);
create index notice_updated on notice (updated_at desc, id);

create table notice_region (
  notice_id uuid not null references notice (id),
  region_code text collate "C" not null references region (code),
  primary key (notice_id, region_code)
);
create index notice_region_code on notice_region (region_code);

-- The sequence of each region: a row lock on its head keeps numbers without holes, in commit order.
create table feed_head (
  region_code text collate "C" primary key references region (code),
  seq bigint not null
);

create table feed_entry (
  region_code text collate "C" not null references region (code),
  seq bigint not null,
  action text not null check (action in ('put', 'drop')),
  item_id uuid not null,
  revision integer not null,
  valid_to timestamptz,
  item jsonb,
  at timestamptz not null,
  primary key (region_code, seq)
);
create index feed_entry_item on feed_entry (item_id, region_code, seq);

create table receipt (
  box_id uuid not null references box (id),
  item_id uuid not null,
  revision integer not null,
  step text not null check (step in ('received', 'rendered', 'read')),
  at timestamptz not null,
  primary key (item_id, step, box_id, revision)
);
