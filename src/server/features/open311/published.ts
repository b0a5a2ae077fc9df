// Cases as anybody may follow them: what and how far, never whose home and never who told.
import type { z } from 'zod';
import { CategoryCode, type RequestCategory, RequestNumber, type RequestState } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { handlerOf } from '../../../domain/requests/handler.ts';
import { STATE_NAMES } from '../../../domain/requests/names.ts';
import { SHANGHAI_OFFSET_MS } from '../../../domain/time/days.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import { findNames, type Names, placeText } from '../requests/names.ts';
import type { Answer } from './answers.ts';
import { type Given, wrong } from './given.ts';
import { toWgs84 } from './location.ts';
import { publicWords } from './public-words.ts';
import { type Asked, findPublished, type PublishedRow } from './store.ts';
import { DESCRIPTION_LIMIT } from './submit.ts';

const SPAN_DAYS = 90;
const SPAN_MS = SPAN_DAYS * 86_400_000;
const MOST = 1_000;
const PAGES = 10_000;
const CLOSED: readonly RequestState[] = ['closed', 'merged', 'withdrawn'];
const OPEN: readonly RequestState[] = ['received', 'assigned', 'handling', 'suspended', 'answered'];

export function createPublished({ store, runtime }: { store: Store; runtime: Pick<Runtime, 'clock'> }) {
  async function told(asked: Asked): Promise<Answer[]> {
    const rows = await findPublished(store.db, asked);
    const names = await findNames(store.db, rows);
    return rows.map((row) => requestOf(row, names));
  }

  return {
    /** @throws ProblemError bad-input */
    list: (given: Given): Promise<Answer[]> => told(askedOf(given, runtime.clock())),

    /** @throws ProblemError not-found */
    async read(id: string): Promise<Answer[]> {
      const number = RequestNumber.safeParse(id);
      const found = number.success ? await told({ numbers: [number.data], offset: 0, limit: 1 }) : [];
      if (found.length === 0) throw new ProblemError('not-found', { detail: TEXTS.noRequest });
      return found;
    },

    /** Tokens are never given out; a client that asks with the number it got is told it again. */
    async byToken(token: string): Promise<Answer[]> {
      const number = RequestNumber.safeParse(token);
      const asked = number.success && { numbers: [number.data], offset: 0, limit: 1 };
      if (!asked || (await findPublished(store.db, asked)).length === 0)
        throw new ProblemError('not-found', { detail: TEXTS.noToken });
      return [{ service_request_id: token, token }];
    },
  };
}

/** The numbers override all else; without dates the last 90 days. */
function askedOf(given: Given, nowMs: number): Asked {
  const size = whole(given, 'page_size', MOST) ?? MOST;
  const offset = ((whole(given, 'page', PAGES) ?? 1) - 1) * size;
  const numbers = given.list('service_request_id');
  if (numbers.length > 0) return { numbers: known(RequestNumber, numbers), offset, limit: size };
  const codes = given.list('service_code');
  const states = given.list('status').map(statesOf);
  return {
    ...(codes.length > 0 && { categories: known(CategoryCode, codes) }),
    ...(states.length > 0 && { states: states.flat() }),
    ...spanOf(given, nowMs),
    offset,
    limit: size,
  };
}

const known = <T extends z.ZodType>(schema: T, texts: readonly string[]): z.output<T>[] =>
  texts.flatMap((text) => schema.safeParse(text).data ?? []);

function whole(given: Given, name: string, most: number): number | undefined {
  const text = given.one(name);
  if (text === undefined) return undefined;
  if (!/^\d{1,6}$/.test(text) || Number(text) < 1 || Number(text) > most) throw wrong(name, TEXTS.page(most));
  return Number(text);
}

function statesOf(status: string): readonly RequestState[] {
  if (status === 'open') return OPEN;
  if (status === 'closed') return CLOSED;
  throw wrong('status', TEXTS.status);
}

function spanOf(given: Given, nowMs: number) {
  const [start, end] = [momentOf(given, 'start_date', 'first'), momentOf(given, 'end_date', 'last')];
  const to = end ?? (start === undefined ? nowMs : start + SPAN_MS);
  const from = start ?? to - SPAN_MS;
  if (to < from) throw wrong('end_date', TEXTS.spanReversed);
  if (to - from > SPAN_MS) throw wrong('end_date', TEXTS.span(SPAN_DAYS));
  return { from: instantOf(from), to: instantOf(to) };
}

/** A moment with its offset, or a day as it is in Shanghai: its first or its last moment. */
function momentOf(given: Given, name: string, end: 'first' | 'last'): number | undefined {
  const text = given.one(name);
  if (text === undefined) return undefined;
  // An offset's plus is a blank where nobody escaped it.
  const written = text.replace(' ', '+');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(written))
    throw wrong(name, TEXTS.date);
  const times = { first: 'T00:00:00.000+08:00', last: 'T23:59:59.999+08:00' };
  const ms = Date.parse(isDay ? `${written}${times[end]}` : written);
  // PostgreSQL knows no year 0.
  if (Number.isNaN(ms) || ms < Date.UTC(1900) || ms > Date.UTC(9000)) throw wrong(name, TEXTS.date);
  return ms;
}

function requestOf(row: PublishedRow, names: Names): Answer {
  const isHome = row.where_kind === 'home';
  const isClosed = CLOSED.includes(row.state);
  const { lat, lon } =
    isHome || row.lat === null || row.lon === null
      ? { lat: undefined, lon: undefined }
      : toWgs84({ lat: row.lat, lon: row.lon });
  const changedAt = (isClosed ? row.ended_at : null) ?? row.updated_at;
  return {
    service_request_id: row.number,
    status: isClosed ? 'closed' : 'open',
    status_notes: notesOf(row),
    service_name: row.content.name,
    service_code: row.category,
    description: descriptionOf(row) || undefined,
    agency_responsible: row.handler === null ? undefined : names.handler(handlerOf(row.handler)).name,
    requested_datetime: inShanghai(row.asked_at),
    updated_datetime: inShanghai(changedAt),
    expected_datetime: row.due_at === null ? undefined : inShanghai(row.due_at),
    // In a village a building is somebody's house.
    address: isHome ? names.region(row.region_code) : publicWords(placeText(row, names, 'masked')),
    address_id: (isHome ? null : row.spot) ?? row.region_code,
    lat,
    long: lon,
  };
}

/** How far it is; of a public place also what staff last said: elsewhere their words are for who lives there. */
function notesOf({ state, merged_into, where_kind, words }: PublishedRow): string {
  const where = state === 'merged' && merged_into !== null ? TEXTS.mergedInto(merged_into) : '';
  const said = words === null || where_kind !== 'public' ? '' : publicWords(words);
  return `${STATE_NAMES[state]}${where}${said && `：${said}`}`;
}

/** Of a public place all that was written; of homes and stairwells what was chosen from ready words alone. */
function descriptionOf(row: PublishedRow): string {
  if (row.where_kind !== 'public') return chosenOf(row.answers, row.content).join('；');
  const lines = [...row.said.map(({ label, text }) => `${label} ${text}`), row.text];
  return [...publicWords(lines.filter(Boolean).join('\n'))].slice(0, DESCRIPTION_LIMIT).join('');
}

const chosenOf = (answers: PublishedRow['answers'], { fields }: RequestCategory): string[] =>
  fields.flatMap(({ code, options }) => {
    const keys = answers[code]?.split(',') ?? [];
    const chosen = options.filter(({ key }) => keys.includes(key));
    return chosen.length > 0 ? [chosen.map(({ name }) => name).join('、')] : [];
  });

/** 2026-11-26T10:00:00+08:00 */
export const inShanghai = (at: Instant): string =>
  `${new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
