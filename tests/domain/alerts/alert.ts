// Alerts for tests: one to change, and any.
import fc from 'fast-check';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import { SEVERITIES } from '../../../src/contract/alerts.ts';
import type { AlertId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Instant } from '../../../src/contract/time.ts';

export const SENT = Date.parse('2026-11-23T12:00:00.000Z');
export const at = (ms: number) => new Date(ms).toISOString() as Instant;
export const alertId = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}` as AlertId;

export const alert = (change: Partial<AlertItem> = {}): AlertItem => ({
  kind: 'alert',
  id: alertId(1),
  revision: 1,
  severity: 'orange',
  rehearsal: false,
  standing: true,
  event: '暴雨',
  title: '暴雨橙色预警：今晚有大暴雨',
  source: '周村区气象台',
  authority: '370306' as RegionCode,
  text: ['预计今晚有大暴雨。'],
  instructions: ['不要出门'],
  sound: true,
  sentAt: at(SENT),
  validFrom: at(SENT),
  validTo: at(SENT + 3_600_000),
  ...change,
});

export const anyAlert = fc
  .record({
    id: fc.integer({ min: 1, max: 5 }).map(alertId),
    revision: fc.integer({ min: 1, max: 3 }),
    severity: fc.constantFrom(...SEVERITIES),
    rehearsal: fc.boolean(),
    standing: fc.boolean(),
    authority: fc.constantFrom('370306', '370306001', '370306001001').map((code) => code as RegionCode),
    sentAt: fc.integer({ min: 0, max: 3 }).map((minutes) => at(SENT + minutes * 60_000)),
  })
  .map(alert);
