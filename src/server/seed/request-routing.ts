// Who gets what in the whole district where nobody has set anything yet; what is not here stays with the community.
import { DEPARTMENTS, type Department } from '../../contract/departments.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { CategoryCode, type Handler } from '../../contract/requests.ts';
import { DISTRICT } from '../../domain/regions/code.ts';

/** Lamps, roads, drains, trees, heating and caretakers are the housing office's here; lifts and shops the market's. */
const BY_DEPARTMENT: Readonly<Partial<Record<Department, readonly string[]>>> = {
  'public-order': ['dish'],
  police: ['noise', 'parking', 'dog'],
  market: ['elevator', 'shop'],
  housing: ['heating', 'street-lamp', 'drain', 'road', 'tree', 'property'],
  labour: ['wages'],
  justice: ['mediation'],
  water: ['water'],
  power: ['power'],
  gas: ['gas'],
};
const BY_OPERATOR = ['tv-signal', 'broadband', 'subsidy'];

interface Rule {
  readonly category: CategoryCode;
  readonly region: RegionCode;
  readonly to: Handler;
}

const rule = (category: string, to: Handler): Rule => ({
  category: CategoryCode.parse(category),
  region: DISTRICT,
  to,
});

export const REQUEST_ROUTING: readonly Rule[] = [
  ...DEPARTMENTS.flatMap((department) =>
    (BY_DEPARTMENT[department] ?? []).map((category) => rule(category, { kind: 'department', department })),
  ),
  ...BY_OPERATOR.map((category) => rule(category, { kind: 'operator' })),
];
