-- Service guides in revisions, what is looked up of them, and the catalogue that boxes carry.

-- A department's staff are staff of the district who keep to what is their department's.
alter table staff_grant add column department text;
alter table staff_grant add constraint staff_grant_department check ((role = 'department') = (department is not null));

create table guide (
  number text collate "C" primary key check (number ~ '^(0[1-9]|1[0-2])[0-9]{2}$'),
  department text not null,
  state text not null check (state in ('draft', 'submitted', 'published', 'withdrawn')),
  -- The newest; what boxes carry is `published`, null where they carry none.
  revision integer not null,
  published integer,
  -- Null: it came with the system.
  author_id uuid references staff (id),
  updated_at timestamptz not null,
  check (state <> 'published' or published = revision),
  check (state <> 'withdrawn' or published is null)
);
create index guide_department on guide (department, number);

create table guide_revision (
  number text collate "C" not null references guide (number),
  revision integer not null,
  content jsonb not null,
  -- What was done last with it, by whom (null: the system) and why.
  action text not null,
  by_id uuid references staff (id),
  at timestamptz not null,
  reason text,
  primary key (number, revision)
);

-- Who had a hand in what is not published yet: none of them publishes it.
create table guide_writer (
  number text collate "C" not null references guide (number),
  staff_id uuid not null references staff (id),
  primary key (number, staff_id)
);

-- Counts by day; nothing tells whose they are.
create table guide_lookup (
  day date not null,
  number text collate "C" not null references guide (number),
  times integer not null,
  primary key (day, number)
);
create table guide_missed (
  day date not null,
  digits text collate "C" not null,
  times integer not null,
  primary key (day, digits)
);

create table favourite (
  household text collate "C" not null references region (code),
  number text collate "C" not null references guide (number),
  at timestamptz not null,
  primary key (household, number)
);

-- One version for all parts of a district; whoever changes a part holds this row until the commit.
create table catalogue_head (
  region_code text collate "C" primary key references region (code),
  version integer not null,
  at timestamptz not null,
  -- Where phones find this system, as the last version has it.
  phone text
);

-- Bytes by their SHA-512, compressed. `left_at`: since when no part is called so any more.
create table catalogue_body (
  hash text primary key,
  gzip bytea not null,
  left_at timestamptz
);
create index catalogue_body_left on catalogue_body (left_at) where left_at is not null;

create table catalogue_part (
  region_code text collate "C" not null references region (code),
  name text collate "C" not null,
  version integer not null,
  hash text not null references catalogue_body (hash),
  -- Over all of the above: a row written behind the server goes into no manifest.
  key_id text not null,
  signature text not null,
  primary key (region_code, name)
);
create index catalogue_part_hash on catalogue_part (hash);
