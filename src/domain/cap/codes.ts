// The code tables of CAP 1.2 and of the emergency broadcast's messages against our own words.

import { SEVERITIES, type Severity } from '../../contract/alerts.ts';
import type { CapInfo } from '../../contract/cap.ts';

type CapSeverity = CapInfo['severity'];

/** 红橙黄蓝 as CAP's severity, with the urgency and certainty a warning of that colour stands for. */
export const CAP_LEVELS: Readonly<
  Record<Severity, { severity: CapSeverity; urgency: CapInfo['urgency']; certainty: CapInfo['certainty'] }>
> = {
  red: { severity: 'Extreme', urgency: 'Immediate', certainty: 'Observed' },
  orange: { severity: 'Severe', urgency: 'Immediate', certainty: 'Likely' },
  yellow: { severity: 'Moderate', urgency: 'Expected', certainty: 'Likely' },
  blue: { severity: 'Minor', urgency: 'Future', certainty: 'Possible' },
};

/** The colours as warnings name them; CAP carries them in a parameter. */
export const COLOURS: Readonly<Record<Severity, string>> = {
  red: '红色',
  orange: '橙色',
  yellow: '黄色',
  blue: '蓝色',
};

/** GD/J 082, 事件级别: 1 特别重大, 2 重大, 3 较大, 4 一般. */
export const EBM_SEVERITIES: Readonly<Record<Severity, string>> = { red: '1', orange: '2', yellow: '3', blue: '4' };

/** How far a message is meant to go; rehearsals end at the platform, at the front end, or on the screens. */
export const PURPOSES = ['actual', 'platform-rehearsal', 'front-end-rehearsal', 'rehearsal'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** GD/J 082, 消息类型; 2 is a cancel of whatever it refers to. */
export const EBM_TYPES: Readonly<Record<Purpose, string>> = {
  actual: '1',
  'platform-rehearsal': '3',
  'front-end-rehearsal': '4',
  rehearsal: '5',
};
export const EBM_CANCEL = '2';

/** The key a value stands for, or undefined. */
export function keyOf<K extends string>(table: Readonly<Record<K, string>>, value: string): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}

export const severityOfCap = (severity: CapSeverity): Severity | undefined =>
  SEVERITIES.find((each) => CAP_LEVELS[each].severity === severity);

/** GB/T 35561 codes of events by what people call them, and CAP's category. */
const EVENTS: readonly (readonly [code: string, name: string, category: CapInfo['category'][number]])[] = [
  ['11B01', '台风', 'Met'],
  ['11B03', '暴雨', 'Met'],
  ['11B04', '暴雪', 'Met'],
  ['11B05', '寒潮', 'Met'],
  ['11B06', '大风', 'Met'],
  ['11B07', '沙尘暴', 'Met'],
  ['11B09', '高温', 'Met'],
  ['11B14', '雷电', 'Met'],
  ['11B15', '冰雹', 'Met'],
  ['11B16', '霜冻', 'Met'],
  ['11B17', '大雾', 'Met'],
  ['11B19', '霾', 'Met'],
  ['11B21', '道路结冰', 'Met'],
];
const OTHER = { code: '00000', category: 'Safety' } as const;

export function codeOfEvent(event: string): { code: string; category: CapInfo['category'][number] } {
  const found = EVENTS.find(([, name]) => name === event);
  return found ? { code: found[0], category: found[2] } : OTHER;
}

export const eventOfCode = (code: string): string | undefined => EVENTS.find(([each]) => each === code)?.[1];
