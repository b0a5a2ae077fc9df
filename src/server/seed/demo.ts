// The demo district: staff with random passwords, homes with boxes, notices that went the whole way through review.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { NoticeInput } from '../../contract/notices.ts';
import { RegionCode } from '../../contract/regions.ts';
import { ANY_TIME } from '../../contract/schedule.ts';
import type { Actor } from '../../domain/access/can.ts';
import type { AlertTemplates } from '../features/alerts/templates.ts';
import type { Accounts } from '../features/bills/accounts.ts';
import type { Bindings } from '../features/boxes/bindings.ts';
import type { OfferService } from '../features/broadband/offers.ts';
import type { Senders } from '../features/cap/senders.ts';
import type { NoticeService } from '../features/notices/service.ts';
import type { PlaceService } from '../features/places/service.ts';
import type { ReviewService } from '../features/reviews/service.ts';
import { temporaryPassword } from '../features/staff/passwords.ts';
import type { StaffService } from '../features/staff/service.ts';
import { writePrivately } from '../keys.ts';
import { instantOf, type Runtime } from '../runtime.ts';
import type { Store } from '../store/store.ts';
import { seedAlertTemplates } from './demo-alerts.ts';
import { seedCapSender } from './demo-cap.ts';
import { DEMO_DELEGATIONS, DEMO_NOTICES, DEMO_PLAN, DEMO_STAFF, type DemoNotice } from './demo-data.ts';
import { demoHomes, seedHomes } from './demo-homes.ts';
import { DEMO_OFFERS, DEMO_PLACES } from './demo-places.ts';
import { type DemoRequestDeps, seedRequests } from './demo-requests.ts';
import { seedAccounts } from './providers/accounts.ts';

/** The secrets of the demo: printed by the first start, and kept in a file only its owner can read. */
const DemoSheet = z.object({
  staff: z.array(z.object({ account: z.string(), name: z.string(), duty: z.string(), password: z.string() })),
  boxes: z.array(z.object({ household: RegionCode, place: z.string(), name: z.string(), token: z.string() })),
});
export type DemoSheet = z.infer<typeof DemoSheet>;

export const DEMO_SHEET = 'demo-accounts.json';
const DAY_MS = 86_400_000;
const REVIEW_MOVES = ['review-first', 'review-second', 'sign-off'] as const;

export interface DemoDeps extends DemoRequestDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly staff: StaffService;
  readonly bindings: Bindings;
  readonly notices: NoticeService;
  readonly reviews: ReviewService;
  readonly alertTemplates: AlertTemplates;
  readonly senders: Senders;
  readonly places: Pick<PlaceService, 'bringIn'>;
  readonly offers: Pick<OfferService, 'bringIn'>;
  readonly accounts: Accounts;
  readonly dataDir: string;
  /** Instead of random ones, for tests. */
  readonly password: string | undefined;
}

/**
 * Brings the demo into a store without staff, or to its end where an earlier start was killed on the way: the secrets
 * are written down before they are used. Undefined in a store that is somebody's own. `fresh`: the secrets are new.
 */
export async function seedDemo(deps: DemoDeps): Promise<{ sheet: DemoSheet; fresh: boolean } | undefined> {
  if (!(await isDemo(deps))) return undefined;
  const file = path.join(deps.dataDir, DEMO_SHEET);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  const sheet = known === undefined ? await makeSheet(deps) : DemoSheet.parse(JSON.parse(known));
  if (known === undefined) await writePrivately(file, `${JSON.stringify(sheet, null, 2)}\n`);
  await seedHomes(deps, sheet.boxes);
  const actors = await seedStaff(deps, sheet);
  await seedRules(deps, actors);
  await seedNotices(deps, actors);
  const [author, approver] = [actors.get('district'), actors.get('review')];
  if (author && approver) await seedAlertTemplates(deps.alertTemplates, { author, approver });
  if (author) await seedCapSender(deps.senders, author);
  await deps.places.bringIn(DEMO_PLACES);
  await deps.offers.bringIn(DEMO_OFFERS);
  const operator = actors.get('operator');
  if (operator) await seedAccounts(deps.accounts, operator);
  await seedRequests(deps, actors);
  return { sheet, fresh: known === undefined };
}

/** Is the store a demo's, or will it be one? */
export async function isDemo({ staff, dataDir }: Pick<DemoDeps, 'dataDir'> & { staff: Pick<StaffService, 'anyone'> }) {
  return existsSync(path.join(dataDir, DEMO_SHEET)) || !(await staff.anyone());
}

async function makeSheet({ store, runtime, password }: DemoDeps): Promise<DemoSheet> {
  const homes = await demoHomes(store);
  return {
    staff: DEMO_STAFF.map(({ account, name, duty }) => ({
      account,
      name,
      duty,
      password: password ?? temporaryPassword(runtime.random),
    })),
    boxes: homes.map((home) => ({ ...home, token: runtime.random(24).toString('base64url') })),
  };
}

/** The people of the demo by account. */
async function seedStaff({ staff }: DemoDeps, sheet: DemoSheet): Promise<Map<string, Actor>> {
  const actors = new Map<string, Actor>();
  for (const { account, name, role, region, department } of DEMO_STAFF) {
    const grants = [{ role, region: RegionCode.parse(region), department: department ?? null }];
    const password = sheet.staff.find((each) => each.account === account)?.password;
    // Their duty came later than this demo.
    if (password === undefined) continue;
    const id = await staff.ensure({ account, name, password, mustChange: false }, grants);
    actors.set(account, { id, name, grants });
  }
  return actors;
}

/** Activities of some communities are looked at first by the community itself. */
async function seedRules({ reviews }: DemoDeps, actors: ReadonlyMap<string, Actor>): Promise<void> {
  const district = actors.get('district');
  if (!district) throw new Error('the demo has no district');
  for (const code of DEMO_DELEGATIONS) {
    const region = RegionCode.parse(code);
    const { items } = await reviews.rules(district, region);
    const cell = { region, category: 'activity', step: 'first' } as const;
    if (items.some(({ category, step, set }) => category === cell.category && step === cell.step && set)) continue;
    const terms = { level: 'community', hours: 24 } as const;
    await reviews.saveRule(district, { ...cell, terms, reason: '社区活动由社区自己初审' });
  }
}

/** Through the same review as every notice; those whose title is there already are left as they are. */
async function seedNotices(deps: DemoDeps, actors: ReadonlyMap<string, Actor>): Promise<void> {
  const plan = { ...DEMO_PLAN, text: await readFile(new URL('./plan-2015.md', import.meta.url), 'utf8') };
  const rows = await deps.store.db.selectFrom('notice').select('title').where('state', '!=', 'draft').execute();
  const there = new Set(rows.map((row) => row.title));
  for (const notice of [plan, ...DEMO_NOTICES]) {
    if (there.has(notice.title)) continue;
    const author = actors.get(notice.author);
    if (!author) throw new Error(`a demo notice without its author: ${notice.title}`);
    const { id } = await deps.notices.create(author, inputOf(notice, deps.runtime.clock()));
    await deps.notices.move(author, id, { move: 'submit', revision: 1 });
    for (const [index, account] of notice.reviewers.entries()) {
      const reviewer = actors.get(account);
      const move = REVIEW_MOVES[index];
      if (!reviewer || !move) throw new Error(`a demo notice without its reviewers: ${notice.title}`);
      await deps.notices.move(reviewer, id, { move, revision: 1 });
    }
  }
}

function inputOf(notice: DemoNotice, now: number): NoticeInput {
  const { title, source, category, text, pinned, days } = notice;
  return {
    title,
    source,
    category,
    text,
    pinned,
    regions: notice.regions.map((code) => RegionCode.parse(code)),
    validFrom: instantOf(now),
    validTo: instantOf(now + days * DAY_MS),
    schedule: notice.schedule ?? ANY_TIME,
    placements: notice.placements ?? [],
    weight: notice.weight ?? 1,
  };
}
