// The look, held to what an eye of seventy needs from three metres.
import { describe, expect, it } from 'vitest';
import { PAGE_LAYOUT } from '../../../src/domain/text/paginate.ts';
import { HERO_BOX, HERO_PADDING, HERO_TEXT, TILES_BOX, tileWidth } from '../../../src/tv/screens/home/layout.ts';
import { SHEET } from '../../../src/tv/screens/reader/layout.ts';
import { ACCENTS, COLORS, KEY_COLORS } from '../../../src/tv/theme/colors.ts';
import { SPACE, TYPE } from '../../../src/tv/theme/theme.ts';
import { contrast } from './contrast.ts';

const GROUNDS = ['groundFrom', 'groundTo', 'surface', 'raised'] as const;
const MODES = ['elder', 'normal'] as const;

describe('the colours', () => {
  it.each(GROUNDS)('let text be read on %s: 7:1, second text 4.5:1', (ground) => {
    expect(contrast(COLORS.text, COLORS[ground])).toBeGreaterThanOrEqual(7);
    expect(contrast(COLORS.second, COLORS[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('let text be read in the light of the focus: 7:1, second text 4.5:1', () => {
    for (const lit of [COLORS.focus, COLORS.focusRing]) {
      expect(contrast(COLORS.focusText, lit)).toBeGreaterThanOrEqual(7);
      expect(contrast(COLORS.focusSecond, lit)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(GROUNDS)('make focus, ring and hints stand out from %s', (ground) => {
    expect(contrast(COLORS.focus, COLORS[ground])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(COLORS.focusRing, COLORS[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.entries(ACCENTS))('let the icon of %s be told from its card: 3:1', (_, accent) => {
    expect(contrast(accent, COLORS.surface)).toBeGreaterThanOrEqual(3);
    expect(contrast(accent, COLORS.raised)).toBeGreaterThanOrEqual(3);
  });

  it.each(Object.entries(KEY_COLORS))('let the name on the %s key be read: 4.5:1', (_, { fill, text }) => {
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
  });
});

describe.each(MODES)('the sizes in %s mode', (mode) => {
  const type = TYPE[mode];

  it('are never below 28, and body text not below 32', () => {
    for (const { size } of Object.values(type)) expect(size).toBeGreaterThanOrEqual(28);
    expect(type.body.size).toBeGreaterThanOrEqual(32);
    expect(type.reading.size).toBeGreaterThanOrEqual(36);
  });

  it("hold a page of PAGE_LAYOUT on the reader's sheet, with a margin of a character", () => {
    const { cells, rows } = PAGE_LAYOUT[mode];
    const { size, line } = type.reading;
    expect(cells * size + 2 * size).toBeLessThanOrEqual(SHEET.w);
    expect(rows * line + size).toBeLessThanOrEqual(SHEET.h);
  });

  it('hold the first lines of a notice on the hero, below a title of two lines and above its source', () => {
    const { cells, rows } = HERO_TEXT[mode];
    expect(cells * type.body.size).toBeLessThanOrEqual(HERO_BOX.w - 2 * HERO_PADDING);
    const lines = 2 * type.title.line + rows * type.body.line + 2 * type.small.line;
    expect(lines + 2 * HERO_PADDING).toBeLessThanOrEqual(HERO_BOX.h);
  });
});

it('elder mode is larger by a fifth at least where one reads', () => {
  for (const of of ['body', 'small', 'reading'] as const) {
    expect(TYPE.elder[of].size / TYPE.normal[of].size).toBeGreaterThanOrEqual(1.2);
  }
});

it('what takes the focus is at least 75 by 75 and keeps its ring on the screen', () => {
  expect(Math.min(tileWidth(6), TILES_BOX.h)).toBeGreaterThanOrEqual(75);
  expect(SPACE.ring.width).toBeGreaterThanOrEqual(4);
  expect(SPACE.gutter).toBeGreaterThanOrEqual(SPACE.ring.width + SPACE.ring.gap);
});
