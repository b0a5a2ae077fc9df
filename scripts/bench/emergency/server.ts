// The server's process of the emergency benchmark: the whole server, and two people of the district.
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { AlertTemplateInput } from '../../../src/contract/alert-templates.ts';
import type { AlertInput } from '../../../src/contract/alerts.ts';
import type { AlertTemplateId, StaffId } from '../../../src/contract/ids.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import { DISTRICT } from '../../../src/domain/regions/code.ts';
import { type AlertService, createAlertService } from '../../../src/server/features/alerts/service.ts';
import { createAlertTemplates } from '../../../src/server/features/alerts/templates.ts';
import type { FeedService } from '../../../src/server/features/feed/service.ts';
import { createRegionService } from '../../../src/server/features/regions/service.ts';
import { createStaffService } from '../../../src/server/features/staff/service.ts';
import { systemRuntime as runtime } from '../../../src/server/runtime.ts';
import { seedHomes } from '../homes.ts';
import type { Started } from '../push/protocol.ts';
import { startTarget } from '../target.ts';
import type { ServerCommand } from './protocol.ts';

interface Office {
  readonly alerts: AlertService;
  /** The same, where somebody changes what is written into the store. */
  readonly spoilt: AlertService;
  readonly people: readonly [Actor, Actor];
  readonly template: { readonly id: AlertTemplateId; readonly version: number };
}

let office: Office | undefined;

async function carryOut(command: ServerCommand): Promise<unknown> {
  if (command.do === 'start') return start(command.boxes);
  if (!office) throw new Error('not started');
  const { alerts, spoilt, people, template } = office;
  switch (command.do) {
    case 'prepare':
      return (await alerts.prepare(people[0], inputOf(template))).id;
    case 'release':
      await alerts.move(people[1], command.id, { move: 'release', revision: 1 });
      return 0;
    case 'forge': {
      const { id } = await spoilt.prepare(people[0], inputOf(template));
      await spoilt.move(people[1], id, { move: 'release', revision: 1 });
      return 0;
    }
    case 'delivery': {
      const { rendered, p99Ms } = (await alerts.delivery(people[0], command.id)).total;
      return { rendered, p99Ms };
    }
  }
}

async function start(boxes: number): Promise<Started> {
  const target = await startTarget({ regions: 1, masterKey: randomBytes(32), port: 0 });
  const { store, port, communities, ticketKey, feed } = target;
  await seedHomes(store, communities, boxes, 'authorised');
  const regions = createRegionService({ store });
  const staff = createStaffService({ store, runtime });
  const person = async (account: string): Promise<Actor> => {
    const grants = [{ role: 'district', region: DISTRICT }] as const;
    const id: StaffId = await staff.ensure(
      { account, name: account, password: 'bench-password-1', mustChange: false },
      grants,
    );
    return { id, name: account, grants };
  };
  const people = [await person('first'), await person('second')] as const;
  const templates = createAlertTemplates({ store, runtime, regions });
  const { id } = await templates.create(people[0], TEMPLATE);
  await templates.move(people[1], id, { version: 1, move: 'approve' });
  const notices = { read: () => Promise.reject(new Error('no notice is asked for')) };
  const alerts = createAlertService({ store, runtime, regions, feed, notices });
  const spoilt = createAlertService({ store, runtime, regions, feed: spoiling(feed), notices });
  office = { people, template: { id, version: 1 }, alerts, spoilt };
  return { port, communities, ticketKey: ticketKey.toString('hex') };
}

/** What was signed is not what boxes are sent. */
const spoiling = (feed: FeedService): Pick<FeedService, 'append'> => ({
  async append(trx, entry) {
    await feed.append(trx, entry);
    const item = sql<string>`jsonb_set(item, '{title}', '"暴雨已经结束"')`;
    await trx.updateTable('feed_entry').set({ item }).where('item_id', '=', entry.itemId).execute();
  },
});

const TEMPLATE: AlertTemplateInput = {
  name: '暴雨',
  severity: 'red',
  event: '暴雨',
  title: '暴雨红色预警：今晚到明天上午有特大暴雨',
  text: ['预计今晚到明天上午，全区将有特大暴雨，雨量 150 毫米以上。低洼处、地下室、河边随时可能进水。'],
  instructions: ['马上离开地下室和低洼处', '关好门窗，切断室外电源', '不要出门，不要涉水', '被困请拨打 119'],
  sound: true,
  validMinutes: 60,
  region: DISTRICT,
};

const inputOf = ({ id, version }: Office['template']): AlertInput => ({
  template: id,
  version,
  fields: {},
  source: '周村区气象台',
  authority: DISTRICT,
  regions: [DISTRICT],
  validMinutes: 60,
  rehearsal: true,
});

process.on('message', async (command: ServerCommand) => process.send?.(await carryOut(command)));
process.on('disconnect', () => process.exit());
