// One sentence in the middle of the screen, where there is nothing else to show.
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import type { Kit } from './kit.ts';
import { createText, type Text } from './text.ts';

const TOP = 480;

export const createSentence = (kit: Kit): Text =>
  createText(kit, {
    x: SPACE.screen.w / 2,
    y: TOP,
    w: SPACE.safe.w,
    lines: 2,
    scale: kit.type.body,
    color: COLORS.text,
    align: 'center',
  });
