// CAP 1.2 against our warning, both ways: what CAP has no word for rides in parameters and in a second geocode.
import type { CapAlert, CapInfo } from '../../contract/cap.ts';
import { RegionCode } from '../../contract/regions.ts';
import { coverOf } from '../regions/code.ts';
import { CAP_LEVELS, COLOURS, codeOfEvent, keyOf, PURPOSES, type Purpose, severityOfCap } from './codes.ts';
import { Refusal } from './refusal.ts';
import { paragraphsOf, type Reference, type Warning, type WarningContent } from './warning.ts';
import { fromWire, isDeep, toWire } from './wire-region.ts';
import { fromCapTime, toCapTime } from './wire-time.ts';

/** The twelve digits of the national statistics office. */
export const DIVISION = '行政区划代码';
/** Grid, building, household: deeper than the division codes go. */
const DEEP_REGION = 'urn:linli:region';
const COLOUR = '预警颜色';
const EVENT_CODE = 'GB/T 35561';
const SOUND = 'urn:linli:sound';
const PURPOSE = 'urn:linli:purpose';

const MSG_TYPES = { issue: 'Alert', update: 'Update', cancel: 'Cancel' } as const;

/** Of a document that was read: what is for screens, or that it is none of those. */
export type CapMeaning = { readonly kind: 'warning'; readonly warning: Warning } | { readonly kind: 'stored' };

/** `nameOf`: what people call a region. */
export function toCap(warning: Warning, nameOf: (region: RegionCode) => string): CapAlert {
  const { identifier, sender, references, act, purpose, content } = warning;
  return {
    identifier,
    sender,
    sent: toCapTime(warning.sentAt),
    status: statusOf(purpose),
    msgType: MSG_TYPES[act],
    scope: 'Public',
    code: [],
    ...(references.length > 0 && { references: references.map(referenceText).join(' ') }),
    info: content ? [infoOf(content, purpose, nameOf)] : [],
  };
}

function statusOf(purpose: Purpose | null): CapAlert['status'] {
  if (purpose === null || purpose === 'actual') return 'Actual';
  return purpose === 'rehearsal' ? 'Exercise' : 'Test';
}

const referenceText = ({ sender, identifier, sentAt }: Reference): string => {
  if (!sentAt) throw new RangeError(`CAP refers to nothing without its time: ${identifier}`);
  return `${sender},${identifier},${toCapTime(sentAt)}`;
};

function infoOf(content: WarningContent, purpose: Purpose | null, nameOf: (region: RegionCode) => string): CapInfo {
  const { code, category } = codeOfEvent(content.event);
  return {
    language: 'zh-CN',
    category: [category],
    event: content.event,
    responseType: [],
    ...CAP_LEVELS[content.severity],
    eventCode: [{ valueName: EVENT_CODE, value: code }],
    effective: toCapTime(content.validFrom),
    ...(content.validTo && { expires: toCapTime(content.validTo) }),
    ...(content.source && { senderName: content.source }),
    headline: content.title,
    ...(content.text.length > 0 && { description: content.text.join('\n') }),
    ...(content.instructions.length > 0 && { instruction: content.instructions.join('\n') }),
    parameter: [
      { valueName: COLOUR, value: COLOURS[content.severity] },
      ...(content.sound === null ? [] : [{ valueName: SOUND, value: String(content.sound) }]),
      ...(purpose === null || purpose === 'actual' ? [] : [{ valueName: PURPOSE, value: purpose }]),
    ],
    resource: [],
    area: content.regions.map((region) => ({
      areaDesc: nameOf(region),
      polygon: [],
      circle: [],
      geocode: [
        { valueName: DIVISION, value: toWire(region) },
        ...(isDeep(region) ? [{ valueName: DEEP_REGION, value: region }] : []),
      ],
    })),
  };
}

/** @throws Refusal where it is well-formed and yet no warning that may be shown */
export function fromCap(alert: CapAlert): CapMeaning {
  if (alert.scope !== 'Public') throw new Refusal('not-public', 'alert/scope');
  const act = keyOf(MSG_TYPES, alert.msgType);
  if (!act || alert.status === 'Draft' || alert.status === 'System') return { kind: 'stored' };
  const references = referencesOf(alert.references);
  if (act !== 'issue' && references.length === 0) throw new Refusal('reference-missing', 'alert/references');
  const info = infoToRead(alert);
  if (!info && act !== 'cancel') throw new Refusal('structure', 'alert/info');
  const warning: Warning = {
    identifier: alert.identifier,
    sender: alert.sender,
    sentAt: fromCapTime(alert.sent),
    act,
    references,
    purpose: purposeOf(alert.status, info),
    content: info ? contentOf(info, alert) : null,
  };
  return { kind: 'warning', warning };
}

function referencesOf(text: string | undefined): Reference[] {
  const parts = (text ?? '').split(/\s+/).filter((part) => part !== '');
  return parts.map((part) => {
    const [sender = '', identifier = '', sent = ''] = part.split(',');
    return { sender, identifier, sentAt: fromCapTime(sent) };
  });
}

/** The Chinese block where there are several languages; several in one language are several warnings. */
function infoToRead({ info }: CapAlert): CapInfo | undefined {
  const languageOf = (each: CapInfo) => (each.language ?? 'en-US').toLowerCase().split('-')[0];
  const chinese = info.filter((each) => languageOf(each) === 'zh');
  const first = chinese[0] ?? info[0];
  const same = first ? info.filter((each) => languageOf(each) === languageOf(first)) : [];
  if (same.length > 1) throw new Refusal('several-infos', 'alert/info');
  return first;
}

/** A technical test ends at this platform, unless its sender says how far it is to go. */
function purposeOf(status: CapAlert['status'], info: CapInfo | undefined): Purpose {
  if (status === 'Actual') return 'actual';
  if (status === 'Exercise') return 'rehearsal';
  const told = info?.parameter.find(({ valueName }) => valueName === PURPOSE)?.value;
  const known = PURPOSES.find((purpose) => purpose === told);
  return known && known !== 'actual' && known !== 'rehearsal' ? known : 'platform-rehearsal';
}

function contentOf(info: CapInfo, alert: CapAlert): WarningContent {
  const told = (name: string) => info.parameter.find(({ valueName }) => valueName === name)?.value;
  const sound = told(SOUND);
  return {
    severity: severityOf(info, told(COLOUR)),
    event: info.event,
    title: info.headline || info.event,
    source: info.senderName || null,
    text: paragraphsOf(info.description),
    instructions: paragraphsOf(info.instruction),
    sound: sound === undefined ? null : sound === 'true',
    validFrom: fromCapTime(info.effective ?? alert.sent),
    validTo: info.expires === undefined ? null : fromCapTime(info.expires),
    regions: regionsOf(info),
  };
}

/** The colour and the severity say the same twice: where they differ, one of them was changed. */
function severityOf(info: CapInfo, colour: string | undefined) {
  const severity = severityOfCap(info.severity);
  if (!severity) throw new Refusal('severity-unknown', 'alert/info/severity');
  if (colour !== undefined && keyOf(COLOURS, colour) !== severity)
    throw new Refusal('severity-mismatch', 'alert/info/parameter');
  return severity;
}

/**
 * Areas elsewhere are the business of others; none here is a document that was sent to the wrong place. An area without
 * a code is refused whole: people there would not be warned, and nobody would know.
 */
function regionsOf(info: CapInfo): RegionCode[] {
  const place = 'alert/info/area/geocode';
  const areas = info.area.map(({ geocode }) => ({
    divisions: geocode.filter(({ valueName }) => valueName === DIVISION),
    deep: geocode.filter(({ valueName }) => valueName === DEEP_REGION),
  }));
  if (areas.length === 0 || areas.some(({ divisions }) => divisions.length === 0))
    throw new Refusal('region-missing', place);
  const regions = areas.flatMap(({ divisions, deep }) => divisions.flatMap(({ value }) => regionOf(value, deep)));
  if (regions.length === 0) throw new Refusal('region-outside', place);
  return coverOf(regions);

  function regionOf(digits: string, deep: readonly { value: string }[]): RegionCode[] {
    if (!/^\d{12}$/.test(digits)) throw new Refusal('value', place);
    const region = fromWire(digits);
    if (!region) return [];
    if (deep.length === 0) return [region];
    return deep.map(({ value }) => {
      const parsed = RegionCode.safeParse(value);
      if (!parsed.success || toWire(parsed.data) !== digits) throw new Refusal('value', place);
      return parsed.data;
    });
  }
}
