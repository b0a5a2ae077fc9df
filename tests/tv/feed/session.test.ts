// Which box this is, from an address that carries its token once.
import { describe, expect, it, vi } from 'vitest';
import { readSession } from '../../../src/tv/feed/session.ts';
import { fakeShelf } from '../fakes.ts';

const place = (hash: string) => ({ origin: 'http://tv.example', search: '', hash, dropHash: vi.fn() });
const TOKEN = 'box-token-1234';

describe('the session of a box', () => {
  it('comes with the address, is kept, and goes out of sight', () => {
    const shelf = fakeShelf();
    const first = place(`#box=${TOKEN}`);
    expect(readSession(first, shelf)).toEqual({ token: TOKEN, changed: true });
    expect(first.dropHash).toHaveBeenCalledOnce();
    expect(readSession(place(''), shelf)).toEqual({ token: TOKEN, changed: false });
  });

  it('is not new when the same address is opened again', () => {
    const shelf = fakeShelf();
    readSession(place(`#box=${TOKEN}`), shelf);
    expect(readSession(place(`#box=${TOKEN}`), shelf).changed).toBe(false);
  });

  it('is new when the box was given to another home', () => {
    const shelf = fakeShelf();
    readSession(place(`#box=${TOKEN}`), shelf);
    expect(readSession(place('#box=another-token'), shelf)).toEqual({ token: 'another-token', changed: true });
  });

  it('stays in the address where nothing can be kept', () => {
    const where = place(`#box=${TOKEN}`);
    expect(readSession(where, fakeShelf(0)).token).toBe(TOKEN);
    expect(where.dropHash).not.toHaveBeenCalled();
  });

  it.each(['', '#', '#box=', '#box=a b', '#other=1234567890', '#box=<script>alert(1)</script>'])(
    'is none with %j',
    (hash) => {
      expect(readSession(place(hash), fakeShelf()).token).toBeNull();
    },
  );
});
