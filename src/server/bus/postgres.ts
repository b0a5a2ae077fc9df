// The bus by LISTEN/NOTIFY of the store: it fires with the commit, so nothing is announced that is not stored.
import { RegionCode } from '../../contract/regions.ts';
import { notify, type Store, type Unlisten } from '../store/store.ts';
import type { Announcement, Bus } from './port.ts';

const CHANNEL = 'linli_feed';

/** Needs nothing but the store; the embedded one has a single process, which hears itself. */
export function createBus(store: Store): Bus {
  const subscriptions = new Set<Unlisten>();
  return {
    async announce(trx, announcements) {
      const payloads = announcements.map(({ region, seq }) => `${region} ${seq}`);
      await notify(trx, CHANNEL, payloads);
    },
    async subscribe(handler) {
      const unlisten = await store.listen(
        CHANNEL,
        (payload) => {
          const announcement = read(payload);
          if (announcement) handler({ kind: 'announced', ...announcement });
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
function read(payload: string): Announcement | undefined {
  const [code, digits, ...rest] = payload.split(' ');
  const region = RegionCode.safeParse(code);
  const seq = Number(digits);
  if (!region.success || !Number.isSafeInteger(seq) || seq < 1 || rest.length > 0) return undefined;
  return { region: region.data, seq };
}
