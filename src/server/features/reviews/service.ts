// How reviews are set: rules by region, words of the district; and what the notices' service needs to know of them.
import type { Kysely, Transaction } from 'kysely';
import type { z } from 'zod';
import { type Finding, REVIEW_STEPS } from '../../../contract/approvals.ts';
import { NOTICE_CATEGORIES } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { addWords, ReviewWord, RuleInForce, removeWords, saveRule } from '../../../contract/reviews.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { chainOf, DISTRICT } from '../../../domain/regions/code.ts';
import { mayChange, termsFor } from '../../../domain/review/rules.ts';
import type { ReviewContext } from '../../../domain/review/steps.ts';
import { foldWord } from '../../../domain/review/words.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { RegionService } from '../regions/service.ts';
import type { StaffService } from '../staff/service.ts';
import type { LinkCheck } from './links.ts';
import { machineCheck } from './machine-check.ts';
import {
  deleteRule,
  deleteWords,
  findAllRules,
  findRules,
  findStoodInFor,
  findWords,
  putRule,
  putWords,
} from './store.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Rules = Awaited<ReturnType<typeof findRules>>;

export function createReviewService(deps: {
  store: Store;
  runtime: Runtime;
  regions: RegionService;
  staff: StaffService;
  checkLink: LinkCheck;
}) {
  const { store, runtime } = deps;
  const now = () => instantOf(runtime.clock());

  async function knownRegion(actor: Actor, region: RegionCode): Promise<void> {
    scopesOrRefuse(actor, 'review.manage');
    allow(actor, 'review.manage', [region]);
    if (!(await deps.regions.names([region])).has(region)) throw new ProblemError('not-found');
  }

  const words = async (db: Db) => ({ items: await findWords(db) });

  return {
    /** What decides whose step a notice waits for. For the notices' service: checks no access of its own. */
    async context(db: Db, actor: Actor): Promise<ReviewContext> {
      const absent = await findStoodInFor(db, actor.id, dayOf(runtime.clock()));
      const standsInFor = await deps.staff.actors(
        db,
        absent.map(({ id }) => id),
      );
      return { rules: await findAllRules(db), standsInFor };
    },

    /** For the notices' service: checks no access of its own. Throws `review-stopped`. Waits for the links: no transaction. */
    machineCheck: (notice: Parameters<typeof machineCheck>[2]): Promise<Finding[]> =>
      machineCheck(store.db, deps.checkLink, notice),

    async rules(actor: Actor, region: RegionCode): Promise<{ items: RuleInForce[] }> {
      await knownRegion(actor, region);
      const rules = await findRules(store.db, chainOf(region));
      const cells = NOTICE_CATEGORIES.flatMap((category) => REVIEW_STEPS.map((step) => ({ region, category, step })));
      return { items: cells.map((cell) => inForce(rules, cell)) };
    },

    async saveRule(actor: Actor, input: z.output<(typeof saveRule)['body']>): Promise<RuleInForce> {
      const { terms, reason, ...cell } = input;
      await knownRegion(actor, cell.region);
      const chain = chainOf(cell.region);
      const at = now();
      return store.transaction(async (trx) => {
        const before = termsFor(await findRules(trx, chain), cell.region, cell.category, cell.step).terms;
        if (terms) await putRule(trx, { ...cell, ...terms, staff_id: actor.id, reason, at });
        else await deleteRule(trx, cell);
        const rules = await findRules(trx, chain);
        const after = terms ?? termsFor(rules, cell.region, cell.category, cell.step).terms;
        if (!mayChange(actor, cell, before, after)) throw new ProblemError('rule-refused');
        await recordAudit(trx, {
          at,
          actor,
          action: 'review.rule',
          subject: `${cell.region}/${cell.category}/${cell.step}`,
          region: cell.region,
          detail: { before, after, reason },
        });
        return inForce(rules, cell);
      });
    },

    async words(actor: Actor) {
      allow(actor, 'review.manage', [DISTRICT]);
      return words(store.db);
    },

    async addWords(actor: Actor, input: z.output<(typeof addWords)['body']>) {
      allow(actor, 'review.manage', [DISTRICT]);
      return changeWords(actor, 'review.words-add', input, (trx) => putWords(trx, distinct(input.words)));
    },

    async removeWords(actor: Actor, input: z.output<(typeof removeWords)['body']>) {
      allow(actor, 'review.manage', [DISTRICT]);
      return changeWords(actor, 'review.words-remove', input, (trx) => deleteWords(trx, input.words));
    },
  };

  async function changeWords(
    actor: Actor,
    action: string,
    { words: changed, reason }: { words: readonly unknown[]; reason: string },
    change: (trx: Transaction<Database>) => Promise<unknown>,
  ) {
    return store.transaction(async (trx) => {
      await change(trx);
      const detail = { count: changed.length, content: changed, reason };
      await recordAudit(trx, { at: now(), actor, action, subject: DISTRICT, region: DISTRICT, detail });
      return words(trx);
    });
  }
}

export type ReviewService = ReturnType<typeof createReviewService>;

function inForce(rules: Rules, cell: Pick<RuleInForce, 'region' | 'category' | 'step'>): RuleInForce {
  const { terms, rule } = termsFor(rules, cell.region, cell.category, cell.step);
  return {
    ...cell,
    ...terms,
    set: rule && { region: rule.region, regionName: rule.regionName, by: rule.by, at: rule.at, reason: rule.reason },
  };
}

/** A word that stands twice in the input counts as it stands last; one without a letter or digit matches nothing. */
function distinct(words: readonly ReviewWord[]): ReviewWord[] {
  const errors = words.flatMap(({ word }, index) =>
    foldWord(word) === '' ? [{ path: `words.${index}.word`, message: `“${word}”里没有文字` }] : [],
  );
  if (errors.length > 0) throw new ProblemError('bad-input', { errors });
  return [...new Map(words.map((each) => [foldWord(each.word), each])).values()];
}
