// The chain over the audit log: whatever is done to it afterwards, the first place where it shows is found.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BEGINNING,
  type ChainedRow,
  type Digest,
  faultAfter,
  follow,
  type Link,
  linkHash,
} from '../../../src/domain/audit/chain.ts';

const digest: Digest = (fields) => createHash('sha256').update(JSON.stringify(fields)).digest('hex');

function chainOf(rows: readonly ChainedRow[]): Link[] {
  const links: Link[] = [];
  for (const [index, row] of rows.entries()) {
    const hash = linkHash(links.at(-1)?.hash ?? BEGINNING.hash, index + 1, row, digest);
    links.push({ link: index + 1, hash, row });
  }
  return links;
}

const word = () => fc.string({ unit: 'grapheme', maxLength: 12 });
const rowWith = (id: number): fc.Arbitrary<ChainedRow> =>
  fc.record({
    id: fc.constant(String(id)),
    at: fc.nat().map(String),
    staff: fc.option(fc.uuid()),
    who: word(),
    action: word(),
    subject: word(),
    region: fc.option(fc.constantFrom('370306', '370306001001')),
    detail: fc.json(),
  });
/** At least two rows, and two different places among them, the earlier first. */
const chained = fc
  .integer({ min: 2, max: 12 })
  .chain((length) =>
    fc.record({
      rows: fc.tuple(...Array.from({ length }, (_, index) => rowWith(index + 1))),
      places: fc
        .uniqueArray(fc.nat(length - 1), { minLength: 2, maxLength: 2 })
        .map((pair) => pair.sort((a, b) => a - b)),
    }),
  )
  .map(({ rows, places: [first = 0, second = 1] }) => ({ links: chainOf(rows), first, second }));

/** As the server does: what holds, and what is wrong where it ends; null at the end of all. */
function verify(links: readonly Link[], end: number) {
  const at = follow(BEGINNING, links, digest);
  return at.link === end ? null : faultAfter(at, links.slice(at.link), digest);
}
const put = (links: readonly Link[], place: number, change: Partial<Link>): Link[] =>
  links.map((each, index) => (index === place ? { ...each, ...change } : each));

const FIELDS = ['id', 'at', 'staff', 'who', 'action', 'subject', 'region', 'detail'] as const;

describe('the chain over the audit log', () => {
  it('holds to its end, read whole or in pieces', () => {
    fc.assert(
      fc.property(chained, ({ links, second }) => {
        const end = { link: links.length, hash: links.at(-1)?.hash };
        expect(follow(BEGINNING, links, digest)).toEqual(end);
        const half = follow(BEGINNING, links.slice(0, second), digest);
        expect(follow(half, links.slice(second), digest)).toEqual(end);
      }),
    );
  });

  it('breaks at a row of which any field was changed', () => {
    fc.assert(
      fc.property(chained, fc.constantFrom(...FIELDS), fc.option(word()), ({ links, first }, field, value) => {
        const row = links[first]?.row as ChainedRow;
        fc.pre(row[field] !== value);
        const tampered = put(links, first, { row: { ...row, [field]: value } as ChainedRow });
        const fault = verify(tampered, links.length);
        expect(fault).toMatchObject({ kind: 'changed', link: first + 1 });
      }),
    );
  });

  it('breaks where a row or its link was removed, the first and the last too', () => {
    fc.assert(
      fc.property(chained, fc.boolean(), ({ links, first, second }, isLast) => {
        const place = isLast ? second : first;
        expect(verify(put(links, place, { row: null }), links.length)).toMatchObject({
          kind: 'removed',
          link: place + 1,
        });
        const kind = place === links.length - 1 ? 'cut' : 'removed';
        const without = links.filter((_, index) => index !== place);
        expect(verify(without, links.length)).toMatchObject({ kind, link: place + 1 });
      }),
    );
  });

  it.each([
    ['with their hashes', (one: Link, other: Link) => ({ hash: other.hash, row: other.row, link: one.link })],
    ['without', (one: Link, other: Link) => ({ ...one, row: other.row })],
    [
      'but for their ids',
      (one: Link, other: Link) => ({ ...one, row: { ...other.row, id: one.row?.id } as ChainedRow }),
    ],
  ])('breaks at the first of two rows that were exchanged %s, and says so', (_how, taken) => {
    fc.assert(
      fc.property(chained, ({ links, first, second }) => {
        const [one, other] = [links[first] as Link, links[second] as Link];
        const { id: _one, ...content } = one.row as ChainedRow;
        const { id: _other, ...else_ } = other.row as ChainedRow;
        fc.pre(JSON.stringify(content) !== JSON.stringify(else_));
        const tampered = put(put(links, first, taken(one, other)), second, taken(other, one));
        expect(verify(tampered, links.length)).toMatchObject({ kind: 'reordered', link: first + 1 });
      }),
    );
  });

  it('breaks where a row was put in between, whatever hash it brings', () => {
    fc.assert(
      fc.property(chained, rowWith(99), ({ links, first }, row) => {
        const hash = linkHash(links[first]?.hash ?? '', first + 2, row, digest);
        const later = links.slice(first + 1).map((each) => ({ ...each, link: each.link + 1 }));
        const tampered = [...links.slice(0, first + 1), { link: first + 2, hash, row }, ...later];
        const at = follow(BEGINNING, tampered, digest);
        // It fits by itself; what came after it no longer does.
        expect(at.link).toBe(first + 2);
        if (later.length > 0) expect(verify(tampered, tampered.length)).toMatchObject({ link: first + 3 });
      }),
    );
  });

  it('tells fields apart that would read the same when put together', () => {
    const [row] = fc.sample(rowWith(1), 1) as [ChainedRow];
    const one = linkHash(BEGINNING.hash, 1, { ...row, who: 'ab', action: 'c' }, digest);
    expect(linkHash(BEGINNING.hash, 1, { ...row, who: 'a', action: 'bc' }, digest)).not.toBe(one);
  });
});
