// The emergency broadcast's packets between XML and their parsed form. Vendors differ in the order of the elements and
// add some of their own, so neither is held against them.
import { EbmPacket, EbmReceipt } from '../../contract/cap.ts';
import { SIGNATURE_NAMESPACE } from './cap-document.ts';
import { Refusal } from './refusal.ts';
import { type Part, shapeOf } from './shape.ts';
import type { XmlElement } from './xml-read.ts';
import { leaves, type XmlNode } from './xml-write.ts';

export const EXTENSION_NAMESPACE = 'urn:linli:warning:1';

const one = (name: string): Part => ({ name });
const group = (name: string, parts: readonly Part[]): Part => ({ name, parts });
const maybe = (name: string): Part => ({ name, optional: true });

const HEAD: readonly Part[] = [
  one('EBDVersion'),
  one('EBDID'),
  one('EBDType'),
  group('SRC', [one('EBRID')]),
  one('EBDTime'),
];
const MESSAGE: readonly Part[] = [
  ...HEAD,
  group('EBM', [
    one('EBMVersion'),
    one('EBMID'),
    { ...group('RelatedInfo', [maybe('EBMID')]), optional: true },
    group('MsgBasicInfo', [
      one('MsgType'),
      one('SenderName'),
      one('SenderCode'),
      one('SendTime'),
      one('EventType'),
      one('Severity'),
      one('StartTime'),
      one('EndTime'),
    ]),
    group('MsgContent', [one('LanguageCode'), one('MsgTitle'), one('MsgDesc'), one('AreaCode')]),
  ]),
];
const RECEIPT: readonly Part[] = [
  ...HEAD,
  group('EBMStateResponse', [
    one('RptTime'),
    group('EBM', [one('EBMID')]),
    one('BrdStateCode'),
    one('BrdStateDesc'),
    group('Coverage', [maybe('CoveragePercent'), maybe('CoverageRate'), one('AreaCode')]),
  ]),
];
const EXTENSION: readonly Part[] = [
  maybe('identifier'),
  maybe('sender'),
  maybe('purpose'),
  maybe('event'),
  maybe('sound'),
  { name: 'reference', optional: true, many: true },
  { name: 'region', optional: true, many: true },
];

/** @throws Refusal `namespace`, `structure` or `value` with the place */
export function parseEbd(root: XmlElement): EbmPacket | EbmReceipt {
  if (root.name !== 'EBD' || root.namespace !== '') throw new Refusal('namespace', root.name);
  const shape = { namespace: '', strict: false, foreign: [SIGNATURE_NAMESPACE, EXTENSION_NAMESPACE] };
  const type = root.children.find(({ name }) => name === 'EBDType')?.text.trim();
  if (type === 'EBMStateResponse') return parseReceipt(shapeOf(root, RECEIPT, shape, 'EBD'));
  if (type !== 'EBM') throw new Refusal('value', 'EBD/EBDType');
  const parsed = EbmPacket.safeParse({ ...shapeOf(root, MESSAGE, shape, 'EBD'), extension: extensionOf(root) });
  if (parsed.success) return parsed.data;
  throw new Refusal('value', ['EBD', ...(parsed.error.issues[0]?.path ?? [])].join('/'));
}

/** Platforms of the present edition send a rate from 0 to 1, those of the one before a percentage. */
function parseReceipt(shaped: Record<string, unknown>): EbmReceipt {
  const response = shaped.EBMStateResponse as { Coverage: { CoveragePercent?: string; CoverageRate?: string } };
  const { CoveragePercent, CoverageRate } = response.Coverage;
  const rate = /^(0(\.\d+)?|1(\.0+)?)$/.test(CoverageRate ?? '') ? Number(CoverageRate) * 100 : undefined;
  const percent = CoveragePercent ?? (rate === undefined ? undefined : (Math.floor(rate * 10 + 1e-6) / 10).toString());
  const coverage = { ...response.Coverage, CoveragePercent: percent };
  const parsed = EbmReceipt.safeParse({ ...shaped, EBMStateResponse: { ...response, Coverage: coverage } });
  if (parsed.success) return parsed.data;
  throw new Refusal('value', ['EBD', ...(parsed.error.issues[0]?.path ?? [])].join('/'));
}

function extensionOf(root: XmlElement): Record<string, unknown> | undefined {
  const message = root.children.find(({ name }) => name === 'EBM');
  const [found, second] = message?.children.filter(({ namespace }) => namespace === EXTENSION_NAMESPACE) ?? [];
  if (second) throw new Refusal('structure', 'EBD/EBM/Extension');
  const shape = { namespace: EXTENSION_NAMESPACE, strict: true, foreign: [] };
  return found && shapeOf(found, EXTENSION, shape, 'EBD/EBM/Extension');
}

export function packetNode({ EBM, extension, ...head }: EbmPacket): XmlNode {
  const { RelatedInfo, MsgBasicInfo, MsgContent } = EBM;
  const added: XmlNode[] = extension
    ? [{ name: 'Extension', attributes: { xmlns: EXTENSION_NAMESPACE }, content: fields(extension) }]
    : [];
  return ebdNode(head, {
    name: 'EBM',
    content: [
      ...leaves('EBMVersion', EBM.EBMVersion),
      ...leaves('EBMID', EBM.EBMID),
      ...(RelatedInfo ? [{ name: 'RelatedInfo', content: fields(RelatedInfo) }] : []),
      { name: 'MsgBasicInfo', content: fields(MsgBasicInfo) },
      { name: 'MsgContent', content: fields(MsgContent) },
      ...added,
    ],
  });
}

export function receiptNode({ EBMStateResponse, ...head }: EbmReceipt): XmlNode {
  const { RptTime, EBM, BrdStateCode, BrdStateDesc, Coverage } = EBMStateResponse;
  return ebdNode(head, {
    name: 'EBMStateResponse',
    content: [
      ...leaves('RptTime', RptTime),
      { name: 'EBM', content: fields(EBM) },
      ...leaves('BrdStateCode', BrdStateCode),
      ...leaves('BrdStateDesc', BrdStateDesc),
      {
        name: 'Coverage',
        content: [
          ...leaves('CoveragePercent', Coverage.CoveragePercent),
          ...leaves('CoverageRate', (Number(Coverage.CoveragePercent) / 100).toFixed(3)),
          ...leaves('AreaCode', Coverage.AreaCode),
        ],
      },
    ],
  });
}

type Head = Pick<EbmPacket, 'EBDVersion' | 'EBDID' | 'SRC' | 'EBDTime'> & { readonly EBDType: string };

const ebdNode = (head: Head, body: XmlNode): XmlNode => ({
  name: 'EBD',
  content: [
    ...leaves('EBDVersion', head.EBDVersion),
    ...leaves('EBDID', head.EBDID),
    ...leaves('EBDType', head.EBDType),
    { name: 'SRC', content: fields(head.SRC) },
    ...leaves('EBDTime', head.EBDTime),
    body,
  ],
});

/** In the order they were put in, which is the standard's. */
const fields = (values: Readonly<Record<string, string | readonly string[] | undefined>>): XmlNode[] =>
  Object.entries(values).flatMap(([name, value]) => leaves(name, value));
