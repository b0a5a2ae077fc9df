// Settings in a form and in words.
import { expect, it } from 'vitest';
import { settingLines } from '../../../../src/console/pages/box-settings/setting-lines.ts';
import { fromForm, toForm } from '../../../../src/console/pages/box-settings/settings-form.ts';
import { BoxSettings } from '../../../../src/contract/box-settings.ts';

it('leaves out what is left alone: it is not the same as off', () => {
  expect(fromForm({ remote: 'keep', elder: 'off', motion: 'keep', standby: 'keep' })).toEqual({ elder: false });
  expect(fromForm({ remote: 'keep', elder: 'keep', motion: 'keep', standby: 'keep' })).toEqual({});
});

it('brings every setting through the form and back', () => {
  const all: BoxSettings[] = [
    {},
    { remote: 'ipanel' },
    { elder: true, motion: false },
    { remote: 'auto', elder: false },
    { standby: 15 },
    { standby: 0 },
  ];
  for (const settings of all) expect(BoxSettings.parse(fromForm(toForm(settings)))).toEqual(settings);
});

it('says what is set, and nothing of what is not', () => {
  expect(settingLines({ remote: 'auto', elder: true, motion: false, standby: 10 })).toEqual([
    '遥控器：自动识别',
    '大字：开',
    '动画：关',
    '大厅循环：10 分钟不按键就循环播放通知',
  ]);
  expect(settingLines({})).toEqual([]);
});
