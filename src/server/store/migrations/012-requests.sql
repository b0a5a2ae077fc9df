-- Requests of residents: categories and routing as data, cases as lists of actions, who reported them, phones that go on.

create table request_category (
  code text collate "C" primary key,
  revision integer not null,
  position integer not null,
  active boolean not null,
  content jsonb not null,
  updated_at timestamptz not null
);

-- Who gets a new request of a category in a region; the most particular region wins.
create table request_routing (
  category text collate "C" not null references request_category (code),
  region_code text collate "C" not null references region (code),
  handler jsonb not null,
  updated_at timestamptz not null,
  primary key (category, region_code)
);

-- Days that are not as their weekday says; a year without a row is not known yet.
create table working_year (
  year integer primary key,
  revision integer not null,
  changes jsonb not null,
  updated_at timestamptz not null
);

-- Ready words for answers, of one office.
create table answer_template (
  office text collate "C" primary key,
  items jsonb not null,
  updated_at timestamptz not null
);

create table request_counter (
  day date primary key,
  last integer not null
);

-- What follows from a case's actions, for finding it; the actions are what is true.
create table request (
  id uuid primary key,
  number text collate "C" not null unique,
  revision integer not null,
  category text collate "C" not null references request_category (code),
  privacy text not null,
  time_class text not null,
  -- The five time limits as they were at its receipt.
  rules jsonb not null,
  -- The community it is in.
  region_code text collate "C" not null references region (code),
  where_kind text not null check (where_kind in ('home', 'stairwell', 'public')),
  -- Of `home` the household, of `stairwell` the building.
  spot text collate "C" references region (code),
  -- Of `public`.
  place text,
  -- GCJ-02.
  lat double precision,
  lon double precision,
  -- What two reports of the same thing have in common, besides the category.
  same_key text collate "C" not null,
  answers jsonb not null,
  -- The form and what was answered, in words, as both were then.
  said jsonb not null,
  when_choice text not null,
  text text not null,
  state text not null,
  -- `department:housing`, `region:370306001001`, `operator`.
  handler text collate "C",
  joint text[] collate "C" not null,
  asked_at timestamptz not null,
  counts_from timestamptz not null,
  due_at timestamptz,
  -- From when the light is yellow.
  yellow_at timestamptz,
  -- Until when work on it begins promptly.
  response_by timestamptz,
  -- By the system, each once in a round: before the deadline, at it, five days after.
  reminded boolean not null,
  urged boolean not null,
  supervised_by_system boolean not null,
  supervised boolean not null,
  declined boolean not null,
  extension_until timestamptz,
  started_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  -- Since the last answer: on how many days somebody called, and what it came to.
  call_days integer not null,
  call_outcome text check (call_outcome in ('not-done', 'done', 'not-reached')),
  score integer check (score between 1 and 5),
  satisfied boolean,
  merged_into uuid references request (id),
  reporters integer not null,
  updated_at timestamptz not null,
  check ((lat is null) = (lon is null)),
  check ((where_kind = 'public') = (place is not null)),
  check (privacy <> 'anonymous' or where_kind <> 'home')
);
create index request_due on request (due_at) where state in ('received', 'assigned', 'handling');
create index request_todo on request (handler, due_at) where state in ('assigned', 'handling', 'suspended');
create index request_asked on request (asked_at desc);
create index request_region on request (region_code, asked_at desc);
create index request_handler on request (handler, asked_at desc);
create index request_updated on request (updated_at desc);
create index request_same on request (same_key, category, asked_at) where state not in ('closed', 'merged', 'withdrawn');
create index request_answered on request (answered_at) where state = 'answered';

-- Never changed, never removed.
create table request_action (
  request_id uuid not null references request (id),
  seq integer not null,
  kind text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('resident', 'staff', 'system')),
  by_id uuid references staff (id),
  by_name text,
  public text,
  internal text,
  -- What else belongs to the move.
  detail jsonb not null,
  primary key (request_id, seq),
  check ((by_kind = 'staff') = (by_id is not null))
);

-- Each report by the id its sender made; several may follow one case.
create table request_reporter (
  id uuid primary key,
  request_id uuid not null references request (id),
  -- Null: anonymous, or not sent from a home.
  household text collate "C" references region (code),
  -- Of an anonymous one.
  code_hash text collate "C" unique,
  -- The system it came by, where not from a home.
  via text,
  -- Who wrote it down, at a counter or by telephone.
  entered_by uuid references staff (id),
  at timestamptz not null,
  -- The revision its household last looked at.
  seen integer not null
);
create index request_reporter_request on request_reporter (request_id);
create index request_reporter_entered on request_reporter (entered_by, at desc) where entered_by is not null;
create index request_reporter_household on request_reporter (household, at desc) where household is not null;

-- What was attached to an action.
create table request_photo (
  request_id uuid not null,
  seq integer not null,
  position integer not null,
  -- SHA-256 of the JPEG in the folder of photos.
  photo text collate "C" not null,
  primary key (request_id, seq, position),
  foreign key (request_id, seq) references request_action (request_id, seq)
);
create index request_photo_photo on request_photo (photo);

-- A request that is not sent yet, while a phone goes on with it. Gone some days after its time.
create table handover (
  id uuid primary key,
  household text collate "C" not null references region (code),
  revision integer not null,
  state text not null check (state in ('waiting', 'writing', 'sent')),
  input jsonb not null,
  -- Told again to whoever sends twice.
  sent jsonb,
  opened_at timestamptz not null,
  expires_at timestamptz not null
);
create index handover_expires on handover (expires_at);

create table open311_key (
  id uuid primary key,
  name text not null,
  key_hash text collate "C" not null unique,
  -- Requests it may send in a day.
  per_day integer not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);
-- Requests are known by the name of the system that sent them.
create unique index open311_key_name on open311_key (name) where revoked_at is null;

create table open311_use (
  key_id uuid not null references open311_key (id),
  day date not null,
  sent integer not null,
  primary key (key_id, day)
);
