import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { EbmPacket, EbmReceipt } from '../../../src/contract/cap.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { fromCap, toCap } from '../../../src/domain/cap/cap.ts';
import { capNode, parseCap } from '../../../src/domain/cap/cap-document.ts';
import { ebmNumber, ebmReceipt, fromEbm, packetNumber, toEbm } from '../../../src/domain/cap/ebm.ts';
import { packetNode, parseEbd, receiptNode } from '../../../src/domain/cap/ebm-document.ts';
import type { Warning, WarningContent } from '../../../src/domain/cap/warning.ts';
import { fromWire, toWire } from '../../../src/domain/cap/wire-region.ts';
import { readXml } from '../../../src/domain/cap/xml-read.ts';
import { writeXml } from '../../../src/domain/cap/xml-write.ts';
import { regionCode } from '../../support/arbitraries.ts';
import { rainstorm, warning } from '../../support/warnings.ts';

const PLATFORM = '43703060000000103010101';
const numbers = {
  platform: PLATFORM,
  packet: packetNumber(PLATFORM, 7),
  message: ebmNumber(PLATFORM, '2026-11-23T04:00:00.000Z' as Instant, 7),
  related: null,
};
const capXml = (given: Warning) => writeXml(capNode(toCap(given, (region) => `地区 ${region}`)));
const ebmXml = (given: Warning & { content: WarningContent }) => writeXml(packetNode(toEbm(given, numbers)));
const schema = await readFile(path.join(import.meta.dirname, '../../support/cap/CAP-v1.2.xsd'), 'utf8');

describe('a warning on the wire', () => {
  it('comes back from CAP as it went, whatever it says', () => {
    fc.assert(
      fc.property(warning(), (given) => {
        expect(fromCap(parseCap(readXml(capXml(given))))).toEqual({ kind: 'warning', warning: given });
      }),
    );
  });

  it('comes back from the emergency broadcast as it went, whatever it says', () => {
    fc.assert(
      fc.property(warning(), (given) => {
        const packet = parseEbd(readXml(ebmXml(given)));
        expect(fromEbm(EbmPacket.parse(packet))).toEqual(given);
      }),
    );
  });

  it('is valid against the OASIS schema, whatever it says', async () => {
    const many = fc.sample(warning(), { numRuns: 60, seed: 12 });
    const documents = many.map((given, index) => ({ fileName: `${index}.xml`, contents: capXml(given) }));
    const { errors } = await validateXML({ xml: documents, schema: [schema] });
    expect(errors).toEqual([]);
  });

  it('says in CAP what everyone understands, and in EBM the numbers of GD/J 082', () => {
    const cap = capXml(rainstorm);
    for (const part of [
      '<status>Actual</status>',
      '<msgType>Alert</msgType>',
      '<severity>Extreme</severity>',
      '<valueName>预警颜色</valueName>',
      '<value>红色</value>',
      '<value>11B03</value>',
      '<value>370306001001</value>',
      '<value>370306002000</value>',
      '<sent>2026-11-23T12:00:00+08:00</sent>',
    ])
      expect(cap).toContain(part);
    const ebm = ebmXml(rainstorm);
    for (const part of [
      '<MsgType>1</MsgType>',
      '<Severity>1</Severity>',
      '<EventType>11B03</EventType>',
      '<AreaCode>370306001001,370306002000</AreaCode>',
      `<EBMID>${PLATFORM}202611230007</EBMID>`,
      '<SendTime>2026-11-23 12:00:00</SendTime>',
    ])
      expect(ebm).toContain(part);
  });

  it.each([
    ['actual', '1'],
    ['platform-rehearsal', '3'],
    ['front-end-rehearsal', '4'],
    ['rehearsal', '5'],
  ] as const)('is of type %s as number %s in EBM, and 2 when it is cancelled', (purpose, number) => {
    expect(ebmXml({ ...rainstorm, purpose })).toContain(`<MsgType>${number}</MsgType>`);
    const cancel = { ...rainstorm, purpose, act: 'cancel' as const };
    expect(ebmXml(cancel)).toContain('<MsgType>2</MsgType>');
  });
});

describe('the example of the standard', () => {
  it('is understood, and yet refused: it names no place of ours', async () => {
    const text = await readFile(path.join(import.meta.dirname, '../../support/cap/oasis-amber-alert.xml'), 'utf8');
    const alert = parseCap(readXml(text));
    expect(alert.info.map(({ language }) => language)).toEqual(['en-US', 'es-US']);
    expect(() => fromCap(alert)).toThrow('region-missing');
  });
});

describe('the codes of regions', () => {
  it('are filled up to twelve digits and cut again', () => {
    fc.assert(
      fc.property(
        regionCode().filter((code) => code.length <= 12),
        (code) => {
          expect(toWire(code)).toMatch(/^\d{12}$/);
          expect(fromWire(toWire(code))).toBe(code);
        },
      ),
    );
  });

  it('of the city and the province mean the whole district, those of others nothing', () => {
    expect(fromWire('370300000000')).toBe('370306');
    expect(fromWire('370000000000')).toBe('370306');
    expect(fromWire('370305000000')).toBeUndefined();
    expect(fromWire('370306001001')).toBe('370306001001');
  });
});

describe('a receipt', () => {
  const receipt = (addressed: number, rendered: number) =>
    ebmReceipt({
      numbers,
      at: '2026-11-23T04:05:00.000Z' as Instant,
      state: 'under-way',
      addressed,
      rendered,
      regions: ['370306001' as RegionCode],
    });

  it('tells how many of the boxes showed it, and comes back as it went', () => {
    const given = receipt(1_000, 937);
    expect(given.EBMStateResponse.Coverage.CoveragePercent).toBe('93.7');
    expect(parseEbd(readXml(writeXml(receiptNode(given))))).toEqual(given);
  });

  it('never rounds up to everyone', () => {
    expect(receipt(10_000, 9_999).EBMStateResponse.Coverage.CoveragePercent).toBe('99.9');
    expect(receipt(3, 3).EBMStateResponse.Coverage.CoveragePercent).toBe('100.0');
    expect(receipt(0, 0).EBMStateResponse.Coverage.CoveragePercent).toBe('0.0');
  });

  it('is understood from platforms that send a rate instead', () => {
    const text = writeXml(receiptNode(receipt(8, 3))).replace(/<CoveragePercent>.*<\/CoveragePercent>/, '');
    expect(EbmReceipt.parse(parseEbd(readXml(text))).EBMStateResponse.Coverage.CoveragePercent).toBe('37.5');
  });
});
