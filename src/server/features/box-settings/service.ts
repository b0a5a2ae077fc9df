// Settings at a distance: saved as versions, told to the boxes they concern.
import type { z } from 'zod';
import type { BoxSettings, SettingScope, SettingVersion, saveSettings } from '../../../contract/box-settings.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { type Actor, can } from '../../../domain/access/can.ts';
import { scopeKey, scopeOf, scopesFor, settingsFor } from '../../../domain/boxes/settings.ts';
import { chainOf, DISTRICT } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { Bus } from '../../bus/port.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { findBox, findBoxNames, findCurrent, findHistory, findInForce, findRegions, insertVersion } from './store.ts';

type Row = Awaited<ReturnType<typeof findHistory>>[number];

export function createBoxSettingsService(deps: { store: Store; runtime: Runtime; bus: Bus }) {
  const { store, runtime, bus } = deps;

  /** The region that answers for a scope: a model is the district's. */
  async function regionOf(scope: SettingScope): Promise<RegionCode> {
    if (scope.kind === 'model') return DISTRICT;
    if (scope.kind === 'box') {
      const box = await findBox(store.db, scope.box);
      if (!box) throw new ProblemError('not-found');
      return box.household;
    }
    const [region] = await findRegions(store.db, [scope.region]);
    if (!region) throw new ProblemError('not-found');
    return scope.region;
  }

  async function named(rows: readonly Row[]): Promise<SettingVersion[]> {
    const scopes = rows.map((row) => scopeOf(row.scope));
    const [regions, boxes] = await Promise.all([
      findRegions(
        store.db,
        scopes.flatMap((scope) => (scope.kind === 'region' ? [scope.region] : [])),
      ),
      findBoxNames(
        store.db,
        scopes.flatMap((scope) => (scope.kind === 'box' ? [scope.box] : [])),
      ),
    ]);
    const nameOf = (scope: SettingScope): string => {
      if (scope.kind === 'model') return scope.model;
      if (scope.kind === 'box') return boxes.find(({ id }) => id === scope.box)?.name ?? '';
      return regions.find(({ code }) => code === scope.region)?.short_name ?? '';
    };
    return rows.map(({ scope: key, ...row }) => {
      const scope = scopeOf(key);
      return { ...row, scope, scopeName: nameOf(scope) };
    });
  }

  return {
    /** What holds for a box. For other services: checks no access of its own. */
    async effective(box: { id: BoxId; household: RegionCode; model: string | null }): Promise<BoxSettings> {
      const scopes = scopesFor({ id: box.id, chain: chainOf(box.household), model: box.model });
      const rows = await findInForce(store.db, scopes.map(scopeKey));
      return settingsFor(scopes, new Map(rows.map((row) => [row.scope, row.settings])));
    },

    /** Of the scopes the actor may see: all of a district, else those of the own regions. */
    async list(actor: Actor) {
      scopesOrRefuse(actor, 'box.manage');
      const rows = await findCurrent(store.db);
      const seen: Row[] = [];
      for (const row of rows) if (can(actor, 'box.manage', await regionOf(scopeOf(row.scope)))) seen.push(row);
      return { items: await named(seen) };
    },

    async history(actor: Actor, scope: SettingScope) {
      scopesOrRefuse(actor, 'box.manage');
      allow(actor, 'box.manage', [await regionOf(scope)]);
      return { items: await named(await findHistory(store.db, scopeKey(scope))) };
    },

    async save(actor: Actor, input: z.output<(typeof saveSettings)['body']>): Promise<SettingVersion> {
      scopesOrRefuse(actor, 'box.manage');
      const region = await regionOf(input.scope);
      allow(actor, 'box.manage', [region]);
      const scope = scopeKey(input.scope);
      const at = instantOf(runtime.clock());
      await store.transaction(async (trx) => {
        const [newest] = await findHistory(trx, scope);
        const version = input.after + 1;
        if ((newest?.version ?? 0) !== input.after) throw new ProblemError('setting-stale');
        const { settings, reason } = input;
        if (!(await insertVersion(trx, { scope, version, settings, reason, staff: actor.id, at })))
          throw new ProblemError('setting-stale');
        const detail = { version, settings, reason };
        await recordAudit(trx, { at, actor, action: 'box-settings.save', subject: scope, region, detail });
        await bus.tell(
          trx,
          input.scope.kind === 'box'
            ? { to: { box: input.scope.box }, what: 'refresh' }
            : { to: { region }, what: 'refresh' },
        );
      });
      const [saved] = await named((await findHistory(store.db, scope)).slice(0, 1));
      if (!saved) throw new Error(`${scope} was saved and is not there`);
      return saved;
    },
  };
}

export type BoxSettingsService = ReturnType<typeof createBoxSettingsService>;
