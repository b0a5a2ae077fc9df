// After log-in one goes on in this console and nowhere else.
import { expect, it } from 'vitest';
import { safePath } from '../../../../src/console/pages/session/safe-path.ts';

it('goes back to the page one came from', () => {
  expect(safePath('/notices?page=2')).toBe('/notices?page=2');
});

it.each([null, '', 'notices', '//evil.example', '/\\evil.example', 'https://evil.example'])(
  'does not go to %s',
  (from) => {
    expect(safePath(from)).toBe('/');
  },
);
