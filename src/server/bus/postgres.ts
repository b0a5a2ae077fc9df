// The bus by LISTEN/NOTIFY of the store: it fires with the commit, so nothing is announced that is not stored.
import { z } from 'zod';
import { BoxCommand } from '../../contract/boxes.ts';
import { BoxId, RequestId } from '../../contract/ids.ts';
import { RegionCode } from '../../contract/regions.ts';
import { notify, type Store, type Unlisten } from '../store/store.ts';
import type { Announcement, Bus, Word } from './port.ts';

/** One for all, so that a gap is told once and the order of commits holds across kinds. */
const CHANNEL = 'linli';

const WordShape = z.union([
  z.object({
    to: z.object({ box: BoxId }),
    what: z.union([z.enum(['disconnect', 'refresh']), BoxCommand]),
  }),
  z.object({ to: z.object({ region: RegionCode }), what: z.enum(['refresh', 'trust']) }),
  z.object({ to: z.object({ handover: RequestId }), what: z.literal('changed') }),
]);

/** Needs nothing but the store; the embedded one has a single process, which hears itself. */
export function createBus(store: Store): Bus {
  const subscriptions = new Set<Unlisten>();
  return {
    async announce(trx, announcements) {
      const payloads = announcements.map(({ region, seq }) => `${region} ${seq}`);
      await notify(trx, CHANNEL, payloads);
    },
    tell: (trx, word) => notify(trx, CHANNEL, [JSON.stringify(word)]),
    async subscribe(handler) {
      const unlisten = await store.listen(
        CHANNEL,
        (payload) => {
          const event = payload.startsWith('{') ? readWord(payload) : readAnnouncement(payload);
          if (event) handler(event);
        },
        () => handler({ kind: 'gap' }),
      );
      subscriptions.add(unlisten);
      return async () => {
        if (subscriptions.delete(unlisten)) await unlisten();
      };
    },
    async close() {
      const open = [...subscriptions];
      subscriptions.clear();
      for (const unlisten of open) await unlisten();
    },
  };
}

/** Undefined for what someone else wrote into the channel. */
function readAnnouncement(payload: string): ({ kind: 'announced' } & Announcement) | undefined {
  const [code, digits, ...rest] = payload.split(' ');
  const region = RegionCode.safeParse(code);
  const seq = Number(digits);
  if (!region.success || !Number.isSafeInteger(seq) || seq < 1 || rest.length > 0) return undefined;
  return { kind: 'announced', region: region.data, seq };
}

function readWord(payload: string): { kind: 'told'; word: Word } | undefined {
  try {
    const word = WordShape.safeParse(JSON.parse(payload));
    return word.success ? { kind: 'told', word: word.data } : undefined;
  } catch {
    return undefined;
  }
}
