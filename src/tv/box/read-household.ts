// Looks at what came as a household before it is shown.

import type { HouseholdView } from '../../contract/households.ts';
import { isObject } from '../feed/record.ts';
import { BOX_STATE_TEXTS } from '../texts/zh-CN.ts';

type BoxOfHousehold = HouseholdView['boxes'][number];

export function readHousehold(value: unknown): HouseholdView | null {
  if (!isObject(value) || typeof value.address !== 'string' || !Array.isArray(value.boxes)) return null;
  return { address: value.address, boxes: value.boxes.filter(isBox) };
}

function isBox(value: unknown): value is BoxOfHousehold {
  if (!isObject(value)) return false;
  const { smartCard, model, state, since, own } = value;
  const optional = (text: unknown) => text === null || typeof text === 'string';
  return (
    optional(smartCard) &&
    optional(model) &&
    typeof state === 'string' &&
    state in BOX_STATE_TEXTS &&
    typeof since === 'string' &&
    !Number.isNaN(Date.parse(since)) &&
    typeof own === 'boolean'
  );
}
