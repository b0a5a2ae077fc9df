import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, ListRow } from '../../../src/domain/boxes/fault.ts';
import { readListing } from '../../../src/domain/boxes/listing.ts';

const GOOD: ListRow = {
  smartCard: '8531002026000017',
  model: 'HC3100',
  chipId: 'A0B1C2D3E4F5',
  address: '车站社区1号楼',
  household: '101',
  twoWay: '是',
  hd: '否',
};
const row = (change: Partial<ListRow>): ListRow => ({ ...GOOD, ...change });

describe('a row of the list', () => {
  it('is taken as it stands', () => {
    expect(readListing(GOOD)).toEqual({ ...GOOD, twoWay: true, hd: false });
  });

  it('is forgiven blanks, full-width signs and what keeps a spreadsheet from counting', () => {
    const listing = { ...GOOD, twoWay: true, hd: true };
    expect(readListing(row({ smartCard: ' ８５３１ ００２０ ２６００ ００１７\t', hd: '１' }))).toEqual(listing);
    expect(readListing(row({ smartCard: '="8531002026000017"', hd: 'ｙ' }))).toEqual(listing);
    expect(readListing(row({ smartCard: "'8531002026000017", household: "'101", hd: 'true' }))).toEqual(listing);
  });

  it.each([
    ['是', true],
    ['1', true],
    ['Y', true],
    ['y', true],
    ['否', false],
    ['0', false],
    ['N', false],
    ['n', false],
  ])('reads %s as %s', (text, value) => {
    expect(readListing(row({ twoWay: text }))).toMatchObject({ twoWay: value });
  });

  it.each<[string, Partial<ListRow>, object]>([
    ['a missing number', { smartCard: '  ' }, { kind: 'blank', column: 'smartCard' }],
    ['a short number', { smartCard: '1234567' }, { kind: 'smart-card', text: '1234567' }],
    ['a long number', { smartCard: '1'.repeat(21) }, { kind: 'smart-card', text: '1'.repeat(21) }],
    ['letters in a number', { smartCard: '8531O02026000017' }, { kind: 'smart-card', text: '8531O02026000017' }],
    [
      'a number rounded in a CSV file',
      { smartCard: '8.53100202600002E+15' },
      { kind: 'spoilt', column: 'smartCard', how: 'number', text: '8.53100202600002E+15' },
    ],
    [
      'a number rounded in a workbook',
      { smartCard: { spoilt: 'number', text: '8531002026000017' } },
      { kind: 'spoilt', column: 'smartCard', how: 'number', text: '8531002026000017' },
    ],
    [
      'a room that became a date',
      { household: { spoilt: 'date', text: '46023' } },
      { kind: 'spoilt', column: 'household', how: 'date', text: '46023' },
    ],
    [
      'a household code rounded in a CSV file',
      { household: '3.70306E+21' },
      { kind: 'spoilt', column: 'household', how: 'number', text: '3.70306E+21' },
    ],
    [
      'a household code cut short',
      { household: '370306001001001001010' },
      { kind: 'household-code', text: '370306001001001001010' },
    ],
    ['a long model', { model: '型'.repeat(61) }, { kind: 'too-long', column: 'model', most: 60 }],
    ['a long chip id', { chipId: 'A'.repeat(41) }, { kind: 'too-long', column: 'chipId', most: 40 }],
    ['neither yes nor no', { twoWay: '可能' }, { kind: 'flag', column: 'twoWay', text: '可能' }],
    ['a name every object has', { twoWay: 'constructor' }, { kind: 'flag', column: 'twoWay', text: 'constructor' }],
    ['a missing address', { address: '' }, { kind: 'blank', column: 'address' }],
  ])('tells of %s', (_what, change, fault) => {
    expect(readListing(row(change))).toEqual([fault]);
  });

  it('tells of everything that is wrong at once', () => {
    const faults = readListing(row({ smartCard: '1', model: '', hd: '?' }));
    expect(faults).toMatchObject([{ kind: 'smart-card' }, { kind: 'blank', column: 'model' }, { kind: 'flag' }]);
  });

  const cell = (): fc.Arbitrary<Cell> =>
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...(Object.values(GOOD) as string[])),
      fc.record({ spoilt: fc.constantFrom('number', 'date', 'error'), text: fc.string() }),
    );

  it('never throws, and takes nothing that the database or the columns cannot hold', () => {
    const rows = fc.record({
      smartCard: cell(),
      model: cell(),
      chipId: cell(),
      address: cell(),
      household: cell(),
      twoWay: cell(),
      hd: cell(),
    });
    fc.assert(
      fc.property(rows, (given) => {
        const listing = readListing(given);
        if (Array.isArray(listing)) {
          expect(listing.length).toBeGreaterThan(0);
          return;
        }
        expect(listing.smartCard).toMatch(/^\d{8,20}$/);
        for (const text of [listing.model, listing.chipId, listing.address, listing.household]) {
          expect(text).not.toBe('');
          expect(text).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        }
        expect([...listing.model].length).toBeLessThanOrEqual(60);
        expect([...listing.chipId].length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 1000 },
    );
  });
});
