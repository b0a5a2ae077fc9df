-- The three-step review: approvals bound to content, who wrote, rules, words, deputies.

alter table notice drop constraint notice_state_check;
-- What one reviewer had approved begins its three steps.
update notice set state = 'submitted' where state = 'approved';
alter table notice add constraint notice_state_check
  check (state in ('draft', 'submitted', 'reviewed', 'approved', 'published', 'withdrawn'));
alter table notice drop column reviewer_id;
alter table notice add column due_at timestamptz;
alter table notice add column findings jsonb not null default '[]';
update notice set due_at = updated_at + interval '24 hours' where state = 'submitted';
create index notice_due on notice (due_at) where due_at is not null;

create table notice_writer (
  notice_id uuid not null references notice (id),
  staff_id uuid not null references staff (id),
  primary key (notice_id, staff_id)
);
insert into notice_writer (notice_id, staff_id) select id, author_id from notice;

-- Approvals that an edit or a return has made void stay on record.
create table notice_approval (
  id bigint generated always as identity primary key,
  notice_id uuid not null references notice (id),
  revision integer not null,
  step text not null check (step in ('first', 'second', 'sign-off')),
  by_id uuid not null references staff (id),
  for_id uuid references staff (id),
  hash text not null,
  at timestamptz not null,
  void_at timestamptz
);
create unique index notice_approval_standing on notice_approval (notice_id, step) where void_at is null;
create index notice_approval_by on notice_approval (by_id, notice_id);

create table review_rule (
  region_code text collate "C" not null references region (code),
  category text not null,
  step text not null check (step in ('first', 'second', 'sign-off')),
  level text not null check (level in ('community', 'town', 'district')),
  hours integer not null check (hours > 0),
  staff_id uuid not null references staff (id),
  reason text not null,
  at timestamptz not null,
  primary key (region_code, category, step)
);

-- `folded`: letters and digits alone, so that a word stands once in whatever way it is written.
create table review_word (
  folded text primary key,
  word text not null,
  level text not null check (level in ('stop', 'warn')),
  note text not null
);

create table deputy (
  id uuid primary key,
  for_id uuid not null references staff (id),
  by_id uuid not null references staff (id),
  from_day date not null,
  to_day date not null,
  reason text not null,
  at timestamptz not null,
  ended_at timestamptz,
  check (for_id <> by_id and to_day >= from_day)
);
create index deputy_by on deputy (by_id, to_day);
