// Which entry of the menu a page belongs to.
import { expect, it } from 'vitest';
import { entriesFor, entryOf } from '../../../src/console/frame/menu.tsx';
import { PERMISSIONS } from '../../../src/contract/staff.ts';

const all = entriesFor(PERMISSIONS);

it('is the one whose address goes furthest along with the page’s', () => {
  expect(entryOf(all, '/boxes')?.path).toBe('/boxes');
  expect(entryOf(all, '/boxes/019ab000-0000-7000-8000-0000000000b1')?.path).toBe('/boxes');
  expect(entryOf(all, '/boxes/imports')?.path).toBe('/boxes/imports');
  expect(entryOf(all, '/boxes/imports/019ab000-0000-7000-8000-0000000000d1')?.path).toBe('/boxes/imports');
});

it('is none for a page outside the menu', () => {
  expect(entryOf(all, '/password')).toBeUndefined();
});

it('is offered by permission', () => {
  expect(entriesFor(['box.read', 'box.activate']).map(({ path }) => path)).toEqual(['/boxes', '/activate']);
});
