// An alert, held to what an eye of seventy needs from three metres.
import { describe, expect, it } from 'vitest';
import { ALERT_LIMITS } from '../../../src/contract/alerts.ts';
import { SHEET_LAYOUT, SHEET_TYPE } from '../../../src/tv/alerts/layout.ts';
import { sheetPages } from '../../../src/tv/alerts/pages.ts';
import { ALERT_COLORS } from '../../../src/tv/theme/colors.ts';
import { SPACE, TYPE } from '../../../src/tv/theme/theme.ts';
import { alert } from '../../domain/alerts/alert.ts';
import { contrast } from '../theme/contrast.ts';

it.each(Object.entries(ALERT_COLORS))('lets large letters be read on %s: 4.5:1', (_, { fill, text }) => {
  expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
});

describe.each(['elder', 'normal'] as const)('a sheet in %s mode', (mode) => {
  const { size } = SHEET_TYPE[mode];

  it('has its lines within the safe area', () => {
    expect(SHEET_LAYOUT[mode].cells * size).toBeLessThanOrEqual(SPACE.safe.w);
  });

  it('has room in two lines for the longest title', () => {
    const cells = Math.floor(SPACE.safe.w / TYPE[mode].heading.size);
    // A line may end early, lest the next begin with a comma.
    expect(2 * (cells - 2)).toBeGreaterThanOrEqual(ALERT_LIMITS.title);
  });

  it('tells what to do without a key where little is to be said', () => {
    const text = ['预计今晚到明天上午，全区将有特大暴雨，雨量 150 毫米以上。', '低洼处、地下室随时可能进水。'];
    const instructions = ['马上离开地下室', '切断室外电源', '不要出门', '被困请拨打 119'];
    expect(sheetPages(alert({ text, instructions }), mode === 'elder').length).toBe(1);
  });
});
