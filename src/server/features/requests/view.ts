// One case as staff see it: everything that happened, whom it reaches, what may be done now.
import type { RequestId } from '../../../contract/ids.ts';
import type { RequestAction, RequestDetail } from '../../../contract/request-calls.ts';
import { DUPLICATE_DAYS, type RequestPhotoId } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { can } from '../../../domain/access/can.ts';
import { mayHandle, staffMoves } from '../../../domain/requests/decide.ts';
import { handlerOf } from '../../../domain/requests/handler.ts';
import { isReadable, readingOf } from '../../../domain/requests/reading.ts';
import { scopesOrRefuse } from '../../access.ts';
import { toProblem } from '../../http/errors.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { Refusals } from '../audit/refusals.ts';
import { recordAudit } from '../audit/service.ts';
import type { Denied } from './denied.ts';
import { situationOf } from './held.ts';
import { findNames, nameHandlers, placeText } from './names.ts';
import { PHOTO_REFUSALS, type RequestPhotos } from './photos.ts';
import { type ActionRow, actionOf, byOf, caseOf, type RequestRow } from './record.ts';
import { readable } from './scope.ts';
import { type Db, findActions, findPeople, findPhotos, findRequest, type Trx } from './store.ts';
import { summaries, summaryOf } from './summary.ts';

const DAY_MS = 86_400_000;

export const readableOf = (row: Pick<RequestRow, 'region_code' | 'privacy' | 'handler' | 'joint'>) => ({
  region: row.region_code,
  privacy: row.privacy,
  handler: row.handler === null ? null : handlerOf(row.handler),
  joint: row.joint.map(handlerOf),
});

/** Whoever works on it or sends it on may know the door. */
function mayKnowDoor(actor: Actor, row: RequestRow): boolean {
  const { region, handler, joint } = readableOf(row);
  const offices = [...(handler ? [handler] : []), ...joint];
  return can(actor, 'request.assign', region) || offices.some((each) => mayHandle(actor, each));
}

export interface ViewDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly photos: Pick<RequestPhotos, 'put' | 'read'>;
  readonly denied: Denied;
  readonly refusals: Refusals;
}

export function createView({ store, runtime, photos, denied, refusals }: ViewDeps) {
  const now = () => instantOf(runtime.clock());

  return {
    /** In full, and on record who has seen it. */
    async read(actor: Actor, id: RequestId): Promise<RequestDetail> {
      scopesOrRefuse(actor, 'request.read');
      return denied(actor, id, () =>
        store.transaction(async (trx) => {
          const row = await findRequest(trx, id);
          if (!row || !isReadable(readingOf(actor), readableOf(row))) throw new ProblemError('not-found');
          const detail = await detailOf(trx, actor, row, now());
          const entry = { action: 'request.read', subject: id, region: detail.where.region };
          await recordAudit(trx, { at: now(), actor, ...entry, detail: { number: detail.number } });
          return detail;
        }),
      );
    },

    /** Of whoever may know the door; on record as well. The JPEG's bytes. */
    async photo(actor: Actor, id: RequestId, photo: RequestPhotoId): Promise<Buffer> {
      scopesOrRefuse(actor, 'request.read');
      const row = await findRequest(store.db, id);
      const isOf =
        row && mayKnowDoor(actor, row) && (await findPhotos(store.db, id)).some((each) => each.photo === photo);
      const bytes = isOf ? await photos.read(photo) : undefined;
      if (!row || !bytes) throw new ProblemError('not-found');
      const entry = { action: 'request.photo', subject: id, region: row.region_code };
      await store.transaction((trx) =>
        recordAudit(trx, { at: now(), actor, ...entry, detail: { number: row.number } }),
      );
      return bytes;
    },

    /** To be attached to a move: `receive` is asked for the bytes of whoever may know the door. */
    async addPhoto(actor: Actor, id: RequestId, receive: () => Promise<Buffer>): Promise<{ photo: RequestPhotoId }> {
      scopesOrRefuse(actor, 'request.read');
      return denied(actor, id, async () => {
        const row = await findRequest(store.db, id);
        if (!row || !mayKnowDoor(actor, row)) throw new ProblemError('not-found');
        const put = async () => photos.put(await receive());
        const photo = await put().catch(async (error: unknown) => {
          const entry = { action: 'request.photo-refused', subject: id, region: row.region_code };
          const { code } = toProblem(error);
          if (PHOTO_REFUSALS.includes(code)) await refusals.note({ actor, ...entry, detail: { reason: code } });
          throw error;
        });
        return { photo };
      });
    },

    /** What a move answers: whoever made it has seen the case, and may have just given it away. */
    async after(actor: Actor, id: RequestId): Promise<RequestDetail> {
      scopesOrRefuse(actor, 'request.read');
      return store.transaction(async (trx) => {
        const row = await findRequest(trx, id);
        if (!row) throw new ProblemError('not-found');
        return detailOf(trx, actor, row, now());
      });
    },
  };
}

export type View = ReturnType<typeof createView>;

async function detailOf(trx: Trx, actor: Actor, row: RequestRow, now: Instant): Promise<RequestDetail> {
  const actions = await findActions(trx, row.id);
  const state = caseOf(actions);
  const [names, photos, duplicates, target] = await Promise.all([
    findNames(trx, [row]),
    findPhotos(trx, row.id),
    duplicatesOf(trx, actor, row),
    row.merged_into ? findRequest(trx, row.merged_into) : undefined,
  ]);
  const others = await findNames(trx, duplicates);
  return {
    ...summaryOf(row, names, now),
    where: {
      kind: row.where_kind,
      region: row.region_code,
      text: placeText(row, names, mayKnowDoor(actor, row) ? 'shown' : 'masked'),
      position: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    },
    said: row.said,
    when: row.when_choice,
    text: row.text,
    joint: row.joint.map((key) => names.handler(handlerOf(key))),
    rule: row.rules[row.time_class],
    pausedMs: state.pauses.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0),
    extensionUntil: row.extension_until,
    score: row.score,
    mergedInto: target ? { id: target.id, number: target.number } : null,
    actions: await actionsOf(trx, actions, mayKnowDoor(actor, row) ? photos : []),
    duplicates: duplicates.map((each) => summaryOf(each, others, now)),
    moves: staffMoves(state, actor, situationOf({ row, case: state }, now)),
  };
}

async function actionsOf(
  db: Db,
  rows: readonly ActionRow[],
  photos: readonly { photo: RequestPhotoId; seq: number }[],
): Promise<RequestAction[]> {
  const told = rows.map(actionOf);
  const handlers = told.map((action) => (action.kind === 'assign' || action.kind === 'join' ? action.to : null));
  const named = await nameHandlers(
    db,
    handlers.flatMap((each) => each ?? []),
  );
  const people = await findPeople(
    db,
    rows.flatMap(({ by_id }) => by_id ?? []),
  );
  return rows.map((row, index) => {
    const [to, action] = [handlers[index], told[index]];
    return {
      kind: row.kind,
      at: row.at,
      by: byOf({ ...row, by_name: [row.by_name, row.by_id && people.get(row.by_id)].filter(Boolean).join(' ') }),
      public: row.public,
      internal: row.internal,
      to: to ? named(to) : null,
      until: action?.kind === 'ask-extension' ? action.until : null,
      call: action?.kind === 'call-back' ? { outcome: action.outcome, satisfied: action.satisfied } : null,
      photos: photos.filter(({ seq }) => seq === row.seq).map(({ photo }) => photo),
    };
  });
}

const duplicatesOf = (db: Db, actor: Actor, row: RequestRow) =>
  summaries(db)
    .where('request.same_key', '=', row.same_key)
    .where('request.category', '=', row.category)
    .where('request.id', '!=', row.id)
    .where('request.state', 'not in', ['closed', 'merged', 'withdrawn'])
    .where('request.asked_at', '>=', instantOf(Date.parse(row.asked_at) - DUPLICATE_DAYS * DAY_MS))
    .where(readable(readingOf(actor)))
    .orderBy('request.asked_at', 'desc')
    .limit(10)
    .execute();
