// The figures of a delivery added up.
import type { Delivery } from '../../../contract/notices.ts';

export const DELIVERY_STEPS = ['received', 'rendered', 'read'] as const;
type Figure = 'addressed' | (typeof DELIVERY_STEPS)[number];

export function totalsOf(items: readonly Delivery[]): Record<Figure, number> {
  const sum = (figure: Figure) => items.reduce((total, item) => total + item[figure], 0);
  return { addressed: sum('addressed'), received: sum('received'), rendered: sum('rendered'), read: sum('read') };
}

/** Whole per cent, rounded down: 100 only when none is missing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole);
}
