// The icons of the television: their name here, and in Tabler's outline set (MIT) they are baked from.

export const ICONS = {
  all: 'news',
  general: 'speakerphone',
  service: 'heart-handshake',
  outage: 'plug-connected-x',
  safety: 'shield-check',
  policy: 'file-text',
  activity: 'calendar-event',
  pinned: 'pinned',
  left: 'chevron-left',
  right: 'chevron-right',
  arrows: 'arrows-move',
  upDown: 'arrows-move-vertical',
  leftRight: 'arrows-move-horizontal',
  stale: 'history',
  offline: 'wifi-off',
  empty: 'inbox',
  failed: 'mood-sad',
  alert: 'alert-triangle',
  over: 'circle-check',
  lock: 'lock',
  house: 'home',
  box: 'device-tv',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICONS;

/** Their order in the sheet: all icons come as one picture, in one request, and are drawn in one call. */
export const ICON_NAMES = Object.keys(ICONS) as readonly IconName[];

/** Drawn pixels a sheet is sharp up to. */
export const ICON_SIZES = [64, 96] as const;

/** Path of a sheet among the app's files. */
export const sheetFile = (size: number): string => `icons/sheet-${size}.png`;
