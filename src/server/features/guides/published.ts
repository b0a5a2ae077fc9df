// Guides as everyone has them: what is published, its parts of the catalogue, and how the first of them came in.
import type { Transaction } from 'kysely';
import { DEPARTMENTS, type Department } from '../../../contract/departments.ts';
import type { GuideInput, GuideNumber } from '../../../contract/guides.ts';
import { carry } from '../../../domain/guides/carry.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { CatalogueService } from '../catalogue/service.ts';
import { readingsOf } from './readings.ts';
import { findPublished, findPublishedGuide, insertPublished, isEmpty } from './store.ts';

export function createPublishedGuides(deps: {
  store: Store;
  runtime: Runtime;
  catalogue: Pick<CatalogueService, 'hold' | 'put'>;
}) {
  const { store, runtime, catalogue } = deps;

  async function restate(trx: Transaction<Database>, departments: readonly Department[] = DEPARTMENTS): Promise<void> {
    await catalogue.hold(trx);
    const published = await findPublished(trx, departments);
    const parts = departments.map((department) => ({
      region: DISTRICT,
      name: `guides/${department}`,
      body: published.filter(({ content }) => content.department === department).map(({ content }) => carried(content)),
    }));
    await catalogue.put(trx, ...parts);
  }

  return {
    /** Puts the departments' parts of the catalogue as they are published now. */
    restate,

    find: (number: GuideNumber) => findPublishedGuide(store.db, number),

    /** By number, each with when it was published. */
    all: () => findPublished(store.db, DEPARTMENTS),

    /** Published as they are, into a store without any guide: the product's own. Checks no access of its own. */
    async bringIn(read: () => Promise<readonly GuideInput[]>): Promise<void> {
      if (!(await isEmpty(store.db))) return;
      const contents = await read();
      await store.transaction(async (trx) => {
        // Of two processes that start at once, one finds what the other brought.
        await catalogue.hold(trx);
        if (!(await isEmpty(trx))) return;
        const at = instantOf(runtime.clock());
        await insertPublished(trx, contents.map(unconfirmed), at);
        await restate(trx);
        const detail = { count: contents.length };
        await recordAudit(trx, { at, actor: null, action: 'guide.seed', subject: DISTRICT, region: DISTRICT, detail });
      });
    },
  };
}

export type PublishedGuides = ReturnType<typeof createPublishedGuides>;

/** Only the move `confirm` says that somebody has looked. */
export const unconfirmed = (input: GuideInput): GuideInput => ({ ...input, verified: false });

function carried(guide: GuideInput) {
  const readings = readingsOf(guide);
  return carry(
    guide,
    readings.map(({ text }) => text),
  );
}
