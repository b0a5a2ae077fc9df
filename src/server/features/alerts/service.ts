// Alerts: asked for by one person, released by another, updated, cancelled, looked at by a third.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { cancelAlert, listAlerts, moveAlert, reviewAlert } from '../../../contract/alert-calls.ts';
import type { Alert, AlertContent, AlertDelivery, AlertInput, AlertUpdateInput } from '../../../contract/alerts.ts';
import type { AlertId, NoticeId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { fillGaps, gapsOf } from '../../../domain/alerts/gaps.ts';
import { type AlertStep, forbids, shownOf, stepsFor, waitingOf } from '../../../domain/alerts/steps.ts';
import { ancestorOf, chainOf, coverOf, isWithin } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { findHistory, recordAudit } from '../audit/service.ts';
import type { FeedService } from '../feed/service.ts';
import type { NoticeService } from '../notices/service.ts';
import type { RegionService } from '../regions/service.ts';
import { findLaggards, measure } from './delivery-store.ts';
import { toItem } from './item.ts';
import { checkMinutes } from './minutes.ts';
import { type OutsideAlert, prepareFromOutside } from './outside.ts';
import { faceOf, factsOf, revisionOf, summaryOf, templateOf } from './record.ts';
import { release } from './release.ts';
import {
  findAlert,
  findRevisions,
  insertAlert,
  insertRevision,
  lockAlert,
  markReviewed,
  pageOfAlerts,
  type Sight,
  updateAlert,
  updateRevision,
} from './store.ts';
import { findVersion } from './template-store.ts';

const LAGGARDS = 50;

export function createAlertService(deps: {
  store: Store;
  runtime: Runtime;
  regions: RegionService;
  feed: Pick<FeedService, 'append'>;
  notices: Pick<NoticeService, 'read'>;
}) {
  const { store, runtime, feed } = deps;
  const now = () => instantOf(runtime.clock());
  const sightOf = (actor: Actor): Sight => ({ scopes: scopesOrRefuse(actor, 'alert.read') });

  async function found(actor: Actor, id: AlertId) {
    const row = await findAlert(store.db, sightOf(actor), id);
    if (!row) throw new ProblemError('not-found');
    return row;
  }

  async function read(actor: Actor, id: AlertId): Promise<Alert> {
    const row = await found(actor, id);
    const revisions = await findRevisions(store.db, [id]);
    const facts = factsOf(row, revisions);
    const names = await namesOf([row.authority, ...revisions.flatMap(({ content }) => content.regions)]);
    const face = faceOf(row, revisions);
    const { revision, act, content, reason, released_at } = face;
    const validTo = released_at === null ? row.valid_to : face.valid_to;
    return {
      ...summaryOf(row, revisions, names, now()),
      template: templateOf(row),
      revisions: revisions.map(revisionOf),
      item: toItem(
        { ...row, revision, cancel: act === 'cancel', content, reason, validTo },
        released_at === null ? runtime.clock() : Date.parse(released_at),
      ),
      moves: stepsFor(facts, actor, now()),
      history: await findHistory(store.db, id),
    };
  }

  const namesOf = (codes: readonly RegionCode[]) => deps.regions.names([...new Set(codes)]);

  /** Where an office may speak: within its own region, in places that exist. */
  async function coverChecked(regions: readonly RegionCode[], authority: RegionCode): Promise<RegionCode[]> {
    const cover = coverOf(regions);
    const known = await namesOf(cover);
    const wrong = cover.filter((code) => !known.has(code) || !isWithin(code, authority));
    if (wrong.length === 0) return cover;
    const errors = wrong.map((code) => ({ path: 'regions', message: `${code} 不存在，或不在发布单位的管辖范围内` }));
    throw new ProblemError('alert-regions', { errors });
  }

  /** Bound to the revision that is on the screens now: what the notice says later is not what was looked at. */
  async function carriersChecked(actor: Actor, ids: readonly NoticeId[]) {
    const notices = await Promise.all([...new Set(ids)].map((id) => deps.notices.read(actor, id).catch(missing)));
    const carriers = notices.flatMap((notice) =>
      notice?.state === 'published' ? [{ id: notice.id, revision: notice.revision }] : [],
    );
    if (carriers.length === notices.length) return { carriers };
    const errors = [{ path: 'carriers', message: '只能选正在播出的通知' }];
    throw new ProblemError('alert-carriers', { errors });
  }

  /** The alert, held until the transaction ends, where the step is allowed. */
  async function locked(
    trx: Transaction<Database>,
    actor: Actor,
    id: AlertId,
    step: AlertStep,
    given: { revision: number; reason?: string | undefined },
  ) {
    const alert = (await findAlert(trx, sightOf(actor), id)) && (await lockAlert(trx, id));
    if (!alert) throw new ProblemError('not-found');
    const revisions = await findRevisions(trx, [id]);
    const facts = factsOf(alert, revisions);
    const problem = forbids(step, facts, actor, { ...given, now: now() });
    if (problem) throw new ProblemError(problem);
    const shown = revisions.find(({ revision }) => revision === shownOf(facts)?.revision);
    return { alert, facts, shown, next: (revisions.at(-1)?.revision ?? 0) + 1 };
  }

  function ask(
    trx: Transaction<Database>,
    actor: Actor,
    id: AlertId,
    asked: { revision: number; act: 'issue' | 'update' | 'cancel'; content: AlertContent; reason: string | null },
  ) {
    const { content, ...rest } = asked;
    const by = { state: 'prepared', prepared_by: actor.id, prepared_at: now(), cap: null } as const;
    return insertRevision(trx, { alert_id: id, ...rest, ...by, content: JSON.stringify(content) }, content.regions);
  }

  const record = (
    trx: Transaction<Database>,
    actor: Actor,
    verb: string,
    id: AlertId,
    region: RegionCode,
    detail: Readonly<Record<string, unknown>>,
  ) => recordAudit(trx, { at: now(), actor, action: `alert.${verb}`, subject: id, region, detail });

  return {
    read,

    async list(actor: Actor, query: z.output<(typeof listAlerts)['query']>) {
      const { page, pageSize, ...filter } = query;
      const place = { now: now(), offset: (page - 1) * pageSize, limit: pageSize };
      const { rows, total } = await pageOfAlerts(store.db, sightOf(actor), { ...filter, ...place });
      const revisions = await findRevisions(
        store.db,
        rows.map(({ id }) => id),
      );
      const regions = revisions.flatMap(({ content }) => content.regions);
      const names = await namesOf([...rows.map(({ authority }) => authority), ...regions]);
      const items = rows.map((row) =>
        summaryOf(
          row,
          revisions.filter(({ alert_id }) => alert_id === row.id),
          names,
          place.now,
        ),
      );
      return { items, total, page, pageSize };
    },

    async prepare(actor: Actor, input: AlertInput): Promise<Alert> {
      const { authority, rehearsal, source, validMinutes } = input;
      allow(actor, 'alert.write', [authority]);
      const regions = await coverChecked(input.regions, authority);
      const template = await findVersion(store.db, input.template, input.version);
      if (template?.state !== 'approved' || !chainOf(authority).includes(template.region_code))
        throw new ProblemError('alert-template');
      const missing = gapsOf(template).filter((name) => !input.fields[name]);
      if (missing.length > 0)
        throw new ProblemError('alert-gaps', {
          errors: missing.map((name) => ({ path: `fields.${name}`, message: `请填写${name}` })),
        });
      checkMinutes(template.severity, validMinutes);
      const carried = input.carriers && (await carriersChecked(actor, input.carriers));
      const { severity, event, sound } = template;
      const { title, text, instructions } = fillGaps(template, input.fields);
      const wording = { severity, event, sound, title, text, instructions, source };
      const validity = { validFrom: null, validity: { minutes: validMinutes } };
      const content: AlertContent = { ...wording, regions, ...validity, ...carried };
      const id = runtime.uuids() as AlertId;
      await store.transaction(async (trx) => {
        const from = { template_id: template.id, template_version: template.version };
        const blank = { origin: 'console', state: 'waiting', valid_to: null, created_at: now() } as const;
        await insertAlert(trx, { id, rehearsal, authority, ...from, ...blank });
        await ask(trx, actor, id, { revision: 1, act: 'issue', content, reason: null });
        await record(trx, actor, 'prepare', id, authority, { revision: 1, severity, rehearsal });
      });
      return read(actor, id);
    },

    async update(actor: Actor, id: AlertId, input: AlertUpdateInput): Promise<Alert> {
      const { revision, validMinutes, reason, carriers, ...said } = input;
      checkMinutes(input.severity, validMinutes);
      const { authority } = await found(actor, id);
      const regions = await coverChecked(input.regions, authority);
      const carried = carriers && (await carriersChecked(actor, carriers));
      await store.transaction(async (trx) => {
        const { shown, next } = await locked(trx, actor, id, 'update', { revision });
        if (!shown) throw new ProblemError('move-not-allowed');
        // Where it was shown it must be updated: an old revision would stay there.
        const left = shown.content.regions.filter((code) => !regions.some((region) => isWithin(code, region)));
        if (left.length > 0)
          throw new ProblemError('alert-regions', {
            errors: left.map((code) => ({ path: 'regions', message: `${code} 已经在显示，不能去掉` })),
          });
        const validity = { validFrom: null, validity: { minutes: validMinutes } };
        const content = { ...shown.content, ...said, regions, ...validity, ...carried };
        await ask(trx, actor, id, { revision: next, act: 'update', content, reason });
        await record(trx, actor, 'update', id, authority, { revision: next, severity: input.severity, reason });
      });
      return read(actor, id);
    },

    async cancel(actor: Actor, id: AlertId, input: z.output<(typeof cancelAlert)['body']>): Promise<Alert> {
      await store.transaction(async (trx) => {
        const { alert, shown, next } = await locked(trx, actor, id, 'cancel', input);
        if (!shown) throw new ProblemError('move-not-allowed');
        const { content } = shown;
        await ask(trx, actor, id, { revision: next, act: 'cancel', content, reason: input.reason });
        await record(trx, actor, 'cancel', id, alert.authority, { revision: next, reason: input.reason });
      });
      return read(actor, id);
    },

    async move(actor: Actor, id: AlertId, input: z.output<(typeof moveAlert)['body']>): Promise<Alert> {
      const { move, revision, reason } = input;
      await store.transaction(async (trx) => {
        const { alert, facts, shown } = await locked(trx, actor, id, move, input);
        if (waitingOf(facts)?.revision !== revision) throw new ProblemError('stale-revision');
        if (move === 'release') return release(trx, feed, { id, revision, actor, now: runtime.clock() });
        if (move === 'endorse')
          await updateRevision(trx, id, revision, { state: 'prepared', prepared_by: actor.id, prepared_at: now() });
        else {
          await updateRevision(trx, id, revision, { state: 'discarded', reason: reason ?? null });
          if (!shown) await updateAlert(trx, id, { state: 'discarded' });
        }
        await record(trx, actor, move, id, alert.authority, { revision, reason: reason ?? null });
      });
      return read(actor, id);
    },

    async review(actor: Actor, id: AlertId, input: z.output<(typeof reviewAlert)['body']>): Promise<Alert> {
      const { revision, verdict, note } = input;
      await store.transaction(async (trx) => {
        const { alert } = await locked(trx, actor, id, 'review', { revision });
        const mark = { reviewed_by: actor.id, reviewed_at: now(), verdict, review_note: note };
        await markReviewed(trx, id, revision, mark);
        await record(trx, actor, 'review', id, alert.authority, { revision, verdict, reason: note });
      });
      return read(actor, id);
    },

    async delivery(actor: Actor, id: AlertId): Promise<AlertDelivery> {
      const row = await found(actor, id);
      const face = faceOf(row, await findRevisions(store.db, [id]));
      const { revision, released_at: releasedAt } = face;
      const codes = face.content.regions;
      // What is not released yet was addressed to nobody.
      const shown = { id, revision, releasedAt: releasedAt ?? now() };
      const names = await namesOf(codes);
      const regions = await Promise.all(
        codes.map(async (code) => ({
          region: { code, name: names.get(code) ?? code },
          ...(await measure(store.db, shown, [code])),
        })),
      );
      const total = await measure(store.db, shown, codes);
      const late = await findLaggards(store.db, shown, codes, LAGGARDS);
      const communityOf = (home: RegionCode) => ancestorOf(home, 'community') ?? home;
      const places = await namesOf(late.map(({ household }) => communityOf(household)));
      const laggards = late.map(({ household, ...rest }) => ({
        ...rest,
        place: places.get(communityOf(household)) ?? household,
      }));
      return { revision, releasedAt, total, regions, laggards };
    },

    /** For the systems that speak CAP or EBM: checks no access of its own. */
    prepareFromOutside: (trx: Transaction<Database>, alert: OutsideAlert) =>
      prepareFromOutside(trx, { feed, runtime }, alert),
  };
}

function missing(error: unknown): undefined {
  if (!(error instanceof ProblemError) || error.code !== 'not-found') throw error;
}

export type AlertService = ReturnType<typeof createAlertService>;
