// Finding guides by digits: as a plain reference finds them, in an order that people expect.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, indexGuides, KEY_LETTERS, searchGuides } from '../../../src/domain/guides/search.ts';
import { SHIPPED } from '../../tv/shipped.ts';
import { foundSlowly } from './slow-search.ts';

const guide = (number: string, name: string, reading: string, ...aliases: [string, string][]) => ({
  number: number as (typeof SHIPPED)[0]['number'],
  name,
  aliases: aliases.map(([alias]) => alias),
  readings: [reading, ...aliases.map(([, other]) => other)],
});
type Guide = ReturnType<typeof guide>;
const never = () => 0;
const names = (guides: readonly Guide[], query: string, usage: (number: string) => number = never) =>
  searchGuides(indexGuides(guides), query, usage).map(({ guide }) => guide.name);

const CARD = guide('0203', '补办身份证', 'bu ban shen fen zheng', ['身份证丢了', 'shen fen zheng diu le']);
const CHILD = guide('0207', '给孩子上户口', 'gei hai zi shang hu kou');
const ETC = guide('0501', '办理ETC卡', 'ban li e t c ka');

describe('a query', () => {
  it.each([
    ['739', 'first letters'],
    ['73', 'fewer of them'],
    ['743633694364', 'whole syllables'],
    ['743639', 'whole ones first, then letters'],
    ['7436394', 'whole ones and beginnings, mixed'],
    ['336', 'from any syllable on'],
    ['22', 'the beginning of the name'],
    ['34853', 'an alias to its end'],
    ['02', 'the beginning of its number'],
    ['0203', 'its number'],
  ])('%s finds 补办身份证: %s', (query) => {
    expect(names([CARD], query)).toEqual(['补办身份证']);
  });

  it.each(['7399', '39', '2039', '0204', '1', '79'])('%s does not', (query) => {
    expect(names([CARD], query)).toEqual(query === '39' ? ['补办身份证'] : []);
  });

  it('of nothing finds nothing', () => {
    expect(names([CARD, CHILD], '')).toEqual([]);
  });

  it('finds Latin letters one by one, and digits as they are', () => {
    expect(names([ETC], '382')).toEqual(['办理ETC卡']);
    expect(names([guide('0101', '打12345', 'da 1 2 3 4 5')], '3213')).toEqual([]);
    expect(names([guide('0101', '打12345', 'da 1 2 3 4 5')], '312')).toEqual(['打12345']);
  });

  it('tells by what it has found: the alias, and which of its syllables', () => {
    const [found] = searchGuides(indexGuides([CARD]), '9434', never);
    expect(found?.matched).toMatchObject({ text: '身份证丢了', from: 2, count: 2 });
    expect(searchGuides(indexGuides([CARD]), '02', never)[0]?.matched).toBeNull();
  });
});

describe('the order', () => {
  const WHOLE = guide('0901', '认证', 'ren zheng');
  const INSIDE = guide('0902', '补身份证', 'bu shen fen zheng');
  const FIRST = guide('0903', '身份证照片', 'shen fen zheng zhao pian');

  it('has letters as people type them before a mixture, then beginnings, then what is inside', () => {
    expect(names([WHOLE, INSIDE, FIRST], '739')).toEqual(['身份证照片', '补身份证', '认证']);
    expect(names([INSIDE, FIRST, guide('0904', '身份证', 'shen fen zheng')], '739')[0]).toBe('身份证');
  });

  it('has what is used more first among what fits as well, and never above what fits better', () => {
    const other = guide('0904', '身份证复印', 'shen fen zheng fu yin');
    expect(names([FIRST, other], '739')).toEqual(['身份证照片', '身份证复印']);
    expect(names([FIRST, other], '739', (number) => (number === '0904' ? 3 : 0))[0]).toBe('身份证复印');
    expect(names([FIRST, INSIDE], '739', (number) => (number === '0902' ? 9 : 0))[0]).toBe('身份证照片');
  });

  it('has what most people mean by 身份证 first among the guides that come with the system', () => {
    const found = searchGuides(indexGuides(SHIPPED), '739', never);
    expect(found.slice(0, 1).map(({ guide, matched }) => [guide.number, matched?.text])).toEqual([['0201', '身份证']]);
  });

  it('does not depend on the order in which the guides come', () => {
    const some = SHIPPED.slice(0, 60);
    const forth = searchGuides(indexGuides(some), '73', never);
    const back = searchGuides(indexGuides([...some].reverse()), '73', never);
    expect(back.map(({ guide }) => guide.number)).toEqual(forth.map(({ guide }) => guide.number));
  });
});

describe('whatever is typed', () => {
  const syllable = fc.stringMatching(/^[a-z]{1,5}$/);
  const reading = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
  const guides = fc
    .array(fc.array(reading, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    .map((all) =>
      all.map((readings, index) => ({
        ...guide(`01${10 + index}`, `第${index}项`, ''),
        aliases: readings.slice(1),
        readings,
      })),
    );
  /** Made of what is there, as people type, and then perhaps spoilt. */
  const query = (from: string) =>
    fc
      .tuple(
        fc.nat(),
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 }),
        fc.stringMatching(/^[2-9]?$/),
      )
      .map(([start, lengths, spoilt]) => {
        const digits = from.split(' ').map(digitsOf);
        const parts = digits.slice(start % digits.length).map((one, index) => one.slice(0, lengths[index] ?? 1));
        return parts.join('').slice(0, 10) + spoilt;
      });

  it('exactly those are found that the reference finds', () => {
    const cases = guides.chain((all) => fc.tuple(fc.constant(all), query(all[0]?.readings[0] ?? '')));
    fc.assert(
      fc.property(cases, ([all, typed]) => {
        const found = searchGuides(indexGuides(all), typed, never).map(({ guide }) => guide.number);
        expect([...found].sort()).toEqual(foundSlowly(all, typed));
      }),
      { numRuns: 500 },
    );
  });

  it('a query that is longer finds no more', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[2-9]{1,5}$/), fc.stringMatching(/^[2-9]$/), (typed, more) => {
        const index = indexGuides(SHIPPED);
        const found = (text: string) => searchGuides(index, text, never).map(({ guide }) => guide.number);
        const before = new Set(found(typed));
        expect(found(typed + more).filter((number) => !before.has(number))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

it('every guide that is shipped is found first or on the first page by its whole name, and by its first letters', () => {
  const index = indexGuides(SHIPPED);
  for (const { number, readings } of SHIPPED) {
    const letters = (readings[0] ?? '').split(' ').map((syllable) => digitsOf(syllable).charAt(0));
    const found = searchGuides(index, letters.join('').slice(0, 12), never).map(({ guide }) => guide.number);
    expect(found.indexOf(number), `${number} by ${letters.join('')}`).toBeGreaterThanOrEqual(0);
    expect(found.indexOf(number)).toBeLessThan(5);
  }
});

it('has each letter on one key', () => {
  expect(Object.values(KEY_LETTERS).join('')).toBe('abcdefghijklmnopqrstuvwxyz');
});
