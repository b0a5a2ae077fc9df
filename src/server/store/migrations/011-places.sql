-- Places that residents look up, what providers of broadband offer, and households that asked to be called.

create table place (
  id uuid primary key,
  -- Whose it is: a community, a town or the district.
  region_code text collate "C" not null references region (code),
  revision integer not null,
  kind text not null,
  name text not null,
  address text not null,
  hours jsonb,
  phone text,
  -- GCJ-02.
  lat double precision,
  lon double precision,
  note text,
  updated_at timestamptz not null,
  check ((lat is null) = (lon is null))
);
create index place_region on place (region_code, name);

create table offer (
  id uuid primary key,
  revision integer not null,
  content jsonb not null,
  updated_at timestamptz not null
);

create table offer_region (
  offer_id uuid not null references offer (id) on delete cascade,
  region_code text collate "C" not null references region (code),
  primary key (offer_id, region_code)
);
create index offer_region_region on offer_region (region_code);

create table contact (
  id uuid primary key,
  -- The offer may be gone by now: `offer` is what the household saw.
  offer_id uuid not null,
  offer jsonb not null,
  household text collate "C" not null references region (code),
  state text not null check (state in ('new', 'contacted', 'closed')),
  reason text,
  by_id uuid references staff (id),
  asked_at timestamptz not null,
  updated_at timestamptz not null,
  check (state <> 'closed' or reason is not null)
);
-- A household waits for one call about an offer, however often it asks.
create unique index contact_open on contact (household, offer_id) where state <> 'closed';
create index contact_closed on contact (updated_at) where state = 'closed';
