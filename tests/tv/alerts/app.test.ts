// An alert in the whole app: from the stream to the frame, to the ear, and back to the office by receipts.
import { afterEach, expect, it } from 'vitest';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { EXAMPLE_ARRIVAL_ENTRY } from '../../../src/tv/mocks/examples.ts';
import { alertId, alert as anAlert, at } from '../../domain/alerts/alert.ts';
import { ITEMS, NOW } from '../examples.ts';
import { settled } from '../fakes.ts';
import { BACK, OK, start, stopAll } from '../running.ts';
import { SIGNER } from '../signer.ts';

afterEach(stopAll);

const alert = (change: Partial<AlertItem> = {}) =>
  anAlert({ sentAt: at(NOW), validFrom: at(NOW), validTo: at(NOW + 600_000), ...change });

async function running() {
  const app = start();
  await app.pass(0);
  const stream = app.streams.last();
  stream?.send('beat', { serverTime: at(NOW), everyMs: 30_000 });
  let next = EXAMPLE_ARRIVAL_ENTRY.seq;
  const release = async (item: AlertItem) => {
    stream?.send('entry', SIGNER.sign({ ...EXAMPLE_ARRIVAL_ENTRY, seq: next, item }));
    next += 1;
    await settled();
  };
  const rendered = () => app.receipts().filter(({ item, step }) => item === alert().id && step === 'rendered');
  return { ...app, release, rendered };
}

it('is drawn at once, heard, and its receipt of the moment it was drawn is on its way within two seconds', async () => {
  const { release, now, heard, rendered, pass } = await running();
  await release(alert());
  expect(now().alert?.sheet?.id).toBe(alert().id);
  expect(heard).toEqual(['tone']);
  await pass(1_500);
  expect(rendered()).toEqual([{ item: alert().id, revision: 1, step: 'rendered', at: at(NOW) }]);
  await pass(3_000);
  expect(heard[1]).toContain('橙色预警');
});

it('is put away by OK once it was looked at, falls silent, and stays away after a restart of the box', async () => {
  const { release, now, heard, press, pass, shelf } = await running();
  await release(alert());
  press(OK);
  expect(now().alert?.sheet).not.toBeNull();
  await pass(5_000);
  press(OK);
  expect(now().alert).toMatchObject({ sheet: null, band: { id: alert().id } });
  expect(heard.at(-1)).toBe('hush');
  await pass(5_000);
  const again = start({ shelf, hash: '' });
  expect(again.now().alert).toMatchObject({ sheet: null, band: { id: alert().id } });
});

it('reports each revision that was drawn, and one that is covered not before it is seen', async () => {
  const { release, rendered, pass, receipts, press, now } = await running();
  await release(alert());
  await release(alert({ revision: 2, severity: 'red' }));
  const under = alert({ id: '019ab000-0000-7000-8000-000000000099' as AlertItem['id'], severity: 'yellow' });
  await release(under);
  await pass(2_000);
  expect(rendered().map(({ revision }) => revision)).toEqual([1, 2]);
  const ofUnder = () => receipts().filter(({ item }) => item === under.id);
  expect(ofUnder().map(({ step }) => step)).not.toContain('rendered');
  await pass(10_000);
  press(OK);
  expect(now().alert?.band).toMatchObject({ id: alert().id, others: 1 });
});

it('goes by itself at the very moment its time is over', async () => {
  const { release, now, pass } = await running();
  await release(alert({ validTo: at(NOW + 90_500) }));
  await pass(90_499);
  expect(now().alert?.sheet).not.toBeNull();
  await pass(1);
  expect(now().alert).toBeNull();
});

it('is heard beside the notice that carries it, and takes the screen for its full time when that is left', async () => {
  const { release, now, heard, press, pass, receipts } = await running();
  press(OK);
  const { screen } = now();
  const id = 'id' in screen ? screen.id : '';
  expect(screen.name).toBe('reader');
  const { revision = 0 } = ITEMS.find((item) => item.id === id) ?? {};
  const carried = alert({ id: alertId(77), carriers: [{ id: id as NoticeItem['id'], revision }] });
  await release(carried);
  expect(now().alert).toMatchObject({ sheet: null, band: { id: carried.id } });
  expect(heard).toEqual(['tone']);
  await pass(30_000);
  const ofAlert = receipts().filter(({ item, step }) => item === carried.id && step === 'rendered');
  expect(ofAlert).toHaveLength(1);
  press(BACK);
  expect(now()).toMatchObject({ screen: { name: 'home' }, alert: { sheet: { id: carried.id } } });
  await pass(4_800);
  press(OK);
  expect(now().alert?.sheet).not.toBeNull();
  await pass(200);
  press(OK);
  expect(now().alert?.sheet).toBeNull();
  expect(heard.filter((one) => one === 'tone')).toHaveLength(1);
});
