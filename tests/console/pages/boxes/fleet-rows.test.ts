// The fleet's rows as a tree.
import { expect, it } from 'vitest';
import { fleetTree } from '../../../../src/console/pages/boxes/fleet-rows.ts';
import { FleetRow, listFleet } from '../../../../src/contract/fleet.ts';

const row = (region: string, hasChildren: boolean) =>
  FleetRow.parse({ ...listFleet.example.reply.items[0], region, hasChildren });
const district = row('370306', true);
const town = row('370306001', true);
const community = row('370306001001', false);

it('can be opened where there is more below, loaded or not', () => {
  expect(fleetTree([district], new Map())).toEqual([{ ...district, children: [] }]);
});

it('puts what is loaded below its region, at any depth', () => {
  const loaded = new Map([
    [district.region, [town]],
    [town.region, [community]],
  ]);
  expect(fleetTree([district], loaded)).toEqual([{ ...district, children: [{ ...town, children: [community] }] }]);
});
