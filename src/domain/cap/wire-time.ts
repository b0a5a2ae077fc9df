// Instants as CAP and the emergency broadcast write them: in China's time, to the second.
import type { Instant } from '../../contract/time.ts';

const CHINA_MS = 8 * 3_600_000;

const inChina = (instant: Instant): string => new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 19);
const asInstant = (text: string): Instant => new Date(text).toISOString() as Instant;

/** 2026-11-23T12:00:00+08:00 */
export const toCapTime = (instant: Instant): string => `${inChina(instant)}+08:00`;
export const fromCapTime = asInstant;

/** 2026-11-23 12:00:00 */
export const toEbmTime = (instant: Instant): string => inChina(instant).replace('T', ' ');
export const fromEbmTime = (text: string): Instant => asInstant(`${text.replace(' ', 'T')}+08:00`);

/** The second an instant lies in: what is left of it on the wire. */
export const toSecond = (instant: Instant): Instant => `${instant.slice(0, 19)}.000Z` as Instant;
