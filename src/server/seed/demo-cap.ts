// The demo's weather office, whose warnings wait for two people; its token is made anew in the console by whoever needs it.
import type { Actor } from '../../domain/access/can.ts';
import { DISTRICT } from '../../domain/regions/code.ts';
import type { Senders } from '../features/cap/senders.ts';

/** What a document for the demo names as its sender. */
const DEMO_SENDER = 'qxt@zhoucun.example.cn';

export async function seedCapSender(senders: Senders, district: Actor): Promise<void> {
  const { items } = await senders.list(district);
  if (items.some(({ identity }) => identity === DEMO_SENDER)) return;
  const trust = { key: null, direct: false, poll: null };
  await senders.create(district, { name: '周村区气象台', identity: DEMO_SENDER, authority: DISTRICT, ...trust });
}
