// Documents in which one thing was changed that must not be: each is refused, with a reason, and none is a fault.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAP_REASONS, type CapReason } from '../../../../src/contract/cap.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { DIVISION, toCap } from '../../../../src/domain/cap/cap.ts';
import { capNode } from '../../../../src/domain/cap/cap-document.ts';
import { ebmNumber, packetNumber, toEbm } from '../../../../src/domain/cap/ebm.ts';
import { packetNode } from '../../../../src/domain/cap/ebm-document.ts';
import { judge } from '../../../../src/domain/cap/judge.ts';
import { Refusal } from '../../../../src/domain/cap/refusal.ts';
import { writeXml } from '../../../../src/domain/cap/xml-write.ts';
import { open, read } from '../../../../src/server/features/cap/read-document.ts';
import { readKey, type SenderKey } from '../../../../src/server/features/cap/signature.ts';
import { CAP_REASON_TEXTS } from '../../../../src/server/texts/cap.zh-CN.ts';
import { rainstorm } from '../../../support/warnings.ts';
import { makeKeys, signXml } from '../../../support/xml-sign.ts';

const PLATFORM = '43703060000000103010101';
const NOW = Date.parse('2026-11-23T04:01:00.000Z');
const sender = { identity: rainstorm.sender, authority: '370306' as RegionCode };
const keys = makeKeys();
const strangers = makeKeys();
const key = readKey(keys.publicKey);

const update = {
  ...rainstorm,
  identifier: 'ZB-20261123-2',
  act: 'update' as const,
  references: [{ sender: rainstorm.sender, identifier: rainstorm.identifier, sentAt: rainstorm.sentAt }],
};
const numbers = {
  platform: PLATFORM,
  packet: packetNumber(PLATFORM, 7),
  message: ebmNumber(PLATFORM, rainstorm.sentAt, 7),
  related: ebmNumber(PLATFORM, rainstorm.sentAt, 6),
};
const cap = writeXml(capNode(toCap(update, (code) => `地区${code}`)));
const ebm = writeXml(packetNode(toEbm(update, numbers)));

/** The reason, or undefined where it was accepted; anything else that is thrown is a fault and fails the test. */
function refusalOf(document: string | Buffer, with_: SenderKey | null): CapReason | undefined {
  try {
    const reading = read(open(Buffer.from(document)), with_, NOW);
    if (!reading.warning) throw new Error('it became something else than a warning');
    judge(reading.warning, sender, NOW);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

interface Mutation {
  readonly name: string;
  readonly document: string;
}

/** Elements that hold text only, with where they stand. */
const leavesOf = (xml: string) => [...xml.matchAll(/<([\w:]+)[^<>/]*>([^<]+)<\/\1>/g)];
const cut = (xml: string, at: number, length: number, instead = '') =>
  xml.slice(0, at) + instead + xml.slice(at + length);

/** One sign of a text becomes another; never the last ones of base64, where several spellings mean the same bytes. */
function withOtherSign(xml: string, leaf: RegExpMatchArray, where: number): string {
  const text = leaf[2] ?? '';
  const start = (leaf.index ?? 0) + leaf[0].indexOf('>') + 1;
  const usable = [...text.replace(/&\w+;|.{0,2}=*$/g, (part) => '\0'.repeat(part.length))].flatMap((sign, at) =>
    /[\p{L}\p{N}]/u.test(sign) ? [at] : [],
  );
  const at = usable[where % Math.max(usable.length, 1)] ?? 0;
  const sign = text[at] === 'a' ? 'b' : 'a';
  return cut(xml, start + at, 1, sign);
}

/** What can be done to a signed document: to what is signed, to the signature, to how they belong together. */
const signedMutation = (signed: string, plain: string): fc.Arbitrary<Mutation> =>
  fc
    .record({ kind: fc.nat(), leaf: fc.nat(), where: fc.nat() })
    .map(({ kind, leaf: leafNumber, where }): Mutation => {
      const leaves = leavesOf(signed);
      const leaf = leaves[leafNumber % leaves.length] ?? fail();
      const [signature = ''] = /<Signature[\s\S]*<\/Signature>/.exec(signed) ?? [];
      const root = /^<\?xml[^>]*>\s*<(\w+)/.exec(signed)?.[1] ?? '';
      const kinds: readonly (() => Mutation)[] = [
        ...Array.from({ length: 10 }, () => () => ({
          name: `another sign in ${leaf[1]}`,
          document: withOtherSign(signed, leaf, where),
        })),
        () => ({ name: `without ${leaf[1]}`, document: cut(signed, leaf.index ?? 0, leaf[0].length) }),
        () => ({ name: `twice ${leaf[1]}`, document: cut(signed, leaf.index ?? 0, 0, leaf[0]) }),
        () => ({ name: `${leaf[1]} emptied`, document: cut(signed, leaf.index ?? 0, leaf[0].length, `<${leaf[1]}/>`) }),
        () => ({ name: 'without its signature', document: signed.replace(signature, '') }),
        () => ({ name: 'with two signatures', document: signed.replace(signature, signature + signature) }),
        () => ({ name: "with a stranger's signature", document: signXml(plain, strangers) }),
        () => ({ name: 'cut off', document: signed.slice(0, 60 + (where % (signed.length - 80))) }),
        () => ({ name: 'with a document type', document: signed.replace(/\?>/, `?><!DOCTYPE ${root}>`) }),
        () => ({ name: 'with SHA-1', document: signed.replaceAll(/(xmldsig-more#rsa-sha256|xmlenc#sha256)/g, 'sha1') }),
        () => ({ name: 'of another reference', document: signed.replace('URI=""', `URI="#${where}"`) }),
        () => ({
          name: 'in another namespace',
          document: signed.replace(/cap:1\.2|<EBD>/, (found) =>
            found === '<EBD>' ? '<EBD xmlns="urn:x">' : 'cap:1.1',
          ),
        }),
        () => ({ name: 'wrapped', document: `<${root} Id="x">${signed.replace(/^<\?xml[^>]*>/, '')}</${root}>` }),
      ];
      return (kinds[kind % kinds.length] ?? fail())();
    })
    .filter(({ document }) => document !== signed);

/** Required fields of an unsigned document, each with what it must not be. */
const REQUIRED: Readonly<Record<'cap' | 'ebm', Readonly<Record<string, readonly string[]>>>> = {
  cap: {
    identifier: ['a b', 'a,b', 'x'.repeat(201)],
    sender: ['someone@else.example', 'a b', 'a,b'],
    sent: [
      '2026-11-23T12:00:00Z',
      '2026-11-23',
      '2026-02-30T12:00:00+08:00',
      '2026-11-23T12:30:00+08:00',
      '2026-11-20T12:00:00+08:00',
      '现在',
    ],
    status: ['actual', 'Real', '1'],
    msgType: ['update', 'Change', '9'],
    scope: ['public', 'Private', 'Restricted', '所有人'],
    references: ['nothing', 'a,b', 'someone@else.example,ZB-1,2026-11-23T12:00:00+08:00'],
    category: ['met', 'Weather', '气象'],
    event: ['x'.repeat(201)],
    urgency: ['now', 'immediate', '立即'],
    severity: ['Severe', 'Minor', 'Unknown', 'Red', '红色'],
    certainty: ['sure', 'observed', '100%'],
    expires: ['2026-11-23T11:00:00+08:00', '2026-11-23T12:00:30+08:00', 'later'],
    areaDesc: [],
    valueName: ['别的'],
  },
  ebm: {
    EBDVersion: ['2', 'x'],
    EBDID: ['', '12', 'abc', '1'.repeat(60)],
    EBDType: ['ebm', 'EBMM', 'ConnectionCheck'],
    EBRID: ['12', 'x'],
    EBDTime: ['2026-11-23T12:00:00', '2026-02-30 12:00:00'],
    EBMVersion: ['3', ''],
    EBMID: ['1', 'EBM-1'],
    MsgType: ['0', '3', '4', '5', '6', '15', '实际'],
    SenderName: ['x'.repeat(201)],
    SenderCode: ['a b', 'a,b'],
    SendTime: ['2026-11-23', '2026-11-23 12:30:00', '2026-11-20 12:00:00', '2026-13-01 00:00:00'],
    EventType: ['暴雨', '1', '11B031'],
    Severity: ['0', '5', '15', 'red', '-1'],
    StartTime: ['now', '2026-11-23 25:00:00'],
    EndTime: ['2026-11-23 11:00:00', '2026-11-23 12:00:30', 'x'],
    LanguageCode: ['x'.repeat(11)],
    MsgTitle: ['x'.repeat(201)],
    MsgDesc: [],
    AreaCode: ['370305000000', '370306', '370306001001;370306002000', '37030600100a', '110000000000'],
    sender: ['someone@else.example', 'a b'],
  },
};

const unsignedMutation = (format: 'cap' | 'ebm', plain: string): fc.Arbitrary<Mutation> => {
  const fields = leavesOf(plain).filter(
    ([, name = '', text]) =>
      Object.hasOwn(REQUIRED[format], name) &&
      (name !== 'valueName' || text === DIVISION) &&
      // What it refers to, the extension says as well.
      text !== numbers.related,
  );
  return fc.record({ field: fc.nat(), kind: fc.nat() }).map(({ field: number, kind }): Mutation => {
    const field = fields[number % fields.length] ?? fail();
    const [whole, name = ''] = field;
    const at = field.index ?? 0;
    const put = (document: string, what: string) => ({ name: `${name} ${what}`, document });
    const several = name === 'category' || name === 'valueName';
    const kinds = [
      ...(name === 'expires' ? [] : [put(cut(plain, at, whole.length), 'left out')]),
      put(cut(plain, at, whole.length, `<${name}></${name}>`), 'empty'),
      put(cut(plain, at, whole.length, `<${name}>  \n</${name}>`), 'blank'),
      put(cut(plain, at, whole.length, `<${name}><b/></${name}>`), 'with an element'),
      ...(several ? [] : [put(cut(plain, at, 0, whole), 'twice')]),
      ...(REQUIRED[format][name] ?? []).map((value) =>
        put(cut(plain, at, whole.length, `<${name}>${value}</${name}>`), `= ${value.slice(0, 30)}`),
      ),
    ];
    return kinds[kind % kinds.length] ?? fail();
  });
};

function fail(): never {
  throw new Error('the document is not what the test takes it for');
}

const CASES = [
  { format: 'cap', plain: cap },
  { format: 'ebm', plain: ebm },
] as const;

describe.each(CASES)('a changed $format document', ({ format, plain }) => {
  const signed = signXml(plain, keys);

  it('was good before', () => {
    expect(refusalOf(plain, null)).toBeUndefined();
    expect(refusalOf(signed, key)).toBeUndefined();
  });

  it('is refused 1,000 times where it was signed', () => {
    const reasons = new Map<CapReason, number>();
    fc.assert(
      fc.property(signedMutation(signed, plain), ({ name, document }) => {
        const reason = refusalOf(document, key);
        expect(reason, name).toBeDefined();
        if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }),
      { numRuns: 1_000, seed: 1123 },
    );
    expect(reasons.size).toBeGreaterThan(3);
  });

  it('is refused 1,000 times where a required field was changed', () => {
    const reasons = new Set<CapReason>();
    fc.assert(
      fc.property(unsignedMutation(format, plain), ({ name, document }) => {
        const reason = refusalOf(document, null);
        expect(reason, name).toBeDefined();
        if (reason) reasons.add(reason);
      }),
      { numRuns: 1_000, seed: 1124 },
    );
    expect(reasons.size).toBeGreaterThan(6);
  });
});

describe('the reasons', () => {
  it('have a sentence each', () => {
    for (const reason of CAP_REASONS) expect(CAP_REASON_TEXTS[reason]).toMatch(/。$/);
  });
});
