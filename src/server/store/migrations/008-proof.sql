-- The chain over the audit log, and the seals on it.

-- Link by link: each hash is over the one before and all fields of its row. No reference to audit: a row that is gone
-- must leave its link behind, so that it is missed.
create table audit_link (
  link bigint primary key,
  audit_id bigint not null unique,
  hash text not null
);

-- The end of the chain, one row.
create table audit_head (
  single boolean primary key default true check (single),
  link bigint not null,
  hash text not null
);
insert into audit_head (link, hash) values (0, repeat('0', 64));

-- Signed now and then with a key that is not in the store: whoever recomputes the chain cannot recompute these.
create table audit_seal (
  number integer primary key,
  link bigint not null,
  hash text not null,
  at timestamptz not null,
  mac text not null
);
create index audit_seal_link on audit_seal (link);

-- Each field with its length in bytes before it, `-` for null: no two rows have the same form. Times in microseconds
-- since 1970, as the text of a timestamp depends on the session.
create function audit_hash(previous text, link bigint, entry audit) returns text language sql stable as $$
  select encode(sha256(convert_to(string_agg(coalesce(octet_length(field) || ':' || field, '-'), '' order by place), 'UTF8')), 'hex')
  from unnest(array[
    previous, link::text, entry.id::text, (extract(epoch from entry.at) * 1000000)::bigint::text, entry.staff_id::text,
    entry.who, entry.action, entry.subject, entry.region_code, entry.detail::text
  ]) with ordinality as part (field, place)
$$;

create function chain_audit() returns trigger language plpgsql as $$
declare
  head audit_head;
begin
  select * into strict head from audit_head for update;
  head.link := head.link + 1;
  head.hash := audit_hash(head.hash, head.link, new);
  insert into audit_link (link, audit_id, hash) values (head.link, new.id, head.hash);
  update audit_head set link = head.link, hash = head.hash;
  return null;
end
$$;

-- What an older store brings along. The head is written once: each of its versions would slow down the next.
do $$
declare
  entry audit;
  head audit_head;
begin
  select * into strict head from audit_head;
  for entry in select * from audit order by id loop
    head.link := head.link + 1;
    head.hash := audit_hash(head.hash, head.link, entry);
    insert into audit_link (link, audit_id, hash) values (head.link, entry.id, head.hash);
  end loop;
  update audit_head set link = head.link, hash = head.hash;
end
$$;

-- At commit, when every other lock is held already: writers queue up on the head for a moment, and never in a ring.
create constraint trigger audit_chain after insert on audit
  deferrable initially deferred for each row execute function chain_audit();
