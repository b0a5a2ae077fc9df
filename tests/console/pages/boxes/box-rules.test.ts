// What a person may do with a box.
import { describe, expect, it } from 'vitest';
import { boxRules } from '../../../../src/console/pages/boxes/box-rules.ts';
import { BOX_STATES } from '../../../../src/contract/boxes.ts';
import type { Box } from '../../../../src/contract/fleet.ts';
import { StaffId } from '../../../../src/contract/ids.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';
import type { Role } from '../../../../src/contract/staff.ts';
import { Instant } from '../../../../src/contract/time.ts';
import type { Actor } from '../../../../src/domain/access/can.ts';

const someone = (role: Role, region: string): Actor => ({
  id: StaffId.parse('019ab000-0000-7000-8000-000000000001'),
  name: '某人',
  grants: [{ role, region: RegionCode.parse(region) }],
});
const operator = someone('operator', '370306');
const box: Pick<Box, 'state' | 'standing' | 'household' | 'suspectSince'> = {
  state: 'authorised',
  standing: 'online',
  household: RegionCode.parse('3703060010010010010101'),
  suspectSince: null,
};
const allowed = (rules: ReturnType<typeof boxRules>) =>
  Object.entries(rules)
    .filter(([, may]) => may)
    .map(([name]) => name)
    .sort();

describe('a box that stands in a household', () => {
  it('is the operator’s to command, move, stop, and set', () => {
    const rules = boxRules(operator, box);
    expect(allowed(rules)).toEqual(['command', 'linkAccounts', 'move', 'reachable', 'resetPin', 'revoke', 'settings']);
  });

  it('is the community’s only for its PIN and its accounts', () => {
    const rules = boxRules(someone('community', '370306001001'), box);
    expect(allowed(rules)).toEqual(['linkAccounts', 'reachable', 'resetPin']);
  });

  it('is nobody’s from another town', () => {
    const rules = boxRules(someone('community', '370306102215'), box);
    expect(allowed(rules)).toEqual(['reachable']);
  });
});

it('only a box that waits for it can be authorised', () => {
  expect(BOX_STATES.filter((state) => boxRules(operator, { ...box, state }).authorise)).toEqual(['bound']);
});

it('only a suspected box can be trusted again', () => {
  expect(boxRules(operator, box).trust).toBe(false);
  const suspectSince = Instant.parse('2026-11-23T12:00:00.000Z');
  expect(boxRules(operator, { ...box, suspectSince }).trust).toBe(true);
});

it('a box that lies behind can be reached, one without its stream cannot', () => {
  expect(boxRules(operator, { ...box, standing: 'behind' }).reachable).toBe(true);
  expect(boxRules(operator, { ...box, standing: 'offline' }).reachable).toBe(false);
});

it('nothing is sent to a box that was never activated, or is stopped', () => {
  for (const state of ['listed', 'revoked'] as const) {
    expect(allowed(boxRules(operator, { ...box, state, standing: 'offline' }))).toEqual(['settings']);
  }
});
