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
import { dueOf, type WorkingDays } from '../../../domain/requests/limits.ts';
import { WHEN_NAMES } from '../../../domain/requests/names.ts';
import { isShared, sameKey } from '../../../domain/requests/same.ts';
import { replay } from '../../../domain/requests/state.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { startOfDay } from '../../../domain/time/days.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import { countGuess } from '../../store/guesses.ts';
import { requestTexts as TEXTS } from '../../texts/requests.zh-CN.ts';
import { recordAudit } from '../audit/service.ts';
import type { QueryCodes } from './query-code.ts';
import { type Author, actOf, columnsOf, type Deed, type RequestRow, rowOf } from './record.ts';
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

/** A report with the photos that are there. */
type Taken = Report & { readonly lost: number };

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
    return found.category;
  }

  /** A box may have waited so long for its network that its photos are gone: its words still count. */
  async function withPhotos(given: Report): Promise<Taken> {
    const { photos } = given.input;
    const there = [];
    for (const photo of photos) if (await deps.photos.has([photo])) there.push(photo);
    const lost = photos.length - there.length;
    if (lost > 0 && given.from.kind !== 'box') throw new ProblemError('photo-unknown');
    return { ...given, input: { ...given.input, photos: there }, lost };
  }

  /** By the day alone: the instant would tell which home an anonymous report came from. */
  async function count(trx: Trx, household: RegionCode): Promise<void> {
    const today = instantOf(startOfDay(dayOf(runtime.clock())));
    if ((await countGuess(trx, `report:${household}`, today, today)) > SENT_A_DAY)
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
      entered_by: from.kind === 'staff' ? from.actor.id : null,
      at,
      seen: row.revision,
    });
    return code;
  }

  async function follow(trx: Trx, given: Taken, category: RequestCategory, row: RequestRow, at: Instant) {
    const internal = [wordsOf(given.input, category), lostOf(given)].filter(Boolean).join('；') || undefined;
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
    given: Taken,
    category: RequestCategory,
    where: Where,
    at: Instant,
  ): Promise<RequestRow> {
    const { id, input, from } = given;
    const rules = TIME_RULES;
    const to = await deps.routing.handlerFor(trx, category.code, where.region_code);
    const deeds: [Author, Deed][] = [
      [
        authorOf(from, category),
        { kind: 'receive', category: category.code, timeClass: category.timeClass, internal: lostOf(given) },
      ],
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
    const due = dueOf(now, rules, await deps.workingDays.load(trx));
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

  async function open(trx: Trx, given: Taken, category: RequestCategory, where: Where, at: Instant) {
    const row = await begin(trx, given, category, where, at);
    const code = await report(trx, given, row, at);
    await insertPhotos(trx, { request: row.id, seq: 1 }, given.input.photos);
    return sentOf(given.id, row, code);
  }

  return async (trx, sent) => {
    const at = instantOf(runtime.clock());
    await lockDay(trx, dayOf(runtime.clock()));
    const known = await findReport(trx, sent.id);
    if (known) return again(trx, sent, known, queryCodes);
    if (sent.from.kind === 'box') await count(trx, sent.from.household);
    const category = await checked(trx, sent);
    const given = await withPhotos(sent);
    const where = whereOf(given, category);
    const since = instantOf(runtime.clock() - DUPLICATE_DAYS * DAY_MS);
    const isMerged = isShared(category.group) && given.from.kind !== 'system';
    const same = isMerged && (await lockSame(trx, { key: where.same_key, category: category.code, since }));
    const answer = same ? await follow(trx, given, category, same, at) : await open(trx, given, category, where, at);
    if (given.from.kind === 'staff') {
      const { actor } = given.from;
      const entry = { action: 'request.enter', subject: same ? same.id : given.id, region: where.region_code };
      await recordAudit(trx, { at, actor, ...entry, detail: { number: answer.number } });
    }
    return answer;
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
function wordsOf({ text, answers, when, where }: RequestInput, category: RequestCategory): string | undefined {
  const position = category.privacy === 'anonymous' ? null : where.position;
  const words = [
    ...saidOf(answers, category).map(({ label, text: said }) => `${label.replace(/[？?]$/, '')}：${said}`),
    text,
    category.asksWhen && when !== 'any' ? `${TEXTS.when}：${WHEN_NAMES[when]}` : '',
    position ? TEXTS.position(position) : '',
  ].filter(Boolean);
  return words.length > 0 ? words.join('；') : undefined;
}

const lostOf = ({ lost }: Taken): string | undefined => (lost > 0 ? TEXTS.photosLost(lost) : undefined);
