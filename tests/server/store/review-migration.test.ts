// A store from the time of one reviewer comes to the three steps with its notices.
import { expect, it } from 'vitest';
import { migrate } from '../../../src/server/store/migrate.ts';
import { readMigrations } from '../../../src/server/store/migrations.ts';
import { sessionOf } from '../../../src/server/store/pglite.ts';
import { startEngine } from '../../../src/server/store/pglite-engine.ts';

const STATES = ['draft', 'submitted', 'approved', 'published', 'withdrawn'];
const idOf = (index: number) => `019ab000-0000-7000-8000-00000000000${index}`;

it('begins the review of what one reviewer had approved, and leaves what is out where it is', async () => {
  const engine = await startEngine({});
  const session = sessionOf(engine);
  const migrations = await readMigrations();
  const to = (count: number) =>
    migrate({
      session,
      migrations: migrations.slice(0, count),
      clock: Date.now,
      where: 'memory',
      backUp: async () => {},
    });
  await to(3);
  await session.run(`insert into staff (id, account, name, password_hash, must_change_password, created_at)
    values ('${idOf(9)}', 'someone', '某人', '', false, now())`);
  for (const [index, state] of STATES.entries())
    await session.run(`insert into notice (id, revision, title, source, category, text, blocks, state, pinned, valid_from,
      author_id, reviewer_id, created_at, updated_at) values ('${idOf(index)}', 1, '', '', 'general', '', '[]', '${state}',
      false, now(), '${idOf(9)}', '${idOf(9)}', now(), '2026-11-23T04:00:00Z')`);
  await to(4);
  const rows = await session.query<{ state: string; due_at: string | null }>(
    'select state, due_at from notice order by id',
  );
  const due = '2026-11-24T04:00:00.000Z';
  expect(rows).toEqual([
    { state: 'draft', due_at: null },
    { state: 'submitted', due_at: due },
    { state: 'submitted', due_at: due },
    { state: 'published', due_at: null },
    { state: 'withdrawn', due_at: null },
  ]);
  const writers = await session.query('select staff_id from notice_writer');
  expect(writers).toHaveLength(STATES.length);
  await engine.close();
});
