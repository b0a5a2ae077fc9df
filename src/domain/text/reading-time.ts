// How long a notice is on the television, told to its author before it goes out.
import type { Block, ReadingTime } from '../../contract/notices.ts';
import { charsOf, kindOf } from './characters.ts';
import { PAGE_LAYOUT, paginate } from './paginate.ts';

/** An older reader before a television takes in about four characters a second. */
const CHARS_PER_SECOND = 4;
/** What runs or turns by itself cannot be read twice, so it takes its time. */
export const UNHURRIED_CHARS_PER_MINUTE = 180;

/** Pages and seconds in elder mode, the default on every box. */
export function readingTime(blocks: readonly Block[]): ReadingTime {
  const chars = blocks.reduce((sum, block) => sum + (block.type === 'picture' ? 0 : lengthOf(block.text)), 0);
  return { pages: paginate(blocks, PAGE_LAYOUT.elder).length, seconds: Math.round(chars / CHARS_PER_SECOND) };
}

const lengthOf = (text: string): number => charsOf(text).filter((char) => kindOf(char) !== 'space').length;
