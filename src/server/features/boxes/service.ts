// The fleet: what boxes need to know, what they report, how staff see and steer them.
import type { z } from 'zod';
import type { BoxHome, BoxOrder, BoxReport } from '../../../contract/boxes.ts';
import type { Box, BoxDetail, FleetRow, listBoxes } from '../../../contract/fleet.ts';
import type { BoxId, CommandId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { BEHIND_AFTER_MS, standingOf } from '../../../domain/boxes/standing.ts';
import { ancestorOf, chainOf, childWidth } from '../../../domain/regions/code.ts';
import { almanacFrom } from '../../../domain/time/almanac.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { Bus } from '../../bus/port.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { parseCursor } from '../../push/cursor.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { BoxSettingsService } from '../box-settings/service.ts';
import type { Favourites } from '../catalogue/favourites.ts';
import type { CatalogueService } from '../catalogue/service.ts';
import type { HouseholdService } from '../households/service.ts';
import type { RegionService } from '../regions/service.ts';
import { type Credentials, ROTATE_AFTER_MS } from './credentials.ts';
import { type FleetBox, findFleetBox, type Moment, pageOfFleet, sumFleet, sumHouseholds } from './fleet-store.ts';
import {
  appendLog,
  countBoxes,
  findBox,
  findCommands,
  findCredential,
  findHeads,
  findLog,
  findState,
  finishCommand,
  insertCommand,
  touchBox,
  updateReport,
} from './store.ts';

const ALMANAC_DAYS = 7;
const LOG_KEPT = 200;
const LOG_SHOWN = 100;
const COMMANDS_SHOWN = 20;

export function createBoxService(deps: {
  store: Store;
  runtime: Runtime;
  bus: Bus;
  regions: RegionService;
  credentials: Credentials;
  households: HouseholdService;
  settings: BoxSettingsService;
  catalogue: Pick<CatalogueService, 'version'>;
  favourites: Pick<Favourites, 'of'>;
}) {
  const { store, runtime, bus } = deps;
  const at = () => instantOf(runtime.clock());
  const moment = (): Moment => ({ now: at(), settled: instantOf(runtime.clock() - BEHIND_AFTER_MS) });
  const toBox = (row: FleetBox): Box => boxOf(row, runtime.clock());

  async function read(actor: Actor, id: BoxId): Promise<BoxDetail> {
    scopesOrRefuse(actor, 'box.read');
    const row = await findFleetBox(store.db, id, moment());
    if (!row || !can(actor, 'box.read', row.household)) throw new ProblemError('not-found');
    const [box, state, credential, pin, heads, settings, log, commands] = await Promise.all([
      findBox(store.db, id),
      findState(store.db, id),
      findCredential(store.db, id),
      deps.households.pinState(row.household),
      findHeads(store.db, chainOf(row.household)),
      deps.settings.effective(row),
      findLog(store.db, id, LOG_SHOWN),
      findCommands(store.db, id, COMMANDS_SHOWN),
    ]);
    if (!box || !state) throw new ProblemError('not-found');
    const at = {
      received: cursorOf(state.received),
      verified: cursorOf(state.verified),
      rendered: cursorOf(state.rendered),
    };
    return {
      ...toBox(row),
      chipId: box.chip_id,
      twoWay: box.two_way,
      hd: box.hd,
      engine: state.engine,
      screen: state.screen,
      memoryMb: state.memory_mb,
      errors: state.errors,
      reportedAt: state.reported_at,
      onlineSince: row.online ? state.online_since : null,
      credentialAt: credential?.issued_at ?? null,
      pin,
      feeds: heads.map(({ code, short_name, seq }) => ({
        region: code,
        name: short_name,
        desired: seq ?? 0,
        received: at.received.get(code) ?? null,
        verified: at.verified.get(code) ?? null,
        rendered: at.rendered.get(code) ?? null,
      })),
      settings,
      log,
      commands: commands.map((row) => ({
        id: row.id,
        order: row.command,
        by: row.by,
        at: row.at,
        doneAt: row.done_at,
      })),
    };
  }

  return {
    read,

    /** What a box asks for at its start; counts as having been seen. */
    async home(caller: BoxCaller): Promise<BoxHome> {
      const now = runtime.clock();
      const code = ancestorOf(caller.household, 'community') ?? caller.household;
      const [names, box] = await Promise.all([deps.regions.names([code]), findBox(store.db, caller.id)]);
      if (!box) throw new ProblemError('not-found');
      const [settings, catalogue, favourites] = await Promise.all([
        deps.settings.effective(box),
        deps.catalogue.version(),
        deps.favourites.of(caller.household),
      ]);
      await touchBox(store.db, caller.id, instantOf(now));
      return {
        id: caller.id,
        state: caller.state,
        community: { code, name: names.get(code) ?? '' },
        chain: chainOf(caller.household),
        settings,
        rotate: now - Date.parse(caller.credentialAt) > ROTATE_AFTER_MS,
        almanac: almanacFrom(now, ALMANAC_DAYS),
        catalogue,
        favourites,
        serverTime: instantOf(now),
      };
    },

    rotate: async (caller: BoxCaller) => ({ token: await deps.credentials.rotate(caller.id) }),

    /** An instance that comes back after a newer one is a second box with the same credential. */
    async report(caller: BoxCaller, report: BoxReport): Promise<void> {
      const state = await findState(store.db, caller.id);
      const restarted = state?.instance !== report.instance;
      if (restarted && state?.former_instance === report.instance) await deps.credentials.suspect(caller.id);
      const chain = chainOf(caller.household);
      const total = (cursor: string) => {
        const at = cursorOf(cursor);
        return chain.reduce((sum, region) => sum + (at.get(region) ?? 0), 0);
      };
      await updateReport(store.db, caller.id, {
        ...(restarted && { instance: report.instance, former_instance: state?.instance ?? null }),
        app: report.app,
        engine: report.engine,
        screen: report.screen,
        memory_mb: report.memoryMb,
        errors: report.errors,
        received: report.received,
        verified: report.verified,
        rendered: report.rendered,
        received_total: total(report.received),
        verified_total: total(report.verified),
        rendered_total: total(report.rendered),
        reported_at: at(),
        last_seen_at: at(),
      });
      await appendLog(store.db, caller.id, report.log, LOG_KEPT);
    },

    async acknowledge(caller: BoxCaller, id: CommandId): Promise<void> {
      await finishCommand(store.db, caller.id, id, at());
    },

    async list(actor: Actor, query: z.output<(typeof listBoxes)['query']>) {
      const own = scopesOrRefuse(actor, 'box.read');
      const { region, page, pageSize, suspect, ...filter } = query;
      if (region) allow(actor, 'box.read', [region]);
      const scopes = region ? [region] : own;
      const part = { offset: (page - 1) * pageSize, limit: pageSize };
      const found = await pageOfFleet(store.db, { ...filter, suspect: suspect === '1', scopes, ...part }, moment());
      return { items: found.rows.map(toBox), total: found.total, page, pageSize };
    },

    /** A row for each child of `parent`, or for each region the actor holds. */
    async fleet(actor: Actor, parent: RegionCode | undefined): Promise<{ items: FleetRow[] }> {
      scopesOrRefuse(actor, 'box.read');
      if (parent) allow(actor, 'box.read', [parent]);
      const { items: regions } = await deps.regions.children(actor, parent);
      const tops = parent ? [parent] : regions.map(({ code }) => code);
      const widthOf = (top: RegionCode) => (parent ? childWidth(parent) : top.length);
      const [boxes, households] = await Promise.all([
        Promise.all(tops.map((top) => sumFleet(store.db, top, widthOf(top), moment()))),
        Promise.all(tops.map((top) => sumHouseholds(store.db, top, widthOf(top)))),
      ]);
      const sums = new Map(boxes.flat().map((row) => [row.code, row]));
      const homes = new Map(households.flat().map((row) => [row.code, row.households]));
      return {
        items: regions.map(({ code, shortName, hasChildren }) => ({
          region: code,
          name: shortName,
          hasChildren,
          households: homes.get(code) ?? 0,
          boxes: sums.get(code)?.boxes ?? 0,
          online: sums.get(code)?.online ?? 0,
          behind: sums.get(code)?.behind ?? 0,
          bound: sums.get(code)?.bound ?? 0,
          suspect: sums.get(code)?.suspect ?? 0,
        })),
      };
    },

    async command(actor: Actor, id: BoxId, order: BoxOrder): Promise<BoxDetail> {
      scopesOrRefuse(actor, 'box.manage');
      const row = await findFleetBox(store.db, id, moment());
      if (!row || !can(actor, 'box.manage', row.household)) throw new ProblemError('not-found');
      if (!row.online) throw new ProblemError('box-offline');
      const command = { id: runtime.uuids() as CommandId, order };
      await store.transaction(async (trx) => {
        await insertCommand(trx, { id: command.id, box: id, order, staff: actor.id, at: at() });
        const detail = { ...order };
        await recordAudit(trx, { at: at(), actor, action: 'box.command', subject: id, region: row.household, detail });
        await bus.tell(trx, { to: { box: id }, what: command });
      });
      return read(actor, id);
    },

    /** Boxes in a region. For other services: checks no access of its own. */
    async count(region: RegionCode): Promise<number> {
      return (await countBoxes(store.db, region)).count;
    },
  };
}

export type BoxService = ReturnType<typeof createBoxService>;

const cursorOf = (text: string) => parseCursor(text) ?? new Map<RegionCode, number>();

const boxOf = (row: FleetBox, now: number): Box => ({
  id: row.id,
  name: row.name,
  household: row.household,
  place: row.place,
  state: row.state,
  standing: standingOf({
    online: row.online,
    seen: row.last_seen_at !== null,
    desired: row.desired,
    rendered: row.rendered_total,
    changedAt: row.changed_at === null ? null : Date.parse(row.changed_at),
    now,
  }),
  lastSeenAt: row.last_seen_at,
  smartCard: row.smart_card,
  model: row.model,
  app: row.app,
  position: {
    desired: row.desired,
    received: row.received_total,
    verified: row.verified_total,
    rendered: row.rendered_total,
  },
  suspectSince: row.suspect_since,
});
