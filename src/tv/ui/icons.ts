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
  guides: 'clipboard-list',
  search: 'search',
  handy: 'star',
  utilities: 'droplet-bolt',
  'public-order': 'users-group',
  police: 'id',
  market: 'building-store',
  housing: 'building-community',
  transport: 'bus',
  health: 'stethoscope',
  labour: 'briefcase',
  'civil-affairs': 'heart-handshake',
  justice: 'scale',
  water: 'droplet',
  power: 'bolt',
  gas: 'flame',
  birth: 'baby-carriage',
  school: 'school',
  work: 'briefcase-2',
  marriage: 'hearts',
  'old-age': 'old',
  illness: 'pill',
  death: 'candle',
  bills: 'receipt-yuan',
  life: 'home-heart',
  places: 'map-pins',
  broadband: 'router',
  phone: 'phone',
  pin: 'map-pin',
  clock: 'clock',
  'town-hall': 'building-pavilion',
  'police-station': 'shield',
  hospital: 'building-hospital',
  'elder-canteen': 'soup',
  bank: 'building-bank',
  park: 'trees',
  requests: 'message-report',
  bulb: 'bulb',
  elevator: 'elevator',
  door: 'door',
  stairs: 'stairs',
  trash: 'trash',
  toilet: 'bucket-droplet',
  drain: 'pipeline',
  road: 'road',
  parking: 'parking',
  noise: 'volume',
  dog: 'dog',
  tree: 'tree',
  heating: 'temperature',
  tool: 'tools',
  dish: 'antenna',
  subsidy: 'coin-yuan',
  mediation: 'friends',
  volunteer: 'user-heart',
  question: 'help',
  suggestion: 'message-plus',
  send: 'send',
  pencil: 'pencil',
} as const satisfies Record<string, string>;

export type IconName = keyof typeof ICONS;

/** Their order in the sheet: all icons come as one picture, in one request, and are drawn in one call. */
export const ICON_NAMES = Object.keys(ICONS) as readonly IconName[];

/** In rows, since some graphics chips take no picture of more than 2048 pixels. */
const COLUMNS = 16;
export const SHEET_SIZE = { columns: COLUMNS, rows: Math.ceil(ICON_NAMES.length / COLUMNS) } as const;

/** Which column and row of the sheet an icon stands in. */
export function placeOf(name: IconName): { readonly column: number; readonly row: number } {
  const index = ICON_NAMES.indexOf(name);
  return { column: index % COLUMNS, row: Math.floor(index / COLUMNS) };
}

/** Drawn pixels a sheet is sharp up to. */
export const ICON_SIZES = [64, 96] as const;

/** Path of a sheet among the app's files. */
export const sheetFile = (size: number): string => `icons/sheet-${size}.png`;
