import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCapMessages, listCapSenders, readCapDocument, renewCapToken } from '../../../../src/contract/cap-calls.ts';
import type { CapSenderId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { ebmReceipt } from '../../../../src/domain/cap/ebm.ts';
import { receiptNode } from '../../../../src/domain/cap/ebm-document.ts';
import { writeXml } from '../../../../src/domain/cap/xml-write.ts';
import { storeEngines } from '../../../support/engines.ts';
import { makeKeys, signXml } from '../../../support/xml-sign.ts';
import { openCap, type TestCap } from './open-cap.ts';

const DAY_MS = 86_400_000;
const refusal = (reason: string) => ({
  status: 422,
  body: { code: 'cap-refused', errors: [{ path: 'reason', message: reason }] },
});

describe.each(await storeEngines())('a warning from outside, on $kind', ({ open }) => {
  let cap: TestCap;
  let office: Awaited<ReturnType<TestCap['sender']>>;

  beforeAll(async () => {
    cap = await openCap(await open());
    office = await cap.sender();
  });
  afterAll(() => cap.stop());

  const latest = async () => (await cap.send(listCapMessages, `${listCapMessages.path}?page=1`)).body.items[0];

  it('of a trusted sender goes on the screens with the colour, words, places and times it came with', async () => {
    const sent = cap.warning(office);
    const answer = await cap.post(office, cap.xml(sent));
    expect(answer).toMatchObject({
      status: 200,
      body: { duplicate: false, message: { state: 'released', reason: null } },
    });
    expect(await cap.revisionOf(answer.body.message.alert)).toMatchObject({
      act: 'issue',
      state: 'released',
      origin: 'cap',
      rehearsal: false,
      authority: '370306',
      cap: { identifier: sent.identifier, sender: office.identity, sent: sent.sentAt },
      content: {
        severity: 'red',
        event: '暴雨',
        title: '周村区暴雨红色预警',
        source: '周村区气象台',
        text: sent.content.text,
        instructions: sent.content.instructions,
        sound: true,
        validity: { until: sent.content.validTo },
        regions: ['370306001001', '370306002'],
      },
    });
  });

  it('of another sender waits for two people', async () => {
    const other = await cap.sender({ direct: false });
    const { state, alert } = (await cap.post(other, cap.xml(cap.warning(other)))).body.message;
    expect(state).toBe('waiting');
    expect(await cap.revisionOf(alert)).toMatchObject({ state: 'incoming' });
  });

  it('is the same once and for all: sent again it changes nothing, and another under its name is refused', async () => {
    const sent = cap.warning(office);
    const before = await cap.revisions();
    const first = await cap.post(office, cap.xml(sent));
    const again = await cap.post(office, cap.xml(sent));
    expect(again.body).toEqual({ ...first.body, duplicate: true });
    const other = cap.xml({ ...sent, content: { ...sent.content, title: '另一条' } });
    expect(await cap.post(office, other)).toMatchObject(refusal('identity-reused'));
    expect(await cap.revisions()).toBe(before + 1);
  });

  it('that arrives five times at once is taken once', async () => {
    const xml = cap.xml(cap.warning(office));
    const before = await cap.revisions();
    const answers = await Promise.all(Array.from({ length: 5 }, () => cap.post(office, xml)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ body }) => !body.duplicate)).toHaveLength(1);
    expect(await cap.revisions()).toBe(before + 1);
  });

  it('is updated and cancelled by what refers to it, and by nothing else', async () => {
    const first = cap.warning(office);
    const { alert } = (await cap.post(office, cap.xml(first))).body.message;
    const update = cap.warning(office, { act: 'update', references: [first] }, { severity: 'orange' });
    expect((await cap.post(office, cap.xml(update))).body.message.alert).toBe(alert);
    expect(await cap.revisionOf(alert)).toMatchObject({ act: 'update', revision: 2, content: { severity: 'orange' } });
    const cancel = cap.xml({ ...cap.warning(office, { act: 'cancel', references: [first, update] }), content: null });
    expect((await cap.post(office, cancel)).body.message).toMatchObject({ state: 'released', alert });
    expect(await cap.revisionOf(alert)).toMatchObject({ act: 'cancel', revision: 3, state: 'released' });

    const unknown = cap.warning(office, { act: 'update', references: [{ ...first, identifier: 'never' }] });
    expect(await cap.post(office, cap.xml(unknown))).toMatchObject(refusal('reference-unknown'));
    const stranger = await cap.sender();
    const foreign = cap.warning(stranger, { act: 'cancel', references: [first] });
    expect(await cap.post(stranger, cap.xml(foreign))).toMatchObject(refusal('reference-unknown'));
    const bare = cap
      .xml(cap.warning(office, { act: 'update', references: [first] }))
      .replace(/<references>.*<\/references>/, '');
    expect(await cap.post(office, bare)).toMatchObject(refusal('reference-missing'));
  });

  it('is a rehearsal where it says so; a test of the way there is kept and shown to nobody', async () => {
    const rehearsal = cap.warning(office, { purpose: 'rehearsal' });
    const { alert } = (await cap.post(office, cap.xml(rehearsal))).body.message;
    expect(await cap.revisionOf(alert)).toMatchObject({ rehearsal: true });
    const inEarnest = cap.warning(office, { act: 'update', references: [rehearsal] });
    expect(await cap.post(office, cap.xml(inEarnest))).toMatchObject(refusal('alert-refused'));
    const before = await cap.revisions();
    for (const purpose of ['platform-rehearsal', 'front-end-rehearsal'] as const) {
      expect((await cap.post(office, cap.xml(cap.warning(office, { purpose })))).body.message.state).toBe('stored');
      expect((await cap.postEbm(office, cap.ebm(cap.warning(office, { purpose })))).body.message.state).toBe('stored');
    }
    for (const [from, to] of [
      ['<status>Actual', '<status>Draft'],
      ['<status>Actual', '<status>System'],
      ['<msgType>Alert', '<msgType>Ack'],
      ['<msgType>Alert', '<msgType>Error'],
    ] as const) {
      const answer = await cap.post(office, cap.xml(cap.warning(office)).replace(from, to));
      expect(answer.body.message).toMatchObject({ state: 'stored', alert: null });
    }
    expect(await cap.revisions()).toBe(before);
  });

  it('is refused for a place outside what its sender may warn, for one that is not there, and for one elsewhere', async () => {
    const town = await cap.sender({ authority: '370306001' as RegionCode });
    const here = cap.warning(town, {}, { regions: ['370306001001' as RegionCode] });
    expect((await cap.post(town, cap.xml(here))).status).toBe(200);
    const outside = cap.warning(town, {}, { regions: ['370306001' as RegionCode, '370306002' as RegionCode] });
    expect(await cap.post(town, cap.xml(outside))).toMatchObject(refusal('region-outside'));
    const nowhere = cap.warning(office, {}, { regions: ['370306999' as RegionCode] });
    expect(await cap.post(office, cap.xml(nowhere))).toMatchObject(refusal('region-unknown'));
    const elsewhere = cap.xml(cap.warning(office)).replaceAll(/<value>370306\d{6}/g, '<value>370305000000');
    expect(await cap.post(office, elsewhere)).toMatchObject(refusal('region-outside'));
  });

  it('of the whole city is shown in the whole district', async () => {
    const city = cap.xml(cap.warning(office)).replaceAll(/<value>370306\d{6}/g, '<value>370300000000');
    const { alert } = (await cap.post(office, city)).body.message;
    expect((await cap.revisionOf(alert)).content.regions).toEqual(['370306']);
  });

  it('is refused where it is over, from tomorrow, or held back since yesterday', async () => {
    const over = cap.warning(office, {}, { validFrom: cap.instant(-2_000), validTo: cap.instant(-1_000) });
    expect(await cap.post(office, cap.xml(over))).toMatchObject(refusal('expired'));
    expect(await cap.post(office, cap.xml(cap.warning(office, { sentAt: cap.instant(DAY_MS) })))).toMatchObject(
      refusal('sent-ahead'),
    );
    expect(
      await cap.post(office, cap.xml(cap.warning(office, { sentAt: cap.instant(-DAY_MS - 1_000) }))),
    ).toMatchObject(refusal('too-old'));
  });

  it('needs its own sender’s token', async () => {
    const xml = cap.xml(cap.warning(office));
    for (const headers of [
      {},
      { authorization: 'Bearer cap-no-such-token-no-such-token' },
      { authorization: 'Basic eDp5' },
    ])
      expect(await cap.post({ headers }, xml)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    const other = await cap.sender();
    expect(await cap.post(other, xml)).toMatchObject(refusal('sender-other'));
    const renewed = await cap.send(renewCapToken, `/api/cap/senders/${other.id}/token`);
    expect((await cap.post(other, cap.xml(cap.warning(other)))).status).toBe(401);
    const headers = { authorization: `Bearer ${renewed.body.token}` };
    expect((await cap.post({ headers }, cap.xml(cap.warning(other)))).status).toBe(200);
  });

  it('must be signed where the sender has a key, and is not taken signed where there is none to check it', async () => {
    const keys = makeKeys();
    const strict = await cap.sender({ key: keys.publicKey });
    const xml = cap.xml(cap.warning(strict));
    expect(await cap.post(strict, xml)).toMatchObject(refusal('signature-missing'));
    expect(await cap.post(strict, signXml(xml, makeKeys()))).toMatchObject(refusal('signature-invalid'));
    expect((await cap.post(strict, signXml(xml, keys))).status).toBe(200);
    expect(await cap.post(office, signXml(cap.xml(cap.warning(office)), keys))).toMatchObject(
      refusal('signature-unexpected'),
    );
  });

  it('is kept with its reason where it was refused, and taken once what stood against it is gone', async () => {
    const first = cap.warning(office);
    const update = cap.warning(office, { act: 'update', references: [first] });
    expect(await cap.post(office, cap.xml(update))).toMatchObject(refusal('reference-unknown'));
    const kept = await latest();
    expect(kept).toMatchObject({
      state: 'refused',
      reason: 'reference-unknown',
      detail: '找不到要更新或解除的那一条预警。',
      identifier: update.identifier,
      title: update.content.title,
      sender: office.name,
    });
    const one = await cap.send(readCapDocument, `/api/cap/messages/${kept.id}`);
    expect(one.body.document).toBe(cap.xml(update));
    await cap.post(office, cap.xml(first));
    expect((await cap.post(office, cap.xml(update))).body.message).toMatchObject({ id: kept.id, state: 'released' });
  });

  it('is refused and no fault, whatever the bytes are', async () => {
    for (const [document, reason] of [
      ['', 'not-xml'],
      ['hello', 'not-xml'],
      ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'doctype'],
      ['<alert xmlns="urn:oasis:names:tc:emergency:cap:1.1"/>', 'namespace'],
      [Buffer.from([0xff, 0xfe, 0x00]), 'encoding'],
    ] as const)
      expect(await cap.post(office, document)).toMatchObject(document.length === 0 ? { status: 422 } : refusal(reason));
    expect(await cap.post(office, Buffer.alloc(600 * 1024, ' '))).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    expect(await cap.post(office, '{}', '/api/cap', 'application/json')).toMatchObject({ status: 415 });
    expect(await cap.postEbm(office, cap.xml(cap.warning(office)))).toMatchObject(refusal('namespace'));
    expect(await cap.post(office, cap.ebm(cap.warning(office)))).toMatchObject(refusal('namespace'));
  });

  it('comes as a message of the emergency broadcast as well', async () => {
    const first = cap.warning(office, {}, { severity: 'yellow' });
    const { alert } = (await cap.postEbm(office, cap.ebm(first))).body.message;
    expect(await cap.revisionOf(alert)).toMatchObject({
      act: 'issue',
      origin: 'ebm',
      content: { severity: 'yellow', text: first.content.text },
    });
    const cancel = cap.ebm(cap.warning(office, { act: 'cancel', references: [first] }));
    expect((await cap.postEbm(office, cancel)).body.message).toMatchObject({ state: 'released', alert });
  });

  it('of a platform above, without anything of our own in it, is understood', async () => {
    const platform = '33703000000000103010101';
    const above = await cap.sender({ identity: platform });
    const plain = (number: string, type: string, related = '') =>
      cap
        .ebm(cap.warning(above))
        .replace(/<Extension[\s\S]*<\/Extension>/, '')
        .replace(/<SenderCode>.*?</, `<SenderCode>${platform}<`)
        .replace(
          /<EBMID>.*?<\/EBMID>/,
          `<EBMID>${number}</EBMID>${related && `<RelatedInfo><EBMID>${related}</EBMID></RelatedInfo>`}`,
        )
        .replace(/<MsgType>.</, `<MsgType>${type}<`)
        .replace(/<AreaCode>.*?</, '<AreaCode>370306000000,370305000000<');
    const number = `${platform}202611230001`;
    const { alert, state } = (await cap.postEbm(above, plain(number, '1'))).body.message;
    expect(state).toBe('released');
    expect((await cap.revisionOf(alert)).content).toMatchObject({
      event: '暴雨',
      severity: 'red',
      regions: ['370306'],
      sound: true,
    });
    expect(await cap.postEbm(above, plain(`${platform}202611230002`, '2'))).toMatchObject(refusal('reference-missing'));
    const cancel = await cap.postEbm(above, plain(`${platform}202611230003`, '2', number));
    expect(cancel.body.message).toMatchObject({ state: 'released', alert });
  });

  it('is answered by a platform below with a receipt, which is kept', async () => {
    const below = await cap.sender({ identity: '53703060010000103010101' });
    const receipt = ebmReceipt({
      numbers: {
        platform: below.identity,
        packet: `10${below.identity}0000000000000001`,
        message: `${below.identity}202611230001`,
      },
      at: cap.instant(),
      state: 'done',
      addressed: 1_000,
      rendered: 963,
      regions: ['370306001' as RegionCode],
    });
    const { message } = (await cap.postEbm(below, writeXml(receiptNode(receipt)))).body;
    expect(message).toMatchObject({ state: 'stored', detail: '播发回执：播发成功，覆盖率 96.3%' });
  });

  it('is handed in by staff as a file of its sender, checked as such', async () => {
    const keys = makeKeys();
    const strict = await cap.sender({ key: keys.publicKey, direct: false });
    const xml = cap.xml(cap.warning(strict));
    expect(await cap.importFile(xml)).toMatchObject(refusal('signature-missing'));
    expect((await cap.importFile(signXml(xml, keys))).body.message).toMatchObject({
      state: 'waiting',
      sender: strict.name,
    });
    expect(await cap.importFile(cap.xml(cap.warning({ identity: 'nobody@example.org' })))).toMatchObject(
      refusal('sender-unknown'),
    );
    expect((await latest()).sender).toBe('未知');
  });

  it('keeps no more than so many refused documents of one sender', async () => {
    const noisy = await cap.sender();
    for (let n = 0; n < 520; n += 1) await cap.cap.intake.receive(await rowOf(noisy.id), Buffer.from(`<a${n}`), 'cap');
    const { n } = await cap.store.db
      .selectFrom('cap_message')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('sender_id', '=', noisy.id)
      .executeTakeFirstOrThrow();
    expect(n).toBe(500);
  });

  it('is no longer taken from a sender that was shut out', async () => {
    const gone = await cap.sender();
    await cap.store.db.updateTable('cap_sender').set({ active: false }).where('id', '=', gone.id).execute();
    expect((await cap.post(gone, cap.xml(cap.warning(gone)))).status).toBe(401);
    expect(await cap.importFile(cap.xml(cap.warning(gone)))).toMatchObject(refusal('sender-unknown'));
  });

  it('names its sender once: a second of the same identity, a weak key, and an unsigned source that is trusted are not admitted', async () => {
    const input = {
      name: '气象台',
      identity: office.identity,
      authority: '370306',
      key: null,
      direct: false,
      poll: null,
    };
    const wrong = (path: string) => ({ status: 400, body: { code: 'bad-input', errors: [{ path }] } });
    expect(await cap.admit(input)).toMatchObject(wrong('identity'));
    expect(await cap.admit({ ...input, identity: 'x', key: makeKeys(1_024).publicKey })).toMatchObject(wrong('key'));
    expect(await cap.admit({ ...input, identity: 'x', authority: '370306999' })).toMatchObject(wrong('authority'));
    const poll = { url: 'https://qx.example.cn/feed', everySeconds: 60 };
    expect(await cap.admit({ ...input, identity: 'x', direct: true, poll })).toMatchObject(wrong('key'));
    const { items } = (await cap.send(listCapSenders, listCapSenders.path)).body;
    expect(JSON.stringify(items)).not.toMatch(/token|BEGIN/);
  });

  const rowOf = async (id: CapSenderId) => {
    const row = await cap.store.db.selectFrom('cap_sender').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return { ...row, authority_name: '' };
  };
});
