// A request that another system sends: looked at, put into our own words, handed to whoever takes reports in.

import type { RequestId } from '../../../contract/ids.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import {
  CategoryCode,
  REQUEST_LIMITS,
  type RequestCategory,
  type RequestField,
  type RequestInput,
} from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { faultsOf } from '../../../domain/requests/form.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { SHANGHAI_OFFSET_MS } from '../../../domain/time/days.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';
import { requestTexts } from '../../texts/requests.zh-CN.ts';
import type { Refusals } from '../audit/refusals.ts';
import { recordAudit } from '../audit/service.ts';
import type { Receive } from '../requests/reports.ts';
import type { Answer } from './answers.ts';
import { type Given, wrong } from './given.ts';
import type { Open311Keys, Sender } from './keys.ts';
import { type Location, locate } from './location.ts';
import { isOffered } from './services.ts';
import { findCategory } from './store.ts';

/** GeoReport v2, POST Service Request. */
export const DESCRIPTION_LIMIT = 4_000;
const MEDIA_LIMIT = 500;
/** Who somebody is: the work needs none of it. */
const DROPPED = ['email', 'device_id', 'account_id', 'first_name', 'last_name', 'phone'] as const;

/** What is refused without one is about none. */
const NO_KEY = 'open311';

interface Place {
  readonly path: string;
  readonly message: string;
}

export function createSubmission(deps: {
  store: Store;
  runtime: Runtime;
  keys: Open311Keys;
  receive: Receive;
  refusals: Refusals;
}) {
  const { store, runtime, keys, receive, refusals } = deps;

  async function serviceBy(given: Given): Promise<RequestCategory> {
    const text = given.one('service_code');
    if (text === undefined) throw wrong('service_code', TEXTS.missing);
    const code = CategoryCode.safeParse(text);
    const category = code.success ? await findCategory(store.db, code.data) : undefined;
    if (!category || !isOffered(category)) throw new ProblemError('not-found', { detail: TEXTS.noService });
    return category;
  }

  async function accepted(given: Given, sender: Sender): Promise<Answer> {
    const category = await serviceBy(given);
    const location = await locate(store.db, given);
    const media = mediaOf(given);
    const input = inputOf(given, category, location, media);
    // Before anything is written: what is given twice is refused.
    const dropped = DROPPED.filter((name) => given.one(name) !== undefined);
    const id = runtime.uuids() as RequestId;
    const from = { kind: 'system', name: sender.name, region: location.region } as const;
    const sent = await store.transaction(async (trx) => {
      await keys.spend(trx, sender);
      const answer = await receive(trx, { id, input, from });
      const detail = { name: sender.name, number: answer.number, service: category.code };
      const entry = { action: 'open311.request', subject: id, region: location.region, detail };
      await recordAudit(trx, { at: instantOf(runtime.clock()), actor: null, ...entry });
      return answer;
    });
    const due = sent.dueAt === null ? null : dueText(sent.dueAt);
    return [
      {
        service_request_id: sent.number,
        service_notice: TEXTS.notice(sent.number, due, dropped, media !== undefined),
      },
    ];
  }

  return {
    /**
     * Everything or nothing: what is refused costs nothing of the key's day.
     * @throws ProblemError forbidden (key), not-found (service), bad-input, and what `Receive` throws
     */
    submit: async (given: Given): Promise<Answer> => accepted(given, await keys.authenticate(given.one('api_key'))),

    /** What was sent came to nothing, for whatever reason; `given` throws where it cannot be read. */
    async refused(given: () => Given, reason: ProblemCode): Promise<void> {
      const authenticate = async () => keys.authenticate(given().one('api_key'));
      const sender = await authenticate().catch(() => undefined);
      const detail = { ...(sender && { name: sender.name }), reason };
      const subject = sender?.id ?? NO_KEY;
      await refusals.note({ actor: null, action: 'open311.refused', subject, region: DISTRICT, detail });
    },
  };
}

function inputOf(given: Given, category: RequestCategory, location: Location, media: string | undefined): RequestInput {
  const { place, position, address } = location;
  const { answers, faults } = answersOf(given.attributes, category.fields);
  const where = { kind: 'public', place, position } as const;
  const others = faultsOf({ where, answers }, category)
    .filter(({ path }) => !faults.some((fault) => fault.path === pathOf(path)))
    .map(({ path, fault }) => ({ path: pathOf(path), message: requestTexts.faults[fault] }));
  const description = given.one('description') ?? '';
  // Of characters, as whoever wrote them counts.
  const isLong = [...description].length > DESCRIPTION_LIMIT;
  const long = isLong ? [{ path: 'description', message: TEXTS.tooLong(DESCRIPTION_LIMIT) }] : [];
  const errors = [...faults, ...others, ...long];
  if (errors.length > 0) throw new ProblemError('bad-input', { errors });
  const lines = [address && TEXTS.address(address), description, media && TEXTS.mediaAt(media)];
  return { category: category.code, where, answers, when: 'any', text: lines.filter(Boolean).join('\n'), photos: [] };
}

/** `answers.what` as Open311 says it. */
const pathOf = (path: string): string => path.replace(/^answers\.(.*)$/, 'attribute[$1]');

function answersOf(attributes: Given['attributes'], fields: readonly RequestField[]) {
  const faults: Place[] = [];
  const answers: Record<string, string> = {};
  for (const [code, values] of attributes) {
    const path = `attribute[${code.slice(0, 40)}]`;
    const field = fields.find((each) => each.code === code);
    const text = field && (field.kind === 'date' ? values.map(dayIn) : values).join(',');
    if (!field || text === undefined) faults.push({ path, message: requestTexts.faults.unknown });
    else if (values.length > 1 && field.kind !== 'choices') faults.push({ path, message: TEXTS.single });
    else if (text.length > REQUEST_LIMITS.text) faults.push({ path, message: TEXTS.tooLong(REQUEST_LIMITS.text) });
    else answers[field.code] = text;
  }
  return { answers, faults };
}

/** A moment is told by its day here; what is none stays as it is, to be refused. */
function dayIn(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[ +-]\d{2}:\d{2})$/.test(text)) return text;
  const ms = Date.parse(text.replace(' ', '+'));
  return Number.isNaN(ms) ? text : dayOf(ms);
}

function mediaOf(given: Given): string | undefined {
  const url = given.one('media_url');
  if (url === undefined) return undefined;
  if (url.length > MEDIA_LIMIT || !/^https?:\/\/\S+$/i.test(url)) throw wrong('media_url', TEXTS.media);
  return url;
}

/** 2026-12-07 14:00; the end of a day is that day. */
function dueText(due: Instant): string {
  const shown = new Date(Date.parse(due) + SHANGHAI_OFFSET_MS).toISOString();
  if (!shown.slice(11).startsWith('00:00')) return shown.slice(0, 16).replace('T', ' ');
  return `${dayOf(Date.parse(due) - 1)} 24:00`;
}
