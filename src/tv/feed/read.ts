// Looks at what came over the network before the app trusts its shape; what a newer server may add is passed over.

import type { BoxSettings } from '../../contract/box-settings.ts';
import type { AlmanacDay, BoxHome } from '../../contract/boxes.ts';
import type { Feed, FeedItem, NoticeItem, StreamBeat } from '../../contract/feed.ts';
import type { Block, NoticeCategory } from '../../contract/notices.ts';
import type { Airing, Placement } from '../../contract/schedule.ts';
import { ALWAYS } from '../../domain/schedule/airing.ts';
import { PROFILES } from '../remote/profiles.ts';
import { readAlert } from './read-alert.ts';
import { isObject } from './record.ts';

/** An entry as it came, and where it says that it stands; nothing in it is believed yet. */
export interface RawStep {
  readonly region: string;
  readonly seq: number;
  readonly raw: unknown;
}
export interface FeedAnswer extends Pick<Feed, 'mode' | 'cursor' | 'trust' | 'serverTime'> {
  readonly entries: readonly RawStep[];
}

const CURSOR = /^(\d{6,22}:\d{1,15}(,\d{6,22}:\d{1,15})*)?$/;
const CATEGORIES: Readonly<Record<NoticeCategory, true>> = {
  general: true,
  outage: true,
  service: true,
  safety: true,
  activity: true,
  policy: true,
};

const PLACEMENTS: Readonly<Record<Placement, true>> = {
  card: true,
  banner: true,
  ticker: true,
  full: true,
  standby: true,
};

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && value > 0 && value % 1 === 0;
const isMinute = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value % 1 === 0;
const isPlacement = (value: unknown): value is Placement => isText(value) && PLACEMENTS[value as Placement] === true;
const isInstant = (value: unknown): value is string => isText(value) && !Number.isNaN(Date.parse(value));

export function readFeedAnswer(value: unknown): FeedAnswer | null {
  if (!isObject(value) || !Array.isArray(value.entries)) return null;
  const { mode, cursor, serverTime } = value;
  if ((mode !== 'snapshot' && mode !== 'delta') || !isText(cursor) || !CURSOR.test(cursor)) return null;
  if (!isInstant(serverTime)) return null;
  const entries: RawStep[] = [];
  for (const entry of value.entries) {
    const step = readStep(entry);
    if (!step) return null;
    entries.push(step);
  }
  const trust = isCount(value.trust) ? value.trust : 0;
  return { mode, cursor, trust, serverTime: serverTime as FeedAnswer['serverTime'], entries };
}

export function readStep(value: unknown): RawStep | null {
  if (!isObject(value) || !isText(value.region) || !isCount(value.seq)) return null;
  return { region: value.region, seq: value.seq, raw: value };
}

/** An item that can be drawn; null: not even its frame is sound. */
export function readItem(value: unknown): FeedItem | null {
  return readAlert(value) ?? readNotice(value);
}

/** Blocks of unknown kinds are left out. */
export function readNotice(value: unknown): NoticeItem | null {
  if (!isObject(value) || value.kind !== 'notice') return null;
  const { id, revision, title, source, category, pinned, validFrom, validTo, publishedAt, blocks } = value;
  if (!isText(id) || !isCount(revision) || !isText(title) || !isText(source) || !Array.isArray(blocks)) return null;
  if (!isInstant(validFrom) || !isInstant(publishedAt) || !(validTo === null || isInstant(validTo))) return null;
  const airing = readAiring(value.airing);
  if (!airing) return null;
  return {
    kind: 'notice',
    id,
    revision,
    title,
    source,
    category: isText(category) && CATEGORIES[category as NoticeCategory] === true ? category : 'general',
    blocks: blocks.filter(isBlock),
    pinned: pinned === true,
    validFrom,
    validTo,
    airing,
    placements: Array.isArray(value.placements) ? value.placements.filter(isPlacement) : [],
    weight: isCount(value.weight) ? value.weight : 1,
    publishedAt,
  } as NoticeItem;
}

/** What was kept by an app of before it knew of schedules is always on. */
function readAiring(value: unknown): Airing | null {
  if (value === undefined) return ALWAYS;
  if (!isObject(value) || !areSpans(value.days, isText) || !areSpans(value.dayparts, isMinute)) return null;
  return value as unknown as Airing;
}

const areSpans = (value: unknown, isEnd: (end: unknown) => boolean): boolean =>
  value === null ||
  (Array.isArray(value) && value.every((span) => isObject(span) && isEnd(span.from) && isEnd(span.to)));

function isBlock(value: unknown): value is Block {
  if (!isObject(value)) return false;
  switch (value.type) {
    case 'heading':
    case 'paragraph':
      return isText(value.text);
    case 'item':
      return isText(value.text) && isText(value.marker);
    case 'picture':
      return isText(value.picture) && isText(value.alt) && isCount(value.width) && isCount(value.height);
    default:
      return false;
  }
}

export function readHome(value: unknown): BoxHome | null {
  if (!isObject(value) || !isText(value.id) || !isObject(value.community) || !isText(value.community.name)) return null;
  if (!Array.isArray(value.chain) || !value.chain.every(isText)) return null;
  if (!isInstant(value.serverTime) || !Array.isArray(value.almanac) || !value.almanac.every(isAlmanacDay)) return null;
  const { catalogue, favourites } = value;
  return {
    ...value,
    settings: readBoxSettings(value.settings),
    rotate: value.rotate === true,
    catalogue: isCount(catalogue) ? catalogue : 0,
    favourites: Array.isArray(favourites) ? favourites.filter(isText) : [],
  } as unknown as BoxHome;
}

/** What is missing or unknown to this version is not overridden. */
function readBoxSettings(value: unknown): BoxSettings {
  if (!isObject(value)) return {};
  const { remote, elder, motion, standby } = value;
  return {
    ...(isRemote(remote) ? { remote } : {}),
    ...(typeof elder === 'boolean' ? { elder } : {}),
    ...(typeof motion === 'boolean' ? { motion } : {}),
    ...(standby === 0 || isCount(standby) ? { standby } : {}),
  };
}

const isRemote = (value: unknown): value is NonNullable<BoxSettings['remote']> =>
  isText(value) && (value === 'auto' || Object.keys(PROFILES).indexOf(value) >= 0);

function isAlmanacDay(value: unknown): value is AlmanacDay {
  return isObject(value) && [value.day, value.date, value.weekday, value.lunar].every(isText);
}

export function readBeat(value: unknown): StreamBeat | null {
  if (!isObject(value) || !isInstant(value.serverTime) || !isCount(value.everyMs)) return null;
  return value as unknown as StreamBeat;
}
