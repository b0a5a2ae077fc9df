import { describe, expect, it } from 'vitest';
import type { GuideInput } from '../../../src/contract/guides.ts';
import type { Day } from '../../../src/contract/time.ts';
import { findingsOf } from '../../../src/domain/guides/findings.ts';
import { isPlausiblePhone } from '../../../src/domain/guides/phone.ts';
import { GUIDE, guideWith } from './example.ts';

const TODAY = '2026-11-25' as Day;
const find = (guide: GuideInput, others: GuideInput[] = []) =>
  findingsOf(guide, { today: TODAY, others, unread: [] }).map(({ code, path }) => `${code} ${path}`);

describe('the machine', () => {
  it('finds nothing in a guide in good order', () => {
    expect(find(GUIDE)).toEqual([]);
  });

  it.each<[string, Parameters<typeof guideWith>[0], string]>([
    ['a number of another department', { number: '0303' }, 'number-department number'],
    ['a telephone nobody answers', { complaintPhone: '0533-1234567' }, 'phone complaintPhone'],
    ['what is not written yet', { steps: ['待补充', '到窗口领证。'] }, 'placeholder steps.0'],
    ['a permit for which nothing is brought', { materials: [] }, 'no-materials materials'],
    ['a fee without an amount', { fee: { kind: 'charged', text: '按标准收', basis: '鲁价' } }, 'no-amount fee.text'],
    [
      'a promise later than the law',
      { promisedLimit: { kind: 'working-days', count: 60 } },
      'limit-longer promisedLimit',
    ],
    ['no way and no page', { visits: 0 }, 'nowhere-online visits'],
    ['a check that is still to come', { checkedOn: '2027-01-01' }, 'checked-ahead checkedOn'],
    ['a reading of another length', { readings: { 补办: 'bu' } }, 'reading-length readings.补办'],
    ['a reading of a word that is not there', { readings: { 单县: 'shan xian' } }, 'reading-idle readings.单县'],
    ['what nobody says aloud', { summary: '对符合条件的予以补办' }, 'officialese summary'],
    ['an alias that is the name', { aliases: ['补办身份证'] }, 'alias-twice aliases.0'],
  ])('finds %s', (_, change, found) => {
    expect(find(guideWith(change))).toContain(found);
  });

  it("leaves the law's own words to official names", () => {
    expect(find(guideWith({ officialName: '对逾期未办的予以补领', body: '有关部门' }))).toEqual([]);
  });

  it('finds what another guide is called already', () => {
    const other = guideWith({ number: '0204', aliases: ['身份证丢了'] });
    expect(find(GUIDE, [other])).toEqual(['name-twice name', 'alias-twice aliases.0']);
    expect(find(GUIDE, [GUIDE])).toContain('number-twice number');
  });

  it.each([
    '110',
    '12345',
    '12389',
    '95598',
    '96777',
    '12345',
    '05336181234',
    '6181234',
    '400-123-4560',
    '13805330000',
  ])('takes %s for a telephone number', (phone) => expect(isPlausiblePhone(phone)).toBe(true));
  it.each(['000', '1234', '0533-0000000', '0533-8888888', '1234567', '0533-618', '23805330000', '123'])(
    'takes %s for none',
    (phone) => expect(isPlausiblePhone(phone)).toBe(false),
  );
});
