// Our alerts for other systems: CAP, the feed of what stands now, the emergency broadcast's message and receipt.
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { feedNode } from '../../../domain/cap/atom.ts';
import { toCap } from '../../../domain/cap/cap.ts';
import { capNode } from '../../../domain/cap/cap-document.ts';
import { ebmNumber, ebmReceipt, packetNumber, toEbm } from '../../../domain/cap/ebm.ts';
import { packetNode, receiptNode } from '../../../domain/cap/ebm-document.ts';
import { type Revision, warningOf } from '../../../domain/cap/released.ts';
import { isDeep } from '../../../domain/cap/wire-region.ts';
import { toEbmTime } from '../../../domain/cap/wire-time.ts';
import { writeXml } from '../../../domain/cap/xml-write.ts';
import { allow } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { CAP_TEXTS } from '../../texts/cap.zh-CN.ts';
import type { ReleasedAlert } from '../alerts/released.ts';
import type { Alerts } from './alerts-port.ts';
import { takeEbmNumber } from './store.ts';

export function createOutward(deps: { store: Store; runtime: Runtime; alerts: Alerts; platform: string }) {
  const { store, runtime, alerts, platform } = deps;

  /** The newest revision and those before it; `not-found` where there is none for this caller. `actor` null: anyone. */
  async function find(actor: Actor | null, id: AlertId): Promise<{ newest: ReleasedAlert; earlier: ReleasedAlert[] }> {
    const revisions = await alerts.revisions(id);
    const newest = revisions.at(-1);
    if (!newest) throw new ProblemError('not-found');
    if (!isPublic(newest)) {
      if (!actor) throw new ProblemError('not-found');
      allow(
        actor,
        'cap.manage',
        newest.regions.map(({ code }) => code),
      );
    }
    return { newest, earlier: revisions.slice(0, -1) };
  }

  async function messageNumber(id: AlertId, { item }: ReleasedAlert): Promise<string> {
    const day = toEbmTime(item.sentAt).slice(0, 10) as Day;
    const { number } = await store.transaction((trx) => takeEbmNumber(trx, id, item.revision, day));
    return ebmNumber(platform, item.sentAt, number);
  }

  return {
    async cap(actor: Actor | null, id: AlertId): Promise<string> {
      const { newest, earlier } = await find(actor, id);
      const names = new Map<RegionCode, string>(newest.regions.map(({ code, name }) => [code, name]));
      const warning = warningOf(revisionOf(newest), earlier.map(revisionOf));
      return writeXml(capNode(toCap(warning, (region) => names.get(region) ?? region)));
    },

    /** For everyone: what all screens of a community or more show anyway. `base`: this server's address. */
    async feed(base: string): Promise<string> {
      const standing = (await alerts.standing()).filter(isPublic);
      const entries = standing.map(({ item, regions }) => ({
        id: `urn:uuid:${item.id}`,
        title: item.title,
        url: `${base}/api/alerts/${item.id}/cap`,
        updatedAt: item.sentAt,
        summary: regions.map(({ name }) => name).join('、'),
      }));
      const newest = entries.map(({ updatedAt }) => updatedAt).sort();
      return writeXml(
        feedNode({
          url: `${base}/api/cap/feed`,
          title: CAP_TEXTS.feedTitle,
          author: CAP_TEXTS.feedAuthor,
          updatedAt: newest.at(-1) ?? instantOf(runtime.clock()),
          entries,
        }),
      );
    },

    async ebm(actor: Actor | null, id: AlertId): Promise<string> {
      const { newest, earlier } = await find(actor, id);
      const before = earlier.at(-1);
      const message = await messageNumber(id, newest);
      const numbers = {
        platform,
        message,
        packet: packetNumber(platform, Number(`${message.slice(platform.length)}0000`)),
        related: before ? await messageNumber(id, before) : null,
      };
      return writeXml(packetNode(toEbm(warningOf(revisionOf(newest), earlier.map(revisionOf)), numbers)));
    },

    async receipt(actor: Actor | null, id: AlertId): Promise<string> {
      const { newest } = await find(actor, id);
      const now = runtime.clock();
      const reach = await alerts.reach(id);
      const numbers = { platform, packet: packetNumber(platform, now), message: await messageNumber(id, newest) };
      const receipt = ebmReceipt({
        numbers,
        at: instantOf(now),
        state: stateOf(newest, now),
        ...reach,
        regions: newest.regions.map(({ code }) => code),
      });
      return writeXml(receiptNode(receipt));
    },
  };
}

/** A grid, a building or a household is named to nobody outside. */
const isPublic = ({ regions }: ReleasedAlert): boolean => !regions.some(({ code }) => isDeep(code));

const revisionOf = ({ item, regions }: ReleasedAlert): Revision => ({ item, regions: regions.map(({ code }) => code) });

function stateOf({ item }: ReleasedAlert, now: number) {
  if (!item.standing) return 'cancelled';
  if (now < Date.parse(item.validFrom)) return 'waiting';
  return now < Date.parse(item.validTo) ? 'under-way' : 'done';
}
