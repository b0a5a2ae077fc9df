// Who gets a new request: by its category and where it is; where nothing is set, the community it is in.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import type { RegionCode } from '../../../contract/regions.ts';
import type { RoutingRule, saveRouting } from '../../../contract/request-settings.ts';
import type { CategoryCode, Handler } from '../../../contract/requests.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { ancestorOf, chainOf, isWithin, kindOf } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { nameHandlers } from './names.ts';
import { type Cell, deleteRule, findCategory, findRegions, findRule, findRules, putRule } from './settings-store.ts';

type Trx = Transaction<Database>;
type Db = Kysely<Database> | Trx;

export function createRequestRouting({ store, runtime }: { store: Store; runtime: Runtime }) {
  const now = () => instantOf(runtime.clock());

  async function table(db: Db): Promise<{ items: RoutingRule[] }> {
    const rules = await findRules(db);
    const named = await nameHandlers(
      db,
      rules.map(({ handler }) => handler),
    );
    return { items: rules.map(({ category, region, handler }) => ({ category, region, to: named(handler) })) };
  }

  return {
    /** The most particular rule's; else the community's or town's own. Null: of the whole district, for a dispatcher. */
    async handlerFor(trx: Trx, category: CategoryCode, region: RegionCode): Promise<Handler | null> {
      const rule = await findRule(trx, category, chainOf(region));
      if (rule) return rule.handler;
      const office = ancestorOf(region, 'community') ?? region;
      return isOffice(office) ? { kind: 'region', region: office } : null;
    },

    async list(actor: Actor) {
      scopesOrRefuse(actor, 'request.read');
      return table(store.db);
    },

    /** @throws ProblemError not-found (the category), bad-input (no such region, or an office that is not the cell's) */
    async save(actor: Actor, cell: Cell, { to, reason }: z.output<(typeof saveRouting)['body']>) {
      allow(actor, 'request.manage', [cell.region]);
      const at = now();
      return store.transaction(async (trx) => {
        if (!(await findCategory(trx, cell.category))) throw new ProblemError('not-found');
        await checkRegions(trx, cell, to);
        await (to ? putRule(trx, { ...cell, to }, at) : deleteRule(trx, cell));
        const handler = to && (await nameHandlers(trx, [to]))(to).name;
        const action = to ? 'request-routing.save' : 'request-routing.remove';
        const entry = { action, subject: cell.category, region: cell.region };
        await recordAudit(trx, { at, actor, ...entry, detail: { ...(handler && { handler }), reason } });
        return table(trx);
      });
    },
  };
}

export type RequestRouting = ReturnType<typeof createRequestRouting>;

/** An office works for its own region: it is the cell's, or above it. */
async function checkRegions(trx: Trx, { region }: Cell, to: Handler | null): Promise<void> {
  const office = to?.kind === 'region' ? to.region : null;
  const there = await findRegions(trx, [region, ...(office ? [office] : [])]);
  const errors = [
    ...(there.includes(region) ? [] : [{ path: 'region', message: '没有这个地区' }]),
    ...(office === null || (there.includes(office) && isOffice(office) && isWithin(region, office))
      ? []
      : [{ path: 'to.region', message: '只能派给管这个地区的镇街或者社区' }]),
  ];
  if (errors.length > 0) throw new ProblemError('bad-input', { errors });
}

const isOffice = (region: RegionCode): boolean => ['town', 'community'].includes(kindOf(region));
