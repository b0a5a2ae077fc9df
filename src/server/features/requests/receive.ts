// Reports taken in: looked at by their form, sent to whom they belong, or joined to a case of the same.
import type { SentRequest } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import {
  type CategoryCode,
  DUPLICATE_DAYS,
  type Handler,
  type RequestCategory,
  type RequestInput,
  RequestNumber,
  type RequestPhotoId,
  TIME_RULES,
} from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { ancestorOf } from '../../../domain/regions/code.ts';
import { faultsOf, saidOf } from '../../../domain/requests/form.ts';
import type { WorkingDays } from '../../../domain/requests/limits.ts';
import { isShared, sameKey } from '../../../domain/requests/same.ts';
import { replay } from '../../../domain/requests/state.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import { countGuess } from '../../store/guesses.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import type { QueryCodes } from './query-code.ts';
import { type Author, actOf, columnsOf, type Deed, dueAfter, type RequestRow, rowOf } from './record.ts';
import type { Receive, Report, ReportFrom } from './reports.ts';
import {
  findReport,
  findRequest,
  insertActions,
  insertPhotos,
  insertReport,
  insertRequest,
  isCodeTaken,
  lockDay,
  lockSame,
  nextOfDay,
  type ReporterRow,
  type Trx,
  updateRequest,
} from './store.ts';

const DAY_MS = 86_400_000;
/** More than a home has to tell in a day, and few enough that a box gone wild drowns nobody. */
const SENT_A_DAY = 50;

export interface ReceiveDeps {
  readonly runtime: Runtime;
  readonly categories: { find(trx: Trx, code: CategoryCode): Promise<{ category: RequestCategory } | undefined> };
  readonly routing: { handlerFor(trx: Trx, category: CategoryCode, region: RegionCode): Promise<Handler | null> };
  readonly workingDays: { load(trx: Trx): Promise<WorkingDays> };
  readonly photos: { has(ids: readonly RequestPhotoId[]): Promise<boolean> };
  readonly queryCodes: QueryCodes;
}

export function createReceive(deps: ReceiveDeps): Receive {
  const { runtime, categories, queryCodes } = deps;

  async function checked(trx: Trx, { input, from }: Report): Promise<RequestCategory> {
    const found = await categories.find(trx, input.category);
    if (!found?.category.active) throw new ProblemError('category-unknown');
    const faults = faultsOf(input, found.category);
    if (from.kind === 'system' && input.where.kind !== 'public') faults.push({ path: 'where.kind', fault: 'where' });
    if (faults.length > 0) {
      const errors = faults.map(({ path, fault }) => ({ path, message: TEXTS.faults[fault] }));
      throw new ProblemError('bad-input', { errors });
    }
    if (!(await deps.photos.has(input.photos))) throw new ProblemError('photo-unknown');
    return found.category;
  }

  async function count(trx: Trx, household: RegionCode, at: Instant): Promise<void> {
    const since = instantOf(runtime.clock() - DAY_MS);
    if ((await countGuess(trx, `report:${household}`, at, since)) > SENT_A_DAY)
      throw new ProblemError('too-many-requests');
  }

  /** The report's own row, with the code of an anonymous one; its household is not kept. */
  async function report(trx: Trx, { id, from }: Report, row: RequestRow, at: Instant) {
    const isAnonymous = row.privacy === 'anonymous';
    const code = isAnonymous ? await queryCodes.make(id, (hash) => isCodeTaken(trx, hash)) : null;
    await insertReport(trx, {
      id,
      request_id: row.id,
      household: isAnonymous || from.kind === 'system' ? null : from.household,
      code_hash: code && queryCodes.hashOf(code),
      via: from.kind === 'system' ? from.name : null,
      at,
      seen: row.revision,
    });
    return code;
  }

  async function follow(trx: Trx, given: Report, category: RequestCategory, row: RequestRow, at: Instant) {
    const internal = wordsOf(given.input, category);
    const action = rowOf(row.id, row.revision + 1, at, authorOf(given.from, category), {
      kind: 'follow',
      report: given.id,
      internal,
    });
    await insertActions(trx, [action]);
    const after = { ...row, revision: action.seq, reporters: row.reporters + 1 };
    await updateRequest(trx, row.id, { revision: after.revision, reporters: after.reporters, updated_at: at });
    const code = await report(trx, given, after, at);
    await insertPhotos(trx, { request: row.id, seq: action.seq }, given.input.photos);
    return sentOf(given.id, row, code);
  }

  async function begin(
    trx: Trx,
    given: Report,
    category: RequestCategory,
    where: Where,
    at: Instant,
  ): Promise<RequestRow> {
    const { id, input, from } = given;
    const rules = TIME_RULES;
    const to = await deps.routing.handlerFor(trx, category.code, where.region_code);
    const deeds: [Author, Deed][] = [
      [authorOf(from, category), { kind: 'receive', category: category.code, timeClass: category.timeClass }],
      ...(to
        ? [
            [
              { kind: 'system', name: TEXTS.routing },
              { kind: 'assign', to },
            ] satisfies [Author, Deed],
          ]
        : []),
    ];
    const rows = deeds.map(([author, deed], index) => rowOf(id, index + 1, at, author, deed));
    const now = replay(deeds.map(([author, deed]) => actOf(at, author, deed)));
    const due = dueAfter(null, now, rules, await deps.workingDays.load(trx));
    const day = dayOf(runtime.clock());
    const number = RequestNumber.parse(
      `${day.slice(2).replaceAll('-', '')}${String(await nextOfDay(trx, day)).padStart(5, '0')}`,
    );
    await insertRequest(trx, {
      id,
      number,
      privacy: category.privacy,
      rules: JSON.stringify(rules),
      ...where,
      answers: JSON.stringify(input.answers),
      said: JSON.stringify(saidOf(input.answers, category)),
      when_choice: category.asksWhen ? input.when : 'any',
      text: input.text,
      entered_by: from.kind === 'staff' ? from.actor.id : null,
      asked_at: at,
      reporters: 1,
      updated_at: at,
      // A year that nobody has entered yet stops nobody from reporting: the limit is set once it is.
      ...columnsOf(now, due && 'at' in due ? due.at : null),
    });
    await insertActions(trx, rows);
    const row = await findRequest(trx, id);
    if (!row) throw new Error('a request that was just written is gone');
    return row;
  }

  return async (trx, given) => {
    const at = instantOf(runtime.clock());
    await lockDay(trx, dayOf(runtime.clock()));
    const known = await findReport(trx, given.id);
    if (known) return again(trx, given, known, queryCodes);
    if (given.from.kind === 'box') await count(trx, given.from.household, at);
    const category = await checked(trx, given);
    const where = whereOf(given, category);
    const since = instantOf(runtime.clock() - DUPLICATE_DAYS * DAY_MS);
    const isMerged = isShared(category.group) && given.from.kind !== 'system';
    const same = isMerged && (await lockSame(trx, { key: where.same_key, category: category.code, since }));
    if (same) return follow(trx, given, category, same, at);
    const row = await begin(trx, given, category, where, at);
    const code = await report(trx, given, row, at);
    await insertPhotos(trx, { request: row.id, seq: 1 }, given.input.photos);
    if (given.from.kind === 'staff') {
      const { actor } = given.from;
      const entry = { action: 'request.enter', subject: row.id, region: row.region_code };
      await recordAudit(trx, { at, actor, ...entry, detail: { number: row.number } });
    }
    return sentOf(given.id, row, code);
  };
}

type Where = Pick<RequestRow, 'region_code' | 'where_kind' | 'spot' | 'place' | 'lat' | 'lon' | 'same_key'>;

function whereOf({ input: { where }, from }: Report, category: RequestCategory): Where {
  const home = from.kind === 'system' ? null : from.household;
  const region = home ? (ancestorOf(home, 'community') ?? home) : from.kind === 'system' ? from.region : home;
  if (region === null) throw new Error('a report without a region');
  const spots = { home, stairwell: home && (ancestorOf(home, 'building') ?? null), public: null };
  const spot = spots[where.kind];
  if (where.kind !== 'public' && spot === null) {
    const errors = [{ path: 'where.kind', message: TEXTS.faults.where }];
    throw new ProblemError('bad-input', { errors });
  }
  const place = where.kind === 'public' ? where.place : null;
  // Where somebody stood is more than what they told, where nobody is to know who they are.
  const position = category.privacy === 'anonymous' ? null : where.position;
  return {
    region_code: region,
    where_kind: where.kind,
    spot,
    place,
    lat: position?.lat ?? null,
    lon: position?.lon ?? null,
    same_key: sameKey({ kind: where.kind, spot, region, place }),
  };
}

/** By its own sender the same answer; to anyone else there is none. Of an anonymous one whoever knows the id is its sender. */
async function again(trx: Trx, { id, from }: Report, known: ReporterRow, codes: QueryCodes): Promise<SentRequest> {
  const isOwn =
    from.kind === 'system' ? known.via === from.name : known.code_hash !== null || known.household === from.household;
  const row = await findRequest(trx, known.request_id);
  if (!isOwn || !row) throw new ProblemError('not-found');
  return sentOf(id, row, known.code_hash && codes.again(id, known.code_hash));
}

const sentOf = (id: RequestId, row: RequestRow, queryCode: string | null): SentRequest => ({
  id,
  number: row.number,
  dueAt: row.due_at,
  queryCode,
  followed: row.id !== id,
});

function authorOf(from: ReportFrom, { privacy }: RequestCategory): Author {
  if (from.kind === 'system') return { kind: 'system', name: from.name };
  if (from.kind === 'box' || privacy === 'anonymous') return { kind: 'resident' };
  return { kind: 'staff', id: from.actor.id, office: from.actor.name };
}

/** What one more reporter says, for those who work on it. */
function wordsOf({ text, answers }: RequestInput, category: RequestCategory): string | undefined {
  const words = [
    ...saidOf(answers, category).map(({ label, text: said }) => `${label.replace(/[？?]$/, '')}：${said}`),
    text,
  ].filter(Boolean);
  return words.length > 0 ? words.join('；') : undefined;
}
