// A place on a phone: what the QR code on the television leads to. Plain HTML without scripts, ready in one answer.
import gcoord from 'gcoord';
import type { Hours, Position } from '../../../contract/places.ts';
import { periodsWritten } from '../../../domain/places/hours.ts';
import { openingInWords, periodsInWords, weekLines } from '../../../domain/places/hours-words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { openingAt } from '../../../domain/places/open.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { calendarDayOf } from '../../../domain/time/working-days.ts';
import { phoneLink, phonePage, plain, policyFor } from '../../http/phone-page.ts';
import { placeTexts as TEXTS } from '../../texts/places.zh-CN.ts';
import { positionOf } from './part.ts';
import type { PlaceRow } from './store.ts';

const STYLE = `
body { margin: 0 auto; max-width: 32rem; padding: 1.25rem; font: 1.125rem/1.7 system-ui, sans-serif; color: #1c2733; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem; }
p { margin: .25rem 0; }
.kind { color: #53606d; }
.now { margin: 1rem 0; padding: .75rem 1rem; border-radius: .5rem; background: #eef3f8; font-size: 1.25rem; }
.now.open { background: #e3f4e8; }
dt { margin-top: 1rem; color: #53606d; font-size: 1rem; }
dd { margin: 0; }
a.way { display: block; margin-top: .75rem; padding: .75rem 1rem; border-radius: .5rem; background: #0b62b0; color: #fff; text-align: center; text-decoration: none; }
a.way.other { background: #fff; color: #0b62b0; border: 1px solid #0b62b0; }
@media (prefers-color-scheme: dark) {
  body { color: #e6ebf0; background: #14191f; }
  .kind, dt { color: #a3afbb; }
  .now { background: #222b35; }
  .now.open { background: #1b3a26; }
  a { color: #7db8ee; }
  a.way { background: #1d6fbd; color: #fff; }
  a.way.other { background: none; color: #7db8ee; border-color: #7db8ee; }
}
`;

export const PAGE_POLICY = policyFor(STYLE);

export function placePage(place: PlaceRow, nowMs: number): string {
  const { name, kind, region_name, address, hours, phone, note } = place;
  const position = positionOf(place);
  const facts = [
    fact(TEXTS.address, [address]),
    hours && fact(TEXTS.hours, [...weekLines(hours.week), ...specialLines(hours, nowMs)]),
    phone && `<dt>${TEXTS.phone}</dt><dd>${phoneLink(phone)}</dd>`,
    note && fact(TEXTS.note, [note]),
  ];
  return page(name, [
    `<h1>${plain(name)}</h1>`,
    `<p class="kind">${plain(`${PLACE_KIND_NAMES[kind]} · ${region_name}`)}</p>`,
    hours ? nowLine(hours, nowMs) : '',
    `<dl>${facts.filter(Boolean).join('')}</dl>`,
    position ? wayLinks(name, position) : '',
  ]);
}

export const gonePage = (): string => page(TEXTS.gone, [`<h1>${TEXTS.gone}</h1>`, `<p>${TEXTS.goneHint}</p>`]);

const page = (title: string, body: readonly string[]): string => phonePage(title, STYLE, body);

function nowLine(hours: Hours, nowMs: number): string {
  const opening = openingAt(periodsWritten(hours, calendarDayOf), nowMs);
  if (!opening) return '';
  return `<p class="now${opening.open ? ' open' : ''}">${plain(openingInWords(opening, nowMs))}</p>`;
}

/** What holds on public holidays, and the exceptions that are still to come. */
function specialLines(hours: Hours, nowMs: number): string[] {
  const today = dayOf(nowMs);
  const coming = hours.exceptions
    .filter(({ day }) => day >= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  return [TEXTS.holidays[hours.holidays], ...coming.map(({ day, periods }) => `${day} ${periodsInWords(periods)}`)];
}

const fact = (term: string, lines: readonly string[]): string =>
  `<dt>${term}</dt>${lines.map((line) => `<dd>${plain(line)}</dd>`).join('')}`;

/** 高德 reckons in GCJ-02 as we do; a geo: address is in WGS-84 (RFC 5870, section 3.4.1). */
function wayLinks(name: string, position: Position): string {
  const amap = new URL('https://uri.amap.com/marker');
  amap.searchParams.set('position', `${position.lon},${position.lat}`);
  amap.searchParams.set('name', name);
  amap.searchParams.set('src', 'linli');
  amap.searchParams.set('coordinate', 'gaode');
  amap.searchParams.set('callnative', '1');
  const [lon = 0, lat = 0] = gcoord.transform([position.lon, position.lat], gcoord.GCJ02, gcoord.WGS84);
  const point = `${lat.toFixed(6)},${lon.toFixed(6)}`;
  const geo = `geo:${point}?q=${point}(${encodeURIComponent(name)})`;
  return `<a class="way" href="${plain(amap.href)}">${TEXTS.amap}</a><a class="way other" href="${plain(geo)}">${TEXTS.otherMap}</a>`;
}
