// The door to what is private: the pass is never anywhere but here, and what goes wrong is told apart.
import { describe, expect, it } from 'vitest';
import { readBills } from '../../../src/contract/bills.ts';
import { listOwnRequests, moveOwnRequest, readOwnRequest } from '../../../src/contract/box-requests.ts';
import { unbindBox } from '../../../src/contract/boxes.ts';
import { askForContact } from '../../../src/contract/broadband.ts';
import { openPrivate, readHousehold } from '../../../src/contract/households.ts';
import { PROBLEM_STATUS, type ProblemCode } from '../../../src/contract/problem.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { privateDoor } from '../../../src/tv/box/private.ts';
import { fakeHttp } from '../fakes.ts';

const OPEN = 'POST /api/box/private';
const READ = 'GET /api/box/household';
const BILLS = 'GET /api/box/bills';
const OFFER = '019ab000-0000-7000-8000-0000000000f1';
const CONTACT = `PUT /api/box/offers/${OFFER}/contact`;
const UNBIND = 'POST /api/box/unbind';
const problem = (code: ProblemCode) => ({ status: PROBLEM_STATUS[code], json: { code } });

function start() {
  const net = fakeHttp({
    [OPEN]: { status: 201, json: openPrivate.example.reply },
    [READ]: { json: readHousehold.example.reply },
    [BILLS]: { json: readBills.example.reply },
    [CONTACT]: { json: askForContact.example.reply },
    [UNBIND]: { status: 204 },
  });
  return { net, door: privateDoor(askWith(net.http, () => 'box-token')) };
}

describe('the door', () => {
  it('opens by the PIN, and its pass goes with what is read', async () => {
    const { net, door } = start();
    expect(await door.open('604182')).toBeNull();
    expect(openPrivate.body.parse(JSON.parse(net.asked(OPEN)[0]?.body ?? ''))).toEqual({ pin: '604182' });
    expect(await door.household()).toEqual({ value: readHousehold.example.reply });
    expect(net.asked(READ)[0]?.headers).toMatchObject({ 'x-linli-private': openPrivate.example.reply.pass });
  });

  it("reads the household's requests and moves one of them, with the pass", async () => {
    const { net, door } = start();
    const { id } = readOwnRequest.example.reply;
    net.routes['GET /api/box/requests'] = { json: listOwnRequests.example.reply };
    net.routes[`GET /api/box/requests/${id}`] = { json: readOwnRequest.example.reply };
    const moves = `POST /api/box/requests/${id}/moves`;
    net.routes[moves] = { json: moveOwnRequest.example.reply };
    expect(await door.requests()).toEqual({ trouble: 'closed' });
    await door.open('604182');
    expect(await door.requests()).toEqual({ value: listOwnRequests.example.reply.items });
    expect(await door.request(id)).toEqual({ value: readOwnRequest.example.reply });
    expect(await door.moveRequest(id, { kind: 'rate', score: 5 })).toEqual({ value: moveOwnRequest.example.reply });
    const [moved] = net.asked(moves);
    expect(moveOwnRequest.body.parse(JSON.parse(moved?.body ?? ''))).toEqual({ kind: 'rate', score: 5 });
    expect(moved?.headers).toMatchObject({ 'x-linli-private': openPrivate.example.reply.pass });
  });

  it('tells why a move was refused, with the request as it is then', async () => {
    const { net, door } = start();
    const { id } = readOwnRequest.example.reply;
    const detail = '今天已经催过了，明天再看看';
    net.routes[`GET /api/box/requests/${id}`] = { json: readOwnRequest.example.reply };
    net.routes[`POST /api/box/requests/${id}/moves`] = { status: 409, json: { code: 'move-not-allowed', detail } };
    await door.open('604182');
    const value = readOwnRequest.example.reply;
    expect(await door.moveRequest(id, { kind: 'urge' })).toEqual({ value, refused: detail });
  });

  it('is closed before it was opened, and once it was forgotten: nobody is asked', async () => {
    const { net, door } = start();
    expect(await door.household()).toEqual({ trouble: 'closed' });
    await door.open('604182');
    door.forget();
    expect(await door.household()).toEqual({ trouble: 'closed' });
    expect(net.asked(READ)).toEqual([]);
  });

  it('stays closed for an answer that comes after it was left', async () => {
    const { net, door } = start();
    const opening = door.open('604182');
    door.forget();
    await opening;
    expect([await door.household(), net.asked(READ)]).toEqual([{ trouble: 'closed' }, []]);
  });

  it.each([
    ['pin-wrong', 'wrong'],
    ['pin-locked', 'locked'],
    ['pin-missing', 'missing'],
    ['box-not-authorised', 'not-authorised'],
    ['internal', 'unreachable'],
  ] as const)('does not open on %s', async (code, trouble) => {
    const { net, door } = start();
    net.routes[OPEN] = problem(code);
    expect([await door.open('604182'), await door.household()]).toEqual([trouble, { trouble: 'closed' }]);
  });

  it.each([
    [problem('private-closed'), 'closed'],
    [{ status: 0 }, 'unreachable'],
    [{ status: 200, body: '<h1>Welcome</h1>' }, 'unreachable'],
  ])('shows nothing after %j', async (reply, trouble) => {
    const { net, door } = start();
    net.routes[READ] = reply;
    await door.open('604182');
    expect(await door.household()).toEqual({ trouble });
  });

  it('brings the bills, and leaves out what it does not understand, whatever a newer server adds', async () => {
    const { net, door } = start();
    const { items } = readBills.example.reply;
    await door.open('604182');
    expect(await door.bills()).toEqual({ value: items });
    expect(net.asked(BILLS)[0]?.headers).toMatchObject({ 'x-linli-private': openPrivate.example.reply.pass });
    const [water, ...others] = items;
    const strange = [
      { ...water, state: 'frozen' },
      { ...water, utility: 'heating' },
      { ...water, statement: { asOf: 'now' } },
      7,
    ];
    net.routes[BILLS] = { json: { items: [...strange, ...others] } };
    expect(await door.bills()).toEqual({ value: others });
  });

  it('says since when a wish to be called is on record', async () => {
    const { net, door } = start();
    expect(await door.contact(OFFER)).toEqual({ trouble: 'closed' });
    await door.open('604182');
    expect(await door.contact(OFFER)).toEqual({ value: askForContact.example.reply.askedAt });
    net.routes[CONTACT] = { json: { askedAt: 'soon' } };
    expect(await door.contact(OFFER)).toEqual({ trouble: 'unreachable' });
  });

  it('shows the boxes it understands, whatever a newer server adds', async () => {
    const { net, door } = start();
    const { boxes } = readHousehold.example.reply;
    net.routes[READ] = { json: { address: '101', boxes: [...boxes, { state: 'lost' }, 7] } };
    await door.open('604182');
    expect(await door.household()).toEqual({ value: { address: '101', boxes } });
  });
});

describe('taking the box out of its household', () => {
  it('is done by the PIN', async () => {
    const { net, door } = start();
    expect(await door.unbind('604182')).toBeNull();
    expect(unbindBox.body.parse(JSON.parse(net.asked(UNBIND)[0]?.body ?? ''))).toEqual({ pin: '604182' });
  });

  it('is not done by a wrong one, or without a line', async () => {
    const { net, door } = start();
    net.routes[UNBIND] = problem('pin-wrong');
    expect(await door.unbind('000000')).toBe('wrong');
    net.routes[UNBIND] = { status: 0 };
    expect(await door.unbind('604182')).toBe('unreachable');
  });
});
