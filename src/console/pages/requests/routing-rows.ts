// The table of who gets what as rows: a category each, with the district's rule and what is otherwise somewhere.
import type { RoutingRule, StoredCategory } from '../../../contract/request-settings.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';

export interface RoutingRow {
  readonly category: StoredCategory;
  readonly district: RoutingRule | undefined;
  /** By the regions' codes. */
  readonly others: readonly RoutingRule[];
}

export function routingRows(categories: readonly StoredCategory[], rules: readonly RoutingRule[]): RoutingRow[] {
  return categories.map((category) => {
    const own = rules.filter((rule) => rule.category === category.code);
    return {
      category,
      district: own.find(({ region }) => region === DISTRICT),
      others: own.filter(({ region }) => region !== DISTRICT).sort((a, b) => a.region.localeCompare(b.region)),
    };
  });
}
