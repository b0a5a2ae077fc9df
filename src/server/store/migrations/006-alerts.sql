-- Emergency alerts: templates approved beforehand, alerts in revisions, each asked for by one person and released by another.

create table alert_template (
  id uuid not null,
  version integer not null,
  state text not null check (state in ('draft', 'approved', 'retired')),
  name text not null,
  severity text not null,
  event text not null,
  title text not null,
  text jsonb not null,
  instructions jsonb not null,
  sound boolean not null,
  valid_minutes integer not null,
  region_code text collate "C" not null references region (code),
  author_id uuid not null references staff (id),
  approver_id uuid references staff (id),
  updated_at timestamptz not null,
  primary key (id, version),
  check (state <> 'approved' or (approver_id is not null and approver_id <> author_id))
);
create unique index alert_template_in_use on alert_template (id) where state = 'approved';
create unique index alert_template_draft on alert_template (id) where state = 'draft';

create table alert (
  id uuid primary key,
  origin text not null check (origin in ('console', 'cap', 'ebm')),
  rehearsal boolean not null,
  authority text collate "C" not null references region (code),
  template_id uuid,
  template_version integer,
  -- Expiry is not a state: valid_to says it.
  state text not null check (state in ('waiting', 'released', 'cancelled', 'discarded')),
  valid_to timestamptz,
  created_at timestamptz not null,
  foreign key (template_id, template_version) references alert_template (id, version)
);
create index alert_created on alert (created_at desc, id);

-- Who hears of it, or would: every region a revision was ever meant for.
create table alert_region (
  alert_id uuid not null references alert (id),
  region_code text collate "C" not null references region (code),
  primary key (alert_id, region_code)
);
create index alert_region_code on alert_region (region_code);

create table alert_revision (
  alert_id uuid not null references alert (id),
  revision integer not null,
  act text not null check (act in ('issue', 'update', 'cancel')),
  state text not null check (state in ('incoming', 'prepared', 'released', 'discarded')),
  content jsonb not null,
  reason text,
  prepared_by uuid references staff (id),
  prepared_at timestamptz not null,
  released_by uuid references staff (id),
  released_at timestamptz,
  valid_to timestamptz,
  cap jsonb,
  reviewed_by uuid references staff (id),
  reviewed_at timestamptz,
  verdict text check (verdict in ('in-order', 'objection')),
  review_note text,
  primary key (alert_id, revision),
  -- Two people, whatever the code above does; without a releaser only what a trusted sender sent.
  check (released_by is null or released_by <> prepared_by)
);
create unique index alert_revision_waiting on alert_revision (alert_id) where state in ('incoming', 'prepared');
create index alert_revision_unreviewed on alert_revision (released_at) where state = 'released' and reviewed_at is null;
