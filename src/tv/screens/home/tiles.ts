// The tiles of the home screen as data: a new capability adds a line. The digit opens the tile from anywhere on home.
import type { NoticeCategory } from '../../../contract/notices.ts';
import type { TileIcon } from '../../navigation/frame.ts';
import type { Digit } from '../../remote/keys.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

export interface TileSpec {
  readonly digit: Digit;
  readonly label: string;
  readonly icon: TileIcon;
  /** The list it opens; null: every category. */
  readonly category: NoticeCategory | null;
}

export const TILES: readonly TileSpec[] = [
  { digit: '1', label: TEXTS.tiles.all, icon: 'all', category: null },
  { digit: '2', label: TEXTS.category.outage, icon: 'outage', category: 'outage' },
  { digit: '3', label: TEXTS.category.service, icon: 'service', category: 'service' },
  { digit: '4', label: TEXTS.category.safety, icon: 'safety', category: 'safety' },
  { digit: '5', label: TEXTS.category.activity, icon: 'activity', category: 'activity' },
  { digit: '6', label: TEXTS.category.policy, icon: 'policy', category: 'policy' },
];

/** What a list of this category is called. */
export function labelOf(category: NoticeCategory | null): string {
  return TILES.find((tile) => tile.category === category)?.label ?? TEXTS.tiles.all;
}
