// What residents can ask for from the first day on, and who gets it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUEST_GROUPS, REQUEST_ICONS } from '../../../src/contract/requests.ts';
import { categoryFaults } from '../../../src/domain/requests/category.ts';
import { REQUEST_CATEGORIES } from '../../../src/server/seed/request-categories.ts';
import { REQUEST_ROUTING } from '../../../src/server/seed/request-routing.ts';
import { EXAMPLE_CATEGORIES } from '../../../src/tv/mocks/requests.ts';
import { ICON_NAMES } from '../../../src/tv/ui/icons.ts';
import { openTestServer, type TestServer } from '../../support/server.ts';

const CODES = REQUEST_CATEGORIES.map(({ code }) => code);

describe('the categories that come with the system', () => {
  it('are of every group, and fill three pages of the television', () => {
    expect(new Set(REQUEST_CATEGORIES.map(({ group }) => group))).toEqual(new Set(REQUEST_GROUPS));
    expect(REQUEST_CATEGORIES).toHaveLength(27);
  });

  it('have no fault that a machine can see, no code and no name twice', () => {
    expect(REQUEST_CATEGORIES.flatMap(categoryFaults)).toEqual([]);
    expect(new Set(CODES).size).toBe(CODES.length);
    expect(new Set(REQUEST_CATEGORIES.map(({ name }) => name)).size).toBe(CODES.length);
    expect(REQUEST_CATEGORIES.map(({ order }) => order)).toEqual(CODES.map((_, index) => index + 1));
  });

  it('ask first what is the matter, by one digit; a suggestion alone is in words', () => {
    const inWords = REQUEST_CATEGORIES.filter(({ fields: [first] }) => first?.code !== 'what');
    expect(inWords.map(({ code }) => code)).toEqual(['suggestion']);
  });

  it("keep quiet what is nobody else's business", () => {
    const of = (privacy: string) => REQUEST_CATEGORIES.filter((each) => each.privacy === privacy);
    expect(of('anonymous').map(({ code }) => code)).toEqual(['dish']);
    expect(of('discreet').map(({ code }) => code)).toEqual(['mediation', 'subsidy', 'wages']);
  });

  it('go to somebody who is there: each category to one office, or to the community', () => {
    const routed = REQUEST_ROUTING.map(({ category }) => category);
    expect(routed.filter((code) => !CODES.includes(code))).toEqual([]);
    expect(new Set(routed).size).toBe(routed.length);
    // Neighbours are not who hears of an anonymous report.
    expect(routed).toContain('dish');
  });

  it('are what the television shows as its examples', () => {
    const shipped = REQUEST_CATEGORIES.map(({ active: _, order: __, ...category }) => category);
    for (const { order: _, ...example } of EXAMPLE_CATEGORIES) expect(shipped).toContainEqual(example);
  });
});

it("every icon a category can have is one of the television's", () => {
  expect(REQUEST_ICONS.filter((icon) => !(ICON_NAMES as readonly string[]).includes(icon))).toEqual([]);
});

describe('a district of its own, at its first start', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await openTestServer({ env: { LINLI_DEMO: 'off' } });
  });
  afterAll(() => server.stop());

  const count = async (table: 'request_category' | 'request_routing' | 'working_year' | 'staff') =>
    (
      await server.store.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n;

  it('has them too, with who gets what and the working days that are known', async () => {
    expect(await count('request_category')).toBe(REQUEST_CATEGORIES.length);
    expect(await count('request_routing')).toBe(REQUEST_ROUTING.length);
    expect(await count('working_year')).toBe(12);
    // Nothing of the demo's.
    expect(await count('staff')).toBe(1);
  });
});
