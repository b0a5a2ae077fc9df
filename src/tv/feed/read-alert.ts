// Looks at an alert that came over the network before the app trusts its shape.
import type { AlertItem, Severity } from '../../contract/alerts.ts';
import { isObject } from './record.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const isInstant = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));
const isCarrier = (value: unknown): boolean =>
  isObject(value) && isText(value.id) && typeof value.revision === 'number';
const KNOWN: Readonly<Record<Severity, true>> = { red: true, orange: true, yellow: true, blue: true };
const isSeverity = (value: unknown): value is Severity => isText(value) && KNOWN[value as Severity] === true;

/** Null: not even its frame is sound. Of doubtful gravity it counts as the gravest; unless told, as no rehearsal. */
export function readAlert(value: unknown): AlertItem | null {
  if (!isObject(value) || value.kind !== 'alert') return null;
  const { id, revision, severity, rehearsal, standing, event, title, source, authority, sound } = value;
  const { text, instructions, sentAt, validFrom, validTo, carriers } = value;
  if (typeof revision !== 'number' || revision <= 0 || revision % 1 !== 0) return null;
  if (![id, title, authority].every(isText) || ![sentAt, validFrom, validTo].every(isInstant)) return null;
  return {
    kind: 'alert',
    id,
    revision,
    severity: isSeverity(severity) ? severity : 'red',
    rehearsal: rehearsal === true,
    standing: standing !== false,
    event: isText(event) ? event : '',
    title,
    source: isText(source) ? source : '',
    authority,
    text: Array.isArray(text) ? text.filter(isText) : [],
    instructions: Array.isArray(instructions) ? instructions.filter(isText) : [],
    sound: sound !== false,
    sentAt,
    validFrom,
    validTo,
    carriers: Array.isArray(carriers) ? carriers.filter(isCarrier) : [],
  } as AlertItem;
}
