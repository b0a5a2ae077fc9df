// What is wrong with a field is said in plain words, by the contract itself.
import { expect, it } from 'vitest';
import { faultIn } from '../../../../src/console/pages/guides/contract-rule.ts';
import { GuideInput, Office } from '../../../../src/contract/guides.ts';

const { shape } = GuideInput;

it.each([
  ['a name that is missing', shape.name, ' ', '请填写这一项'],
  ['a name of one character', shape.name, '证', '至少写 2 个字'],
  ['a name that is too long', shape.name, '证'.repeat(21), '最多 20 个字'],
  ['no conditions', shape.conditions, [], '至少要有一条'],
  ['nobody to do it', shape.audience, [], '至少要有一条'],
  ['too many aliases', shape.aliases, Array.from({ length: 9 }, (_, at) => `身份证${at}`), '最多 8 条'],
  ['an alias of one character', shape.aliases, ['身份证', '证'], '第 2 个：至少写 2 个字'],
  ['a telephone number with letters', Office.shape.phone, '12-a', '填得不对'],
  ['more visits than anyone makes', shape.visits, 10, '不能大于 9'],
  ['a number that is missing', shape.visits, null, '请填写这一项'],
  ['a day that is none', shape.checkedOn, '2026-13-01', '填得不对'],
])('tells of %s', (_, schema, value, fault) => {
  expect(faultIn(schema, value)).toBe(fault);
});

it('says what shape it should have, where that is known', () => {
  expect(faultIn(Office.shape.phone, '12-a', '只能有数字和短横')).toBe('只能有数字和短横');
});

it.each([
  ['what may be left out', shape.online, ''],
  ['a section that is left out', shape.section, undefined],
  ['blanks around a text', shape.name, ' 补办身份证 '],
])('has nothing to say of %s', (_, schema, value) => {
  expect(faultIn(schema, value)).toBeNull();
});
