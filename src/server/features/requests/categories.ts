// Categories of requests: kept by the district's office, carried by every box.
import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { CarriedCategory } from '../../../contract/box-requests.ts';
import type { StoredCategory, saveCategory } from '../../../contract/request-settings.ts';
import type { CategoryCode, RequestCategory } from '../../../contract/requests.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { categoryFaults } from '../../../domain/requests/category.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { CatalogueService } from '../catalogue/service.ts';
import { findCategories, findCategory, hasCategories, putCategory, putRule, type Rule } from './settings-store.ts';

const PART = 'requests';
type Trx = Transaction<Database>;

export function createRequestCategories(deps: {
  store: Store;
  runtime: Runtime;
  catalogue: Pick<CatalogueService, 'hold' | 'put'>;
}) {
  const { store, runtime, catalogue } = deps;
  const now = () => instantOf(runtime.clock());

  async function restate(trx: Trx): Promise<void> {
    await catalogue.hold(trx);
    const body = (await findCategories(trx)).flatMap(({ content }) => carried(content));
    await catalogue.put(trx, { region: DISTRICT, name: PART, body });
  }

  return {
    restate,

    /** Switched off or not. For other services: checks no access. */
    async find(trx: Trx, code: CategoryCode): Promise<{ category: RequestCategory } | undefined> {
      const row = await findCategory(trx, code);
      return row && { category: row.content };
    },

    /** In their order, those that are switched off too. For other services: checks no access. */
    all: async (trx: Trx): Promise<StoredCategory[]> => (await findCategories(trx)).map(storedOf),

    /** Into a store without categories, with who gets what; what is there already is left as it is. */
    async bringIn(categories: readonly RequestCategory[], rules: readonly Rule[]): Promise<void> {
      if (await hasCategories(store.db)) return;
      await store.transaction(async (trx) => {
        // Of two processes that start at once, one finds what the other brought.
        await catalogue.hold(trx);
        if (await hasCategories(trx)) return;
        const at = now();
        for (const category of categories) await putCategory(trx, category, 1, at);
        for (const rule of rules) await putRule(trx, rule, at);
        await restate(trx);
        const entry = { at, actor: null, action: 'request-category.seed', subject: DISTRICT, region: DISTRICT };
        await recordAudit(trx, { ...entry, detail: { count: categories.length } });
      });
    },

    async list(actor: Actor): Promise<{ items: StoredCategory[] }> {
      scopesOrRefuse(actor, 'request.read');
      return { items: (await findCategories(store.db)).map(storedOf) };
    },

    /** @throws ProblemError bad-input (its form, or another code than the address says), stale-revision */
    async save(
      actor: Actor,
      code: CategoryCode,
      { category, revision }: z.output<(typeof saveCategory)['body']>,
    ): Promise<StoredCategory> {
      allow(actor, 'request.manage', [DISTRICT]);
      const errors = [
        ...(category.code === code ? [] : [{ path: 'code', message: '编码和地址里的不一样' }]),
        ...categoryFaults(category),
      ].map(({ path, message }) => ({ path: `category.${path}`, message }));
      if (errors.length > 0) throw new ProblemError('bad-input', { errors });
      const at = now();
      return store.transaction(async (trx) => {
        await catalogue.hold(trx);
        const before = await findCategory(trx, code);
        if ((before?.revision ?? 0) !== revision) throw new ProblemError('stale-revision');
        await putCategory(trx, category, revision + 1, at);
        const action = before ? 'request-category.edit' : 'request-category.create';
        const detail = { name: category.name, active: category.active };
        await recordAudit(trx, { at, actor, action, subject: code, region: DISTRICT, detail });
        await restate(trx);
        return { ...category, revision: revision + 1 };
      });
    },
  };
}

export type RequestCategories = ReturnType<typeof createRequestCategories>;

function carried({ active, ...category }: RequestCategory): CarriedCategory[] {
  return active ? [category] : [];
}

const storedOf = ({ content, revision }: { content: RequestCategory; revision: number }): StoredCategory => ({
  ...content,
  revision,
});
