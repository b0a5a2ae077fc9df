// The emergency broadcast's messages (GD/J 082) against our warning, both ways: what they have no field for rides in an
// extension that others pass over, so that our own messages come back whole.
import type { EbmPacket, EbmReceipt } from '../../contract/cap.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Instant } from '../../contract/time.ts';
import { coverOf } from '../regions/code.ts';
import { codeOfEvent, EBM_CANCEL, EBM_SEVERITIES, EBM_TYPES, eventOfCode, keyOf } from './codes.ts';
import { Refusal } from './refusal.ts';
import { paragraphsOf, type Reference, type Warning, type WarningContent } from './warning.ts';
import { fromWire, isDeep, toWire } from './wire-region.ts';
import { fromEbmTime, toEbmTime } from './wire-time.ts';

/** Parts what is the matter from what to do, as weather offices write it: MsgDesc is one text. */
const INSTRUCTIONS = '防御指南：';
const UNKNOWN_SEVERITY = '0';

/** The numbers a platform gives its messages. */
export interface EbmNumbers {
  /** Resource code of the sending platform, 23 digits. */
  readonly platform: string;
  readonly packet: string;
  readonly message: string;
  /** Of the message it updates or cancels. */
  readonly related: string | null;
}

/** EBMID: platform, day, number of the day. @example '…', '2026-11-23T…', 7 -> '…202611230007' */
export function ebmNumber(platform: string, at: Instant, ofTheDay: number): string {
  return `${platform}${toEbmTime(at).slice(0, 10).replaceAll('-', '')}${String(ofTheDay).padStart(4, '0')}`;
}

/** EBDID: type 10 (anything but a heartbeat), platform, sequence of 16 digits. */
export const packetNumber = (platform: string, sequence: number): string =>
  `10${platform}${String(sequence).padStart(16, '0')}`;

/** A warning without content has no message: the cancelled one's is sent again with type 2. */
export function toEbm(warning: Warning & { content: WarningContent }, numbers: EbmNumbers): EbmPacket {
  const { content, act, purpose, references } = warning;
  const divisions = [...new Set(content.regions.map(toWire))];
  const text = [...content.text, ...(content.instructions.length > 0 ? [INSTRUCTIONS, ...content.instructions] : [])];
  return {
    EBDVersion: '1.0',
    EBDID: numbers.packet,
    EBDType: 'EBM',
    SRC: { EBRID: numbers.platform },
    EBDTime: toEbmTime(warning.sentAt),
    EBM: {
      EBMVersion: '1.0',
      EBMID: numbers.message,
      ...(numbers.related && { RelatedInfo: { EBMID: numbers.related } }),
      MsgBasicInfo: {
        MsgType: (act === 'cancel' ? EBM_CANCEL : EBM_TYPES[purpose ?? 'actual']) as '1',
        SenderName: content.source ?? numbers.platform,
        SenderCode: numbers.platform,
        SendTime: toEbmTime(warning.sentAt),
        EventType: codeOfEvent(content.event).code,
        Severity: EBM_SEVERITIES[content.severity] as '1',
        StartTime: toEbmTime(content.validFrom),
        EndTime: toEbmTime(content.validTo ?? content.validFrom),
      },
      MsgContent: {
        LanguageCode: 'zho',
        MsgTitle: content.title,
        MsgDesc: text.length > 0 ? text.join('\n') : content.title,
        AreaCode: divisions.join(','),
      },
    },
    extension: {
      identifier: warning.identifier,
      sender: warning.sender,
      ...(purpose && { purpose }),
      event: content.event,
      ...(content.sound !== null && { sound: content.sound ? 'true' : 'false' }),
      reference: references.map(
        ({ sender, identifier, sentAt }) => `${sender},${identifier},${sentAt ? toEbmTime(sentAt) : ''}`,
      ),
      region: content.regions.filter(isDeep),
    },
  };
}

/** @throws Refusal where it is well-formed and yet no warning that may be shown */
export function fromEbm({ EBM, extension }: EbmPacket): Warning {
  const { MsgBasicInfo: basic, MsgContent: content, RelatedInfo, EBMID } = EBM;
  const sender = extension?.sender ?? basic.SenderCode;
  const related = RelatedInfo?.EBMID;
  const references = extension?.reference.length
    ? extension.reference.map(referenceOf)
    : related
      ? [{ sender, identifier: related, sentAt: null }]
      : [];
  const cancels = basic.MsgType === EBM_CANCEL;
  if (cancels && references.length === 0) throw new Refusal('reference-missing', 'EBD/EBM/RelatedInfo');
  if (basic.Severity === UNKNOWN_SEVERITY) throw new Refusal('severity-unknown', 'EBD/EBM/MsgBasicInfo/Severity');
  const type = keyOf(EBM_TYPES, basic.MsgType);
  const severity = keyOf(EBM_SEVERITIES, basic.Severity);
  if (!severity || (!cancels && extension?.purpose && extension.purpose !== type))
    throw new Refusal('value', 'EBD/EBM/MsgBasicInfo/MsgType');
  const { text, instructions } = partText(content.MsgDesc);
  return {
    identifier: extension?.identifier ?? EBMID,
    sender,
    sentAt: fromEbmTime(basic.SendTime),
    act: cancels ? 'cancel' : references.length > 0 ? 'update' : 'issue',
    references,
    purpose: (cancels ? extension?.purpose : type) ?? null,
    content: {
      severity,
      event: extension?.event ?? eventOfCode(basic.EventType) ?? content.MsgTitle,
      title: content.MsgTitle,
      source: basic.SenderName,
      text,
      instructions,
      sound: extension?.sound === undefined ? null : extension.sound === 'true',
      validFrom: fromEbmTime(basic.StartTime),
      validTo: fromEbmTime(basic.EndTime),
      regions: regionsOf(content.AreaCode.split(','), extension?.region ?? []),
    },
  };
}

function referenceOf(text: string): Reference {
  const [sender = '', identifier = '', sent = ''] = text.split(',');
  return { sender, identifier, sentAt: sent ? fromEbmTime(sent) : null };
}

function partText(whole: string): { text: string[]; instructions: string[] } {
  const lines = paragraphsOf(whole);
  const at = lines.findIndex((line) => line === INSTRUCTIONS || line === '防御指南:');
  return at < 0 ? { text: lines, instructions: [] } : { text: lines.slice(0, at), instructions: lines.slice(at + 1) };
}

/** A division for which deeper regions are told stands for those alone. */
function regionsOf(divisions: readonly string[], deep: readonly RegionCode[]): RegionCode[] {
  const place = 'EBD/EBM/MsgContent/AreaCode';
  if (deep.some((region) => !isDeep(region) || !divisions.includes(toWire(region)))) throw new Refusal('value', place);
  const whole = divisions.filter((digits) => !deep.some((region) => toWire(region) === digits));
  const regions = [...whole.flatMap((digits) => fromWire(digits) ?? []), ...deep];
  if (regions.length === 0) throw new Refusal('region-outside', place);
  return coverOf(regions);
}

/** How far a message got; `rendered` among `addressed` boxes, cut to one decimal and never rounded up. */
export function ebmReceipt(given: {
  readonly numbers: Pick<EbmNumbers, 'platform' | 'packet' | 'message'>;
  readonly at: Instant;
  readonly state: 'waiting' | 'under-way' | 'done' | 'cancelled';
  readonly addressed: number;
  readonly rendered: number;
  readonly regions: readonly RegionCode[];
}): EbmReceipt {
  const { numbers, addressed, rendered } = given;
  const tenths = addressed === 0 ? 0 : Math.floor((Math.min(rendered, addressed) * 1_000) / addressed);
  return {
    EBDVersion: '1.0',
    EBDID: numbers.packet,
    EBDType: 'EBMStateResponse',
    SRC: { EBRID: numbers.platform },
    EBDTime: toEbmTime(given.at),
    EBMStateResponse: {
      RptTime: toEbmTime(given.at),
      EBM: { EBMID: numbers.message },
      BrdStateCode: STATES[given.state].code,
      BrdStateDesc: STATES[given.state].text,
      Coverage: {
        CoveragePercent: (tenths / 10).toFixed(1),
        AreaCode: [...new Set(given.regions.map(toWire))].join(','),
      },
    },
  };
}

const STATES = {
  waiting: { code: '1', text: '等待播发' },
  'under-way': { code: '2', text: '播发中' },
  done: { code: '3', text: '播发成功' },
  cancelled: { code: '5', text: '播发取消' },
} as const;
