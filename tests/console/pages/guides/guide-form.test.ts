// What the editor of a guide holds is what the server gets, and back; and what the television shows meanwhile.
import { describe, expect, it } from 'vitest';
import { emptyForm, fieldOf, formOf, inputOf, previewOf } from '../../../../src/console/pages/guides/guide-form.ts';
import { readGuide } from '../../../../src/contract/guide-calls.ts';
import { CarriedGuide, GuideInput } from '../../../../src/contract/guides.ts';

const { content } = readGuide.reply.parse(readGuide.example.reply);

describe('the form of a guide', () => {
  it.each([
    ['as it is', content],
    [
      'that the law sets no time for and is free',
      GuideInput.parse({ ...content, legalLimit: null, fee: { kind: 'free' } }),
    ],
    [
      'that is done at once, has its own readings and a place',
      {
        ...content,
        promisedLimit: { kind: 'at-once' as const },
        readings: { 单县: 'shan xian' },
        office: { ...content.office, place: null },
        online: '爱山东 APP',
        section: '户口',
      },
    ],
  ])('sends back unchanged a guide %s', (_, guide) => {
    expect(GuideInput.parse(inputOf(formOf(guide)))).toEqual({ ...guide, verified: false });
  });

  it('never says that somebody has looked', () => {
    expect(inputOf(formOf({ ...content, verified: true })).verified).toBe(false);
  });

  it('forgets what a fee was once there is none', () => {
    const form = formOf(content);
    expect(inputOf({ ...form, fee: { ...form.fee, kind: 'free' } }).fee).toEqual({ kind: 'free' });
  });

  it('of a new guide is not yet what the contract takes', () => {
    const parsed = GuideInput.safeParse(inputOf(emptyForm('police', '2026-11-25')));
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual(
      expect.arrayContaining(['number', 'name', 'officialName', 'conditions', 'steps', 'basis', 'office']),
    );
  });
});

describe('the field a fault is about', () => {
  const form = {
    readings: [
      { word: '乐陵', syllables: 'lao ling' },
      { word: '单县', syllables: 'dan' },
    ],
  };

  it.each([
    ['content.office.phone', ['office', 'phone']],
    ['content.materials.2.name', ['materials', 2, 'name']],
    ['name', ['name']],
    ['content.readings.单县', ['readings', 1, 'syllables']],
    ['content.readings.周村', []],
    ['content', []],
  ])('%s', (path, name) => {
    expect(fieldOf(path, form)).toEqual(name);
  });
});

describe('the television beside the form', () => {
  it('shows nothing before there is a name', () => {
    expect(previewOf(emptyForm('police', '2026-11-25'))).toBeNull();
  });

  it('shows what is written, and what is still to be written as such', () => {
    const guide = previewOf({ ...emptyForm('police', '2026-11-25'), name: '补办身份证' });
    expect(guide).toMatchObject({
      name: '补办身份证',
      summary: '（还没有写）',
      steps: [],
      materials: [],
      readings: [],
    });
  });

  it('shows a whole guide as boxes carry it', () => {
    expect(CarriedGuide.safeParse(previewOf(formOf(content))).success).toBe(true);
  });
});
