// The tiles of the home screen as data: a new service adds a line. The digit opens the tile from anywhere on home.
import type { NoticeCategory } from '../../../contract/notices.ts';
import type { TileIcon } from '../../navigation/frames/notices.ts';
import type { Digit } from '../../remote/keys.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

export interface TileSpec {
  readonly digit: Digit;
  readonly label: string;
  readonly icon: TileIcon;
  readonly opens: 'list' | 'guides' | 'bills' | 'life' | 'requests';
}

/** A digit keeps its service: those of services to come are left free. */
export const TILES: readonly TileSpec[] = [
  { digit: '1', label: TEXTS.tiles.notices, icon: 'all', opens: 'list' },
  { digit: '2', label: GUIDE_TEXTS.title, icon: 'guides', opens: 'guides' },
  { digit: '3', label: REQUEST_TEXTS.report.title, icon: 'requests', opens: 'requests' },
  { digit: '5', label: LIVING_TEXTS.bills.title, icon: 'bills', opens: 'bills' },
  { digit: '6', label: LIVING_TEXTS.life.title, icon: 'life', opens: 'life' },
];

/** What a list of this category is called; null: of all. */
export const labelOf = (category: NoticeCategory | null): string =>
  category === null ? TEXTS.tiles.notices : TEXTS.category[category];
