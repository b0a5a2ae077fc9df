-- When and where on the screen a notice is shown: as its author writes it, and the days it means, resolved at sign-off.
alter table notice
  add column schedule jsonb not null default '{"recurrence":null,"days":"every","dayparts":null}',
  add column placements jsonb not null default '[]',
  add column weight int not null default 1 check (weight between 1 and 10),
  -- What boxes were told; null: never published.
  add column airing jsonb,
  add column withdrawn_at timestamptz;

update notice set airing = '{"days":null,"dayparts":null}' where published_at is not null;
update notice set withdrawn_at = updated_at where state = 'withdrawn';

create index notice_shown on notice (valid_from) where published_at is not null;
