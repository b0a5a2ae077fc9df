// The rows of a list as CSV, in pieces as they are read: UTF-8 for Excel, CRLF as in RFC 4180, and nothing in it is a formula.
import type { z } from 'zod';
import type { RequestQuery } from '../../../contract/request-calls.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { STATE_NAMES } from '../../../domain/requests/names.ts';
import { SHANGHAI_OFFSET_MS } from '../../../domain/time/days.ts';
import type { Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { requestFigureTexts as TEXTS } from '../../texts/request-figures.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import { filterFor } from './inbox.ts';
import { type InboxFilter, nextRequests } from './inbox-store.ts';
import { findNames, type Names } from './names.ts';
import { summaryOf } from './summary.ts';

const MOST_ROWS = 50_000;
const PIECE = 1000;
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

type Row = Awaited<ReturnType<typeof nextRequests>>[number];

export function createRequestExport({ store, runtime }: { store: Store; runtime: Runtime }) {
  /** Newest first, whatever the list's order; what residents wrote is not in it, and doors are masked. */
  return async (actor: Actor, query: z.output<typeof RequestQuery>): Promise<AsyncGenerator<string>> => {
    const filter = filterFor(actor, query, runtime);
    const subject = query.region ?? DISTRICT;
    const entry = { at: filter.now, actor, action: 'request.export', subject, region: subject };
    await store.transaction((trx) => recordAudit(trx, { ...entry, detail: { filter: askedOf(query, filter) } }));
    return pieces(store, filter);
  };
}

/** What is left out matters to a rate alone. */
const askedOf = ({ exclude: _, ...query }: z.output<typeof RequestQuery>, { exclude }: InboxFilter) => ({
  ...query,
  ...(query.rate && { exclude: [...exclude] }),
});

export type RequestExport = ReturnType<typeof createRequestExport>;

async function* pieces(store: Store, filter: InboxFilter): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(TEXTS.columns);
  let last: Row | undefined;
  for (let left = MOST_ROWS; left > 0; left -= PIECE) {
    const rows: Row[] = await nextRequests(store.db, filter, last, Math.min(left, PIECE));
    const names = await findNames(store.db, rows);
    yield rows.map((row) => lineOf(cellsOf(row, names, filter.now))).join('');
    last = rows.at(-1);
    if (rows.length < PIECE) return;
  }
}

function cellsOf(row: Row, names: Names, now: Instant): string[] {
  const { number, categoryName, timeClass, state, place, handler, askedAt, dueAt, light, reporters, supervised } =
    summaryOf(row, names, now);
  return [
    number,
    categoryName,
    TEXTS.timeClasses[timeClass],
    STATE_NAMES[state],
    place,
    handler?.name ?? '',
    timeOf(askedAt),
    timeOf(dueAt),
    TEXTS.lights[light],
    timeOf(row.answered_at),
    timeOf(row.ended_at),
    row.score === null ? '' : String(row.score),
    String(reporters),
    supervised ? TEXTS.yes : TEXTS.no,
  ];
}

/** 2026-11-26 12:00, Asia/Shanghai. */
const timeOf = (at: Instant | null): string =>
  at === null ? '' : new Date(Date.parse(at) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

function cellOf(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
