// The guides that come with the system: what a department need not correct.
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { checkGuides } from '../../../src/server/features/guides/check.ts';
import { readShipped, shippedGuides } from '../../../src/server/seed/guides.ts';

describe('the guides that come with the system', () => {
  it('are all of them what a department could have filled in', async () => {
    const items = await readShipped();
    expect(items.length).toBeGreaterThan(150);
    const wrong = items.flatMap(({ file, item, parsed }) =>
      parsed.success
        ? []
        : parsed.error.issues.map(({ path, message }) => `${file} ${item} ${path.join('.')} ${message}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have no fault that a machine can see, and leave no tile of the television empty', async () => {
    const guides = (await readShipped()).flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
    const faults = checkGuides(guides, '2026-11-30' as Day).filter(({ level }) => level === 'fault');
    expect(faults.map(({ where, path, text }) => `${where} ${path} ${text}`)).toEqual([]);
  });

  it('are taken in by number, none left out and none confirmed', async () => {
    const left: object[] = [];
    const guides = await shippedGuides({ warn: (about) => left.push(about) });
    expect(left).toEqual([]);
    expect(guides).toHaveLength((await readShipped()).length);
    expect(guides.map(({ number }) => number)).toEqual(guides.map(({ number }) => number).sort());
    expect(guides.some(({ verified }) => verified)).toBe(false);
  });
});
