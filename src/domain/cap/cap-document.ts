// CAP 1.2 between XML and its parsed form: the order and number of the elements are those of the OASIS schema.
import { CapAlert } from '../../contract/cap.ts';
import { Refusal } from './refusal.ts';
import { type Part, shapeOf } from './shape.ts';
import type { XmlElement } from './xml-read.ts';
import { leaves, type XmlNode } from './xml-write.ts';

const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
export const SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';

const one = (name: string): Part => ({ name });
const maybe = (name: string): Part => ({ name, optional: true });
const several = (name: string, parts?: readonly Part[]): Part => ({
  name,
  optional: true,
  many: true,
  ...(parts && { parts }),
});
const PAIR = [one('valueName'), one('value')];

const INFO: readonly Part[] = [
  maybe('language'),
  { name: 'category', many: true },
  one('event'),
  several('responseType'),
  one('urgency'),
  one('severity'),
  one('certainty'),
  maybe('audience'),
  several('eventCode', PAIR),
  maybe('effective'),
  maybe('onset'),
  maybe('expires'),
  maybe('senderName'),
  maybe('headline'),
  maybe('description'),
  maybe('instruction'),
  maybe('web'),
  maybe('contact'),
  several('parameter', PAIR),
  several('resource', [
    one('resourceDesc'),
    one('mimeType'),
    maybe('size'),
    maybe('uri'),
    maybe('derefUri'),
    maybe('digest'),
  ]),
  several('area', [
    one('areaDesc'),
    several('polygon'),
    several('circle'),
    several('geocode', PAIR),
    maybe('altitude'),
    maybe('ceiling'),
  ]),
];

const ALERT: readonly Part[] = [
  one('identifier'),
  one('sender'),
  one('sent'),
  one('status'),
  one('msgType'),
  maybe('source'),
  one('scope'),
  maybe('restriction'),
  maybe('addresses'),
  several('code'),
  maybe('note'),
  maybe('references'),
  maybe('incidents'),
  several('info', INFO),
];

/** @throws Refusal `namespace`, `structure` or `value` with the place */
export function parseCap(root: XmlElement): CapAlert {
  if (root.name !== 'alert' || root.namespace !== CAP_NAMESPACE) throw new Refusal('namespace', root.name);
  const shape = { namespace: CAP_NAMESPACE, strict: true, foreign: [SIGNATURE_NAMESPACE] };
  const parsed = CapAlert.safeParse(shapeOf(root, ALERT, shape, 'alert'));
  if (parsed.success) return parsed.data;
  throw new Refusal('value', ['alert', ...(parsed.error.issues[0]?.path ?? [])].join('/'));
}

/** The root of a document that is valid against the OASIS schema. */
export function capNode(alert: CapAlert): XmlNode {
  return {
    name: 'alert',
    attributes: { xmlns: CAP_NAMESPACE },
    content: [
      ...leaves('identifier', alert.identifier),
      ...leaves('sender', alert.sender),
      ...leaves('sent', alert.sent),
      ...leaves('status', alert.status),
      ...leaves('msgType', alert.msgType),
      ...leaves('source', alert.source),
      ...leaves('scope', alert.scope),
      ...leaves('restriction', alert.restriction),
      ...leaves('addresses', alert.addresses),
      ...leaves('code', alert.code),
      ...leaves('note', alert.note),
      ...leaves('references', alert.references),
      ...leaves('incidents', alert.incidents),
      ...alert.info.map(infoNode),
    ],
  };
}

type Info = CapAlert['info'][number];

const infoNode = (info: Info): XmlNode => ({
  name: 'info',
  content: [
    ...leaves('language', info.language),
    ...leaves('category', info.category),
    ...leaves('event', info.event),
    ...leaves('responseType', info.responseType),
    ...leaves('urgency', info.urgency),
    ...leaves('severity', info.severity),
    ...leaves('certainty', info.certainty),
    ...leaves('audience', info.audience),
    ...pairs('eventCode', info.eventCode),
    ...leaves('effective', info.effective),
    ...leaves('onset', info.onset),
    ...leaves('expires', info.expires),
    ...leaves('senderName', info.senderName),
    ...leaves('headline', info.headline),
    ...leaves('description', info.description),
    ...leaves('instruction', info.instruction),
    ...leaves('web', info.web),
    ...leaves('contact', info.contact),
    ...pairs('parameter', info.parameter),
    ...info.area.map((area) => ({
      name: 'area',
      content: [...leaves('areaDesc', area.areaDesc), ...pairs('geocode', area.geocode)],
    })),
  ],
});

const pairs = (name: string, values: readonly { valueName: string; value: string }[]): XmlNode[] =>
  values.map(({ valueName, value }) => ({
    name,
    content: [...leaves('valueName', valueName), ...leaves('value', value)],
  }));
