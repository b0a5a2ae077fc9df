// What is filled in to release an alert, as the form keeps it and as the television will show it.
import type { AlertTemplate } from '../../../contract/alert-templates.ts';
import type { AlertInput, AlertItem, AlertWording } from '../../../contract/alerts.ts';
import type { AlertId, NoticeId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { fillGaps } from '../../../domain/alerts/gaps.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';

export interface AlertForm {
  /** `id:version` */
  readonly template?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly kind?: 'actual' | 'rehearsal';
  readonly source?: string;
  readonly authority?: RegionCode;
  readonly regions?: RegionCode[];
  readonly validMinutes?: number;
  readonly carriers?: NoticeId[];
}

/** The television only compares it with other alerts' ids. */
const UNSAVED_ID = '00000000-0000-0000-0000-000000000000' as AlertId;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export const keyOf = ({ id, version }: Pick<AlertTemplate, 'id' | 'version'>): string => `${id}:${version}`;

/** Any wording as if it were released at `now` (ms) for an hour. */
export function previewOf(wording: AlertWording, source: string, now: number): AlertItem {
  const sentAt = new Date(now).toISOString() as Instant;
  return {
    kind: 'alert',
    id: UNSAVED_ID,
    revision: 1,
    rehearsal: false,
    standing: true,
    ...wording,
    source,
    authority: DISTRICT,
    sentAt,
    validFrom: sentAt,
    validTo: new Date(now + HOUR_MS).toISOString() as Instant,
  };
}

/** As it would look were it released at `now` (ms). */
export function itemOf(template: AlertTemplate, form: AlertForm, now: number): AlertItem {
  const { severity, event, sound, title, text, instructions } = template;
  const wording = fillGaps({ severity, event, sound, title, text, instructions }, trimmed(form.fields ?? {}));
  const minutes = form.validMinutes ?? template.validMinutes;
  return {
    ...previewOf(wording, form.source?.trim() ?? '', now),
    rehearsal: form.kind === 'rehearsal',
    validTo: new Date(now + minutes * MINUTE_MS).toISOString() as Instant,
  };
}

/** Undefined while something is missing; the form says what. */
export function inputOf({ id, version }: AlertTemplate, form: AlertForm): AlertInput | undefined {
  const { authority, regions, kind, validMinutes, carriers } = form;
  const source = form.source?.trim();
  if (!authority || !regions?.length || !kind || !validMinutes || !source) return undefined;
  const rest = {
    source,
    authority,
    regions,
    validMinutes,
    rehearsal: kind === 'rehearsal',
    ...(carriers && { carriers }),
  };
  return { template: id, version, fields: trimmed(form.fields ?? {}), ...rest };
}

const trimmed = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value?.trim() ?? '']));
