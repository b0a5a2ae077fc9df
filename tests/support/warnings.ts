// Warnings for tests of CAP and EBM: one by hand, and a generator of all that can be told.
import fc from 'fast-check';
import { SEVERITIES } from '../../src/contract/alerts.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import type { Instant } from '../../src/contract/time.ts';
import { PURPOSES } from '../../src/domain/cap/codes.ts';
import type { Reference, Warning, WarningContent } from '../../src/domain/cap/warning.ts';
import { coverOf } from '../../src/domain/regions/code.ts';
import { regionCode } from './arbitraries.ts';

export const rainstorm: Warning & { content: WarningContent } = {
  identifier: 'ZB-20261123-1',
  sender: 'qxt@zibo.example.cn',
  sentAt: '2026-11-23T04:00:00.000Z' as Instant,
  act: 'issue',
  references: [],
  purpose: 'actual',
  content: {
    severity: 'red',
    event: '暴雨',
    title: '周村区暴雨红色预警',
    source: '周村区气象台',
    text: ['预计未来 3 小时降雨量超过 100 毫米。', '低洼地区可能积水。'],
    instructions: ['不要外出。', '低洼地区的居民请转移到高处。'],
    sound: true,
    validFrom: '2026-11-23T04:00:00.000Z' as Instant,
    validTo: '2026-11-23T10:00:00.000Z' as Instant,
    regions: ['370306001001' as RegionCode, '370306002' as RegionCode],
  },
};

const second = (): fc.Arbitrary<Instant> =>
  fc.integer({ min: 1_600_000_000, max: 2_000_000_000 }).map((s) => new Date(s * 1_000).toISOString() as Instant);

/** As a person writes it: not blank, no line breaks, no blanks around; with the signs XML has rules for. */
const line = (): fc.Arbitrary<string> =>
  fc
    .string({
      unit: fc.oneof(fc.constantFrom(...'暴雨预警&<>"\']]> ab1,;𠀀'), fc.string({ unit: 'grapheme' })),
      maxLength: 20,
    })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
    .map((text) => text.replace(/[\u0000-\u001f\u0085\u2028\ufffe\uffff]/g, '').trim())
    .filter((text) => text !== '' && text.length <= 200 && text !== '防御指南：' && text !== '防御指南:');

const word = (): fc.Arbitrary<string> => fc.stringMatching(/^[a-z0-9@._:-]{1,30}$/);

const reference = (): fc.Arbitrary<Reference> => fc.record({ sender: word(), identifier: word(), sentAt: second() });

export const warning = (): fc.Arbitrary<Warning & { content: WarningContent }> =>
  fc
    .record({
      identifier: word(),
      sender: word(),
      sentAt: second(),
      earlier: fc.array(reference(), { minLength: 1, maxLength: 3 }),
      act: fc.constantFrom('issue' as const, 'update' as const, 'cancel' as const),
      purpose: fc.constantFrom(...PURPOSES),
      content: fc.record({
        severity: fc.constantFrom(...SEVERITIES),
        event: line(),
        title: line(),
        source: line(),
        text: fc.array(line(), { minLength: 1, maxLength: 4 }),
        instructions: fc.array(line(), { maxLength: 4 }),
        sound: fc.boolean(),
        validFrom: second(),
        validTo: second(),
        regions: fc.array(regionCode(), { minLength: 1, maxLength: 5 }).map((regions) => coverOf(regions)),
      }),
    })
    .map(({ earlier, ...rest }) => ({ ...rest, references: rest.act === 'issue' ? [] : earlier }));
