// Handovers: a television's draft goes on at a phone, by a link, until it is sent from one of the two.
import type { z } from 'zod';
import type { HandoverDraft, PhoneDraft, SentRequest, saveDraft } from '../../../contract/box-requests.ts';
import type { RequestId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import {
  REQUEST_LIMITS,
  type RequestCategory,
  type RequestInput,
  type RequestPhotoId,
} from '../../../contract/requests.ts';
import { toProblem } from '../../http/errors.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf } from '../../runtime.ts';
import { countGuess } from '../../store/guesses.ts';
import { handoverTexts as TEXTS } from '../../texts/handovers.zh-CN.ts';
import type { Timers } from '../../timers.ts';
import { PHOTO_REFUSALS, type RequestPhotos } from '../requests/photos.ts';
import type { Receive } from '../requests/reports.ts';
import { draftOf } from './draft.ts';
import { createDrafts, type DraftDeps, type Held } from './drafts.ts';
import { joined } from './joined.ts';
import { deleteEnded, findHandover, findNamed, insertHandover, lockHandover, type Trx } from './store.ts';
import { createWaiting } from './waiting.ts';

/** How long a television waits for news; it hangs up after 30 s. */
const FOLLOW_MS = 20_000;
const DAY_MS = 86_400_000;
/** One is opened each time somebody begins anew. */
const OPENED_A_DAY = 200;
/** What was not sent is kept no longer than it takes to ask what became of it. */
const KEEP_MS = 2 * DAY_MS;
/** Photos that nothing names: somebody may still be writing. */
const PHOTO_KEEP_MS = DAY_MS;
/** The words may change while it is being sent: then the newer ones go. */
const SEND_TURNS = 5;

/** Undoes what was done with the words as they were. */
class WrittenMeanwhile extends Error {
  override readonly name = 'WrittenMeanwhile';
}

export interface HandoverDeps extends DraftDeps {
  readonly photos: RequestPhotos;
  readonly receive: Receive;
  readonly timers: Timers;
}

export function createHandoverService(deps: HandoverDeps) {
  const { store, runtime, bus, photos, receive } = deps;
  const drafts = createDrafts(deps);
  const waiting = createWaiting(deps.timers);
  const now = (ms = 0) => instantOf(runtime.clock() + ms);
  const shown = (trx: Trx, row: Parameters<typeof draftOf>[1]) => draftOf(trx, row, now());

  async function begin(trx: Trx, box: BoxCaller, id: RequestId, input: RequestInput): Promise<void> {
    const category = await drafts.formOf(trx, input.category);
    if (!category.active) throw new ProblemError('category-unknown');
    if (!category.where.includes(input.where.kind)) {
      const errors = [{ path: 'where.kind', message: TEXTS.where }];
      throw new ProblemError('bad-input', { errors });
    }
    await insertHandover(trx, {
      id,
      household: box.household,
      revision: 1,
      state: 'waiting',
      input: JSON.stringify({ ...input, answers: known(input.answers, category) }),
      sent: null,
      opened_at: now(),
      expires_at: drafts.endOf(),
    });
  }

  /**
   * Sent, by television or phone, in the transaction that received it: the other one hears of it. `revision`: the
   * draft's as it was sent.
   */
  async function settle(trx: Trx, household: RegionCode, sent: SentRequest, revision?: number): Promise<void> {
    const row = await lockHandover(trx, sent.id);
    if (row?.household !== household || row.state === 'sent') return;
    if (row.state === 'writing' && row.revision !== revision) throw new WrittenMeanwhile();
    await drafts.change(trx, row, { sent });
  }

  async function newest(send: () => Promise<SentRequest>): Promise<SentRequest> {
    for (let turn = 1; ; turn += 1) {
      try {
        return await send();
      } catch (error) {
        if (!(error instanceof WrittenMeanwhile) || turn === SEND_TURNS) throw error;
      }
    }
  }

  async function sendHeld(trx: Trx, { row }: Held): Promise<SentRequest> {
    if (row.sent) return row.sent;
    const { id, household, input, revision } = row;
    const sent = await receive(trx, { id, input, from: { kind: 'box', household } });
    await settle(trx, household, sent, revision);
    return sent;
  }

  return {
    /** Until the bus is closed. */
    listen: () => bus.subscribe(waiting.hear),

    /**
     * The same again is the same draft under the same link.
     * @throws ProblemError box-not-authorised, too-many-requests, photo-unknown, category-unknown, bad-input, not-found
     */
    async open(box: BoxCaller, id: RequestId, input: RequestInput) {
      if (box.state !== 'authorised') throw new ProblemError('box-not-authorised');
      const today = await countGuess(store.db, `handover:${box.household}`, now(), now(-DAY_MS));
      if (today > OPENED_A_DAY) throw new ProblemError('too-many-requests');
      if (!(await photos.has(input.photos))) throw new ProblemError('photo-unknown');
      const opened = await store.transaction(async (trx) => {
        if (!(await lockHandover(trx, id))) await begin(trx, box, id, input);
        const row = await lockHandover(trx, id);
        if (row?.household !== box.household) return null;
        return { token: drafts.linkTo(row), draft: await shown(trx, row) };
      });
      return opened ?? drafts.refuse(id, box.household);
    },

    /** As it is, or as soon as it is past the revision `after`; within 20 s in any case. @throws ProblemError not-found */
    async follow(box: BoxCaller, id: RequestId, after: number): Promise<HandoverDraft> {
      const read = async () => {
        const row = await findHandover(store.db, id);
        if (!row) throw new ProblemError('not-found');
        return row.household === box.household ? draftOf(store.db, row, now()) : drafts.refuse(id, box.household);
      };
      let draft = await read();
      const left = Date.parse(draft.expiresAt) - runtime.clock();
      if (draft.revision > after || left <= 0) return draft;
      const watch = waiting.watch(id, Math.min(FOLLOW_MS, left));
      try {
        for (let goesOn = true; ; goesOn = await watch.changed()) {
          draft = await read();
          if (draft.revision > after || !goesOn) return draft;
        }
      } finally {
        watch.stop();
      }
    },

    /** This and all below: @throws ProblemError as `byLink` does. */
    openDraft: (token: string): Promise<PhoneDraft> =>
      drafts.byLink(token, 'change', async (trx, { row, category }) => {
        const { active: _, ...form } = category;
        const opened = row.state === 'waiting' ? await drafts.change(trx, row, {}) : row;
        return { draft: await shown(trx, opened), form };
      }),

    /** @throws ProblemError stale-revision */
    saveDraft: (token: string, given: z.output<(typeof saveDraft)['body']>): Promise<HandoverDraft> =>
      drafts.byLink(token, 'change', async (trx, { row, category }) => {
        if (row.revision !== given.revision) throw new ProblemError('stale-revision');
        const { where } = row.input;
        const input = {
          ...row.input,
          answers: known(given.answers, category),
          when: given.when,
          text: given.text,
          where: {
            kind: where.kind,
            place: where.kind === 'public' ? given.place : null,
            // Where somebody stood is more than what they told, where nobody is to know who they are.
            position: category.privacy === 'anonymous' ? null : given.position,
          },
        };
        return shown(trx, await drafts.change(trx, row, { input }));
      }),

    /** `upload` is asked for the bytes once it is known that the link is good. @throws ProblemError bad-input (too many) */
    async addPhoto(token: string, upload: () => Promise<Buffer>): Promise<HandoverDraft> {
      const most = REQUEST_LIMITS.photos;
      const refuse = () => new ProblemError('bad-input', { detail: TEXTS.mostPhotos(most) });
      await drafts.byLink(token, 'change', async (_trx, { row }) => {
        if (row.input.photos.length >= most) throw refuse();
      });
      const put = async () => photos.put(await upload());
      const photo = await put().catch(async (error: unknown) => {
        const { code } = toProblem(error);
        if (PHOTO_REFUSALS.includes(code)) await drafts.photoRefused(token, code);
        throw error;
      });
      return drafts.byLink(token, 'change', async (trx, { row }) => {
        const before = row.input.photos;
        if (before.includes(photo)) return shown(trx, row);
        if (before.length >= most) throw refuse();
        return shown(trx, await drafts.change(trx, row, { input: { ...row.input, photos: [...before, photo] } }));
      });
    },

    removePhoto: (token: string, photo: RequestPhotoId): Promise<HandoverDraft> =>
      drafts.byLink(token, 'change', async (trx, { row }) => {
        const left = row.input.photos.filter((each) => each !== photo);
        if (left.length === row.input.photos.length) return shown(trx, row);
        return shown(trx, await drafts.change(trx, row, { input: { ...row.input, photos: left } }));
      }),

    /** The JPEG's bytes. */
    async readPhoto(token: string, photo: RequestPhotoId): Promise<Buffer> {
      const isIn = await drafts.byLink(token, 'change', async (_trx, { row }) => row.input.photos.includes(photo));
      const bytes = isIn ? await photos.read(photo) : undefined;
      if (!bytes) throw new ProblemError('not-found');
      return bytes;
    },

    /** Sent again within its time it tells the same. @throws ProblemError as `Receive` does */
    send: (token: string): Promise<SentRequest> => newest(() => drafts.byLink(token, 'send', sendHeld)),

    /** The television's own, with what a phone has added meanwhile. @throws ProblemError as `Receive` does */
    sendFromBox: (household: RegionCode, id: RequestId, input: RequestInput): Promise<SentRequest> =>
      newest(() =>
        store.transaction(async (trx) => {
          const row = await findHandover(trx, id);
          const isWritten = row?.household === household && row.state === 'writing';
          const whole = isWritten ? joined(input, row.input) : input;
          const sent = await receive(trx, { id, input: whole, from: { kind: 'box', household } });
          await settle(trx, household, sent, row?.revision);
          return sent;
        }),
      ),

    /** Removes what has been over for long, and photos that nothing names. */
    async clear(): Promise<void> {
      await deleteEnded(store.db, now(), now(-KEEP_MS));
      await photos.dropUnused(runtime.clock() - PHOTO_KEEP_MS, (ids) => findNamed(store.db, ids));
    },
  };
}

export type HandoverService = ReturnType<typeof createHandoverService>;

/** Answers to questions that the form asks. */
const known = (answers: RequestInput['answers'], { fields }: RequestCategory): RequestInput['answers'] =>
  Object.fromEntries(
    fields.flatMap(({ code }) => {
      const answer = answers[code];
      return answer === undefined ? [] : [[code, answer]];
    }),
  );
