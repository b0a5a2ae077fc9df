// Documents of warnings as other systems write them: CAP 1.2 (OASIS) and the messages of the emergency broadcast
// (GD/J 082), and why one is not taken.
import { z } from 'zod';
import { RegionCode } from './regions.ts';

/** Why a document was not taken. Stable; the console and the answer say it in a sentence. */
export const CAP_REASONS = [
  'too-large',
  'encoding',
  'not-xml',
  'doctype',
  'too-deep',
  'namespace',
  'structure',
  'value',
  'signature-missing',
  'signature-unexpected',
  'signature-invalid',
  'certificate-expired',
  'sender-unknown',
  'sender-other',
  'not-public',
  'severity-unknown',
  'severity-mismatch',
  'several-infos',
  'too-long',
  'region-missing',
  'region-outside',
  'region-unknown',
  'reference-missing',
  'reference-unknown',
  'sent-ahead',
  'expired',
  'too-old',
  'identity-reused',
  'alert-refused',
] as const;
export const CapReason = z.enum(CAP_REASONS);
export type CapReason = z.infer<typeof CapReason>;

/** Neither blanks nor commas, which part the references, nor what XML would have to escape (CAP 1.2, section 3.2.1). */
export const CapIdentity = z.string().regex(/^[^\s,<&]{1,200}$/);
/** CAP's own narrowing of xs:dateTime: whole seconds, an offset and never Z. */
const CapTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/)
  .refine(isRealTime);
const Line = z.string().min(1).max(200);
const Text = z.string().max(20_000);
const Named = z.object({ valueName: z.string().min(1).max(200), value: z.string().min(1).max(2_000) });

/** The day and the hour exist: Date would carry the 31st of a shorter month over. */
function isRealTime(text: string): boolean {
  const [date = '', clock = ''] = text.split(/[T ]/);
  const time = clock.slice(0, 8);
  const parsed = Date.parse(`${date}T${time}Z`);
  if (Number.isNaN(Date.parse(text.replace(' ', 'T'))) || Number.isNaN(parsed)) return false;
  return new Date(parsed).toISOString().startsWith(`${date}T${time}`);
}

export const CapInfo = z.object({
  language: z.string().max(35).optional(),
  category: z
    .array(
      z.enum([
        'Geo',
        'Met',
        'Safety',
        'Security',
        'Rescue',
        'Fire',
        'Health',
        'Env',
        'Transport',
        'Infra',
        'CBRNE',
        'Other',
      ]),
    )
    .min(1),
  event: Line,
  responseType: z.array(
    z.enum(['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None']),
  ),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  audience: Text.optional(),
  eventCode: z.array(Named),
  effective: CapTime.optional(),
  onset: CapTime.optional(),
  expires: CapTime.optional(),
  senderName: z.string().max(200).optional(),
  headline: z.string().max(400).optional(),
  description: Text.optional(),
  instruction: Text.optional(),
  web: z.string().max(2_000).optional(),
  contact: z.string().max(2_000).optional(),
  parameter: z.array(Named),
  /** Pictures and sounds are not taken over. */
  resource: z.array(z.unknown()),
  area: z.array(
    z.object({
      areaDesc: z.string().min(1).max(2_000),
      polygon: z.array(z.string()),
      circle: z.array(z.string()),
      geocode: z.array(Named),
      altitude: z.string().optional(),
      ceiling: z.string().optional(),
    }),
  ),
});
export type CapInfo = z.infer<typeof CapInfo>;

/** A CAP 1.2 document, as its schema has it. */
export const CapAlert = z.object({
  identifier: CapIdentity,
  sender: CapIdentity,
  sent: CapTime,
  status: z.enum(['Actual', 'Exercise', 'System', 'Test', 'Draft']),
  msgType: z.enum(['Alert', 'Update', 'Cancel', 'Ack', 'Error']),
  source: z.string().max(200).optional(),
  scope: z.enum(['Public', 'Restricted', 'Private']),
  restriction: z.string().max(2_000).optional(),
  addresses: z.string().max(2_000).optional(),
  code: z.array(z.string().max(200)),
  note: Text.optional(),
  /** `sender,identifier,sent`, parted by blanks. */
  references: z
    .string()
    .max(20_000)
    .regex(/^([^\s,<&]+,[^\s,<&]+,\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d(\s+|$))*$/)
    .optional(),
  incidents: z.string().max(2_000).optional(),
  info: z.array(CapInfo).max(20),
});
export type CapAlert = z.infer<typeof CapAlert>;

/** Resource codes have 18 digits in the old edition, 23 in the present one; what they number has more behind. */
const Digits = z.string().regex(/^\d{18,48}$/);
const EbmTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
  .refine(isRealTime);
const AreaCodes = z.string().regex(/^\d{12}(,\d{12})*$/);

const PacketHead = {
  EBDVersion: z.string().regex(/^1(\.0)?$/),
  EBDID: Digits,
  SRC: z.object({ EBRID: Digits }),
  EBDTime: EbmTime,
};

/** What the emergency broadcast has no field for, in a namespace of our own; others pass over it. */
export const EbmExtension = z.object({
  identifier: CapIdentity.optional(),
  sender: CapIdentity.optional(),
  purpose: z.enum(['actual', 'platform-rehearsal', 'front-end-rehearsal', 'rehearsal']).optional(),
  event: Line.optional(),
  sound: z.enum(['true', 'false']).optional(),
  reference: z.array(z.string().regex(/^[^\s,<&]+,[^\s,<&]+,(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/)),
  region: z.array(RegionCode),
});

/** A message of the emergency broadcast (EBM) in its packet (EBD). */
export const EbmPacket = z.object({
  ...PacketHead,
  EBDType: z.literal('EBM'),
  EBM: z.object({
    EBMVersion: z.string().regex(/^1(\.0)?$/),
    EBMID: Digits,
    RelatedInfo: z.object({ EBMID: Digits.optional() }).optional(),
    MsgBasicInfo: z.object({
      /** 1 actual, 2 cancel; rehearsals of 3 the platform, 4 the front end, 5 the terminals. */
      MsgType: z.enum(['1', '2', '3', '4', '5']),
      SenderName: Line,
      SenderCode: CapIdentity,
      SendTime: EbmTime,
      EventType: z.string().regex(/^[0-9A-Z]{5}$/),
      /** 0 unknown, 1 red, 2 orange, 3 yellow, 4 blue. */
      Severity: z.enum(['0', '1', '2', '3', '4']),
      StartTime: EbmTime,
      EndTime: EbmTime,
    }),
    MsgContent: z.object({
      LanguageCode: z.string().min(2).max(10),
      MsgTitle: Line,
      MsgDesc: Text.min(1),
      AreaCode: AreaCodes,
    }),
  }),
  extension: EbmExtension.optional(),
});
export type EbmPacket = z.infer<typeof EbmPacket>;

/** 未处理, 等待播发, 播发中, 播发成功, 播发失败, 播发取消 */
export const BROADCAST_STATES = ['0', '1', '2', '3', '4', '5'] as const;

/** How far a message got, in its packet: from a platform below, or to one above. */
export const EbmReceipt = z.object({
  ...PacketHead,
  EBDType: z.literal('EBMStateResponse'),
  EBMStateResponse: z.object({
    RptTime: EbmTime,
    EBM: z.object({ EBMID: Digits }),
    BrdStateCode: z.enum(BROADCAST_STATES),
    BrdStateDesc: z.string().max(200),
    Coverage: z.object({
      /** Boxes that rendered it among those it was addressed to, with one decimal; some send a fraction instead. */
      CoveragePercent: z.string().regex(/^(100(\.0)?|\d{1,2}(\.\d)?)$/),
      AreaCode: AreaCodes,
    }),
  }),
});
export type EbmReceipt = z.infer<typeof EbmReceipt>;
