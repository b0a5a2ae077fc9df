// Of two revisions only the fields that differ are told, by the names staff know them by.
import { expect, it } from 'vitest';
import { diffGuides } from '../../../../src/console/pages/guides/guide-diff.ts';
import { GROUPS, pathText } from '../../../../src/console/pages/guides/guide-lines.ts';
import { readGuide } from '../../../../src/contract/guide-calls.ts';
import { GuideInput } from '../../../../src/contract/guides.ts';

const { content } = readGuide.reply.parse(readGuide.example.reply);

it('tells nothing of two that say the same', () => {
  expect(diffGuides(content, structuredClone(content))).toEqual([]);
});

it('tells each field that differs, once', () => {
  const after: GuideInput = {
    ...content,
    fee: { kind: 'free' },
    office: { ...content.office, hours: '全天' },
    materials: [],
  };
  expect(diffGuides(content, after).map(({ name }) => name)).toEqual(['materials', 'fee', 'fee.basis', 'office.hours']);
});

it('leaves out no field of a guide', () => {
  const told = GROUPS.flatMap(({ fields }) => fields.map(({ name }) => name.split('.')[0]));
  expect(Object.keys(GuideInput.shape).filter((field) => !told.includes(field))).toEqual([]);
});

it.each([
  ['office.phone', '咨询电话'],
  ['steps.2', '怎么办，第 3 条'],
  ['materials.0.name', '带什么，第 1 条'],
  ['readings.单县', '读音'],
  ['fee.text', '收多少钱'],
])('calls the field at %s %s', (path, text) => {
  expect(pathText(path)).toBe(text);
});
