-- Households' accounts with their providers, and the planned outages that providers tell.

create table household_account (
  household text collate "C" not null references region (code),
  utility text not null check (utility in ('water', 'power', 'gas', 'tv')),
  -- Sealed under the master key, for this household and utility alone.
  account text not null,
  -- What staff and residents see of it.
  masked text not null,
  -- Keyed, so that nobody reads a number out of it: an account belongs to one household.
  digest text not null,
  linked_by uuid not null references staff (id),
  linked_at timestamptz not null,
  primary key (household, utility),
  unique (utility, digest)
);

-- When each provider was asked for its outages, by whichever process.
create table outage_poll (
  utility text primary key,
  polled_at timestamptz not null
);

create table outage (
  id uuid primary key,
  utility text not null check (utility in ('water', 'power', 'gas', 'tv')),
  -- The provider's own number.
  number text not null,
  from_at timestamptz not null,
  to_at timestamptz,
  text text not null,
  source text not null,
  updated_at timestamptz not null,
  -- Grows by one with each change.
  revision integer not null,
  -- Since when the provider names it no more: it was called off, or is over.
  gone_at timestamptz,
  -- The draft that was written of it, as it was left: people may have gone on from there.
  notice_id uuid references notice (id),
  notice_revision integer,
  -- What the draft says: the outage's revision of then, and whether it was called off.
  noticed integer,
  noticed_gone boolean not null default false,
  unique (utility, number)
);
create index outage_from on outage (from_at);

create table outage_region (
  outage_id uuid not null references outage (id) on delete cascade,
  region_code text collate "C" not null references region (code),
  primary key (outage_id, region_code)
);
create index outage_region_code on outage_region (region_code);
