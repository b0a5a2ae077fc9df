// The lights of a request's time limit; each has its word besides.
import type { Light } from '../../contract/requests.ts';
import { ACCENTS, COLORS } from './colors.ts';

export const LIGHT_COLORS: Readonly<Record<Light, number>> = {
  green: ACCENTS.guides,
  yellow: ACCENTS.bills,
  red: 0xffff7a6b,
  stopped: COLORS.second,
  none: COLORS.second,
};
