-- Keys that sign what reaches a screen. The secret is AES-256-GCM under a key of the master key, with the id as
-- associated data. Which key signs, and which are trusted, stands in the newest trust list, signed by the root.
create table signing_key (
  id text primary key,
  purpose text not null check (purpose in ('root', 'feed')),
  public_key text not null,
  secret text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  revoked_at timestamptz
);
create unique index signing_key_root on signing_key (purpose) where purpose = 'root';

create table trust_list (
  version integer primary key,
  list jsonb not null,
  at timestamptz not null
);

-- Null: from before entries were signed; boxes refuse them.
alter table feed_entry add key_id text;
alter table feed_entry add signature text;

alter table receipt drop constraint receipt_step_check;
alter table receipt add constraint receipt_step_check
  check (step in ('received', 'verified', 'rendered', 'read', 'refused'));
alter table receipt add reason text;
alter table receipt add constraint receipt_reason_check check ((step = 'refused') = (reason is not null));
-- What a box refused; there is little of it.
create index receipt_refused on receipt (box_id, at) where step = 'refused';
