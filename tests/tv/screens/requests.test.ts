// Requests on the television: few keys to a sent one, an honest word about what came of it, and nothing told to the wrong eyes.
import { describe, expect, it } from 'vitest';
import type { OwnRequest, OwnRequestDetail } from '../../../src/contract/box-requests.ts';
import { RequestInput } from '../../../src/contract/requests.ts';
import { faultsOf } from '../../../src/domain/requests/form.ts';
import { frameOf, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import type { Outcome } from '../../../src/tv/navigation/requests.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { CATEGORIES } from '../examples.ts';
import {
  athome,
  HANDOVER_DRAFT,
  HANDOVER_HERE,
  IDLE,
  ONLINE,
  OWN,
  OWN_DETAIL,
  PIN_RIGHT,
  press,
  REQUEST_HERE,
  REQUESTS_HERE,
  SENT,
  STANDBY,
  screenOf,
  step,
  tell,
  whereIs,
} from '../navigation/walk.ts';

const PIN = ['6', '0', '4', '1', '8', '2'] as const;
const atReview = (code = 'street-lamp') => walkTo(code, 'report-review').state;
const told = (outcome: Outcome, key = 'a', privacy: 'open' | 'anonymous' = 'open', waiting = 0) =>
  ({ type: 'SENT', report: { key, category: '路灯', privacy, outcome }, waiting }) as const;
const sentNow = (outcome: Outcome, code = 'street-lamp') => {
  const { privacy } = CATEGORIES.find((category) => category.code === code) as { privacy: 'open' | 'anonymous' };
  return tell(tell(press(atReview(code), 'ok'), told({ kind: 'sending' }, 'a', privacy)), told(outcome, 'a', privacy));
};
const inside = () => tell(tell(press(athome(), '3', 'blue', ...PIN), PIN_RIGHT), REQUESTS_HERE);
const opened = () => tell(press(inside(), 'ok'), REQUEST_HERE);
const showing = (change: Partial<OwnRequestDetail>) =>
  tell(press(inside(), 'ok'), { type: 'REQUEST', answer: { value: { ...OWN_DETAIL, ...change } } });

/** From home to a category's first question: its page, its digit. */
function keysTo(code: string): RemoteKey[] {
  const index = CATEGORIES.findIndex((category) => category.code === code);
  const pages = Array.from({ length: Math.floor(index / 9) }, () => 'right' as const);
  return ['3', ...pages, String((index % 9) + 1) as RemoteKey];
}

/** Answers each question with its first card until the wanted screen, counting the keys. */
function walkTo(code: string, wanted: string): { state: Snapshot; keys: number } {
  const first = keysTo(code);
  let state = press(athome(), ...first);
  let keys = first.length;
  for (; whereIs(state) !== wanted; keys += 1) {
    if (keys > 30) throw new Error(`${code} does not come to ${wanted}, but to ${whereIs(state)}`);
    const { screen } = frameOf(state);
    // A number and several answers are ended by OK; words are not written here: left out, or else by phone.
    const isEnded = screen.name === 'report-what' && screen.text !== '';
    const inWords = screen.name === 'report-what' && screen.cards[1]?.label === '用手机写';
    const without = inWords && screen.cards[2] ? '3' : '2';
    state = press(state, inWords ? without : '1', ...(isEnded ? (['ok'] as const) : []));
    if (isEnded) keys += 1;
  }
  return { state, keys };
}

describe('reporting', () => {
  it.each(CATEGORIES.slice(0, 10).map(({ code }) => code))('%s is sent by at most 15 keys from home', (code) => {
    const { state, keys } = walkTo(code, 'report-review');
    const { snapshot, intents } = step(state, { type: 'KEY', key: 'ok' });
    expect([whereIs(snapshot), keys + 1 <= 15]).toEqual(['report-sent', true]);
    expect(intents).toMatchObject([{ type: 'send-request', input: { category: code } }]);
    const [sending] = intents as unknown as readonly { readonly input: unknown }[];
    const category = CATEGORIES.find((each) => each.code === code) ?? { where: [], fields: [] };
    expect(faultsOf(RequestInput.parse(sending?.input), category)).toEqual([]);
  });

  it('shows nine pictures a page, in the order of the catalogue; left and right turn the page', () => {
    const first = screenOf(press(athome(), '3'), 'report');
    expect(first.cards.map(({ label }) => label)).toEqual(CATEGORIES.slice(0, 9).map(({ name }) => name));
    const second = screenOf(press(athome(), '3', 'right'), 'report');
    expect(second.cards[0]?.label).toBe(CATEGORIES[9]?.name);
    expect(screenOf(press(athome(), '3', 'right', 'right', 'right'), 'report').page).toBe(1);
  });

  it('asks for no place where the category knows one, and for the place where it is a public one', () => {
    expect(whereIs(walkTo('heating', 'report-what').state)).toBe('report-what');
    expect(walkTo('heating', 'report-what').keys).toBe(2);
    const place = screenOf(press(athome(), ...keysTo('street-lamp')), 'report-where');
    expect(place.cards.map(({ label }) => label)).toEqual([
      '车站社区居委会',
      '车站便民菜市场',
      '别的地方，写出来',
      '用手机写',
    ]);
    const kind = screenOf(press(athome(), '3', '1'), 'report-where');
    expect(kind.cards.map(({ label }) => label)).toEqual(['我家', '楼道', '公共地方']);
  });

  it('takes another place by the keyboard, or goes on at the phone', () => {
    const asked = press(athome(), ...keysTo('street-lamp'));
    const writing = press(asked, '3');
    expect([whereIs(writing), whereIs(press(asked, '4'))]).toEqual(['report-where+keyboard', 'handover']);
    const written = { screen: 'report-where', text: '3号楼东边' } as const;
    const context = { ...writing.context, keyboard: null, written };
    const placed = tell({ ...writing, context } as Snapshot, ONLINE);
    expect([whereIs(placed), placed.context.draft?.place]).toEqual(['report-what', '3号楼东边']);
  });

  it('sends nothing that a phone has left without a place or an answer, but asks for it', () => {
    const { draft } = atReview().context;
    for (const [change, asks] of [
      [{ place: null }, 'report-where'],
      [{ answers: {} }, 'report-what'],
    ] as const) {
      const state = { ...atReview(), context: { ...atReview().context, draft: { ...draft, ...change } } } as Snapshot;
      const { snapshot, intents } = step(state, { type: 'KEY', key: 'ok' });
      expect([whereIs(snapshot), intents]).toEqual([asks, []]);
      expect(whereIs(press(snapshot, '1'))).toBe('report-review');
    }
  });

  it('asks when only where that matters', () => {
    expect(whereIs(press(athome(), '3', '1', '1', '1'))).toBe('report-when');
    expect(whereIs(press(athome(), ...keysTo('street-lamp'), '1', '1'))).toBe('report-review');
  });

  it('takes several answers, a number, a day', () => {
    const day = press(athome(), ...keysTo('volunteer'), '1');
    expect(screenOf(day, 'report-what')).toMatchObject({ title: '哪一天？', focus: 0 });
    const several = press(day, '4', '1', '0', 'ok', '1', '3');
    expect(several.context.draft?.answers).toEqual({
      what: 'shop',
      day: '2026-11-24',
      people: '10',
      needs: 'walk,hear',
    });
    expect(whereIs(press(several, 'ok'))).toBe('report-when');
    expect(press(several, '1').context.draft?.answers.needs).toBe('hear');
  });

  it('shows all answers before it is sent; one that is changed leads back there', () => {
    const review = screenOf(atReview('water'), 'report-review');
    expect(review.rows.map(({ text }) => text)).toEqual(['水管漏水', '我家', '漏水', '都可以']);
    const changing = press(atReview('water'), 'left', 'down', 'down', 'ok');
    expect(whereIs(changing)).toBe('report-what');
    const changed = press(changing, '2');
    expect(screenOf(changed, 'report-review').rows[2]?.text).toBe('没有水');
    expect(whereIs(press(changing, 'back'))).toBe('report-review');
    const where = press(atReview('water'), 'left', 'down', 'ok', '3');
    expect([whereIs(where), whereIs(press(where, '1'))]).toEqual(['report-where', 'report-review']);
  });

  it('says of a public place that what is written will be public, and of a home that it will not', () => {
    expect(screenOf(atReview(), 'report-review').published).toContain('公开');
    expect(screenOf(atReview('water'), 'report-review').published).toBe('');
    expect(screenOf(atReview('dish'), 'report-review').published).toBe('');
  });

  it('takes a few words from the keyboard', () => {
    const writing = press(atReview(), 'down', 'down', 'ok');
    expect(whereIs(writing)).toBe('report-review+keyboard');
    const { context } = writing;
    const written = {
      ...writing,
      context: { ...context, keyboard: null, written: { screen: 'report-review', text: '三盏' } },
    };
    expect(JSON.stringify(screenOf(tell(written as Snapshot, ONLINE), 'report-review').rows)).toContain('三盏');
    expect(whereIs(press(athome(), ...keysTo('suggestion'), '1'))).toBe('report-what+keyboard');
  });

  it.each(CATEGORIES.map(({ code }) => code))('of %s is left by Back, question by question', (code) => {
    const end = code === 'suggestion' ? 'handover' : 'report-review';
    let { state } = walkTo(code, end);
    for (let tries = 0; tries < 12 && whereIs(state) !== 'home'; tries += 1) state = press(state, 'back');
    expect([whereIs(state), state.context.draft]).toEqual(['home', null]);
  });

  it('begins anew when the category is gone, or a lobby has begun its loop', () => {
    const { catalogue } = atReview().context;
    if (!catalogue) throw new Error('no catalogue');
    const gone = tell(atReview(), { type: 'CATALOGUE', catalogue: { ...catalogue, requests: [] } });
    expect([whereIs(gone), screenOf(gone, 'report').text]).toEqual(['report', expect.stringContaining('12345')]);
    expect(tell(atReview(), STANDBY).context.draft).toBeNull();
  });
});

describe('what came of sending', () => {
  it('is the number and until when, the last day of it', () => {
    const { state, number, text, code } = screenOf(sentNow({ kind: 'sent', sent: SENT }), 'report-sent');
    expect([state, number, code]).toEqual(['已经交上去了', SENT.number, '']);
    expect(text).toBe('12月7日周一前给您答复');
  });

  it('is the query code of an anonymous one, which is kept nowhere', () => {
    const state = sentNow({ kind: 'sent', sent: { ...SENT, queryCode: '4821067395' as never } }, 'dish');
    expect(screenOf(state, 'report-sent').code).toBe('48210 67395');
    expect(JSON.stringify(press(state, 'back').context)).not.toContain('4821067395');
  });

  it('is said honestly without a network: kept here and sent later, or nowhere at all', () => {
    expect(screenOf(sentNow({ kind: 'kept' }), 'report-sent').text).toContain('连上网会自己交');
    const lost = sentNow({ kind: 'unkept' }, 'dish');
    expect(screenOf(lost, 'report-sent').text).toContain('不存在电视里');
    expect(step(lost, { type: 'KEY', key: 'ok' }).intents).toEqual([{ type: 'resend-request', key: 'a' }]);
    expect(step(lost, { type: 'KEY', key: 'back' }).intents).toEqual([{ type: 'drop-request', key: 'a' }]);
  });

  it('is the reason where it is refused', () => {
    const state = sentNow({ kind: 'refused', reason: '这一类现在不收了' });
    expect(screenOf(state, 'report-sent')).toMatchObject({ state: '没有交上去', text: '这一类现在不收了' });
  });

  it('is told of a discreet one as of an anonymous one: it is kept nowhere', () => {
    expect(screenOf(sentNow({ kind: 'unkept' }, 'mediation'), 'report-sent').text).toContain('不存在电视里');
  });

  it('is sent once, however often OK is pressed', () => {
    const { snapshot } = step(atReview(), { type: 'KEY', key: 'ok' });
    expect(step(snapshot, { type: 'KEY', key: 'ok' }).intents).toEqual([]);
    expect(whereIs(press(snapshot, 'ok'))).toBe('report-sent');
  });

  it('waits on the tile until somebody looks', () => {
    const left = press(sentNow({ kind: 'kept' }), 'back');
    const waiting = tell(left, told({ kind: 'kept' }, 'a', 'open', 1));
    const tile = (state: Snapshot) => {
      const { tiles, stands } = screenOf(state, 'home');
      return [tiles.find(({ digit }) => digit === '3')?.badge, stands];
    };
    expect(tile(waiting)).toEqual(['1 件等着交', 'kept']);
    const done = tell(waiting, told({ kind: 'sent', sent: SENT }));
    expect(tile(done)).toEqual(['1 件有了结果', 'told']);
    const seen = press(done, '3');
    expect(screenOf(seen, 'report-sent').number).toBe(SENT.number);
    expect(whereIs(press(seen, 'ok'))).toBe('report');
    expect(tile(press(seen, 'back'))).toEqual(['报修、求助', null]);
  });
});

describe("the household's own", () => {
  it('are behind the PIN, close by themselves, and leave nothing behind', () => {
    expect(whereIs(press(athome(), '3', 'blue'))).toBe('report+pin');
    expect(whereIs(inside())).toBe('requests');
    for (const state of [inside(), opened()]) {
      const { snapshot, intents } = step(state, IDLE);
      expect([whereIs(snapshot), snapshot.context.privately, intents]).toEqual([
        'home',
        null,
        [{ type: 'close-private' }],
      ]);
      expect(JSON.stringify(snapshot.context.requests)).not.toContain('路灯');
    }
  });

  it('show of a discreet one the number and the state alone', () => {
    const discreet: OwnRequest = { ...(OWN[0] as OwnRequest), category: null };
    const list = tell(tell(press(athome(), '3', 'blue', ...PIN), PIN_RIGHT), {
      type: 'REQUESTS',
      answer: { value: [discreet] },
    });
    expect(screenOf(list, 'requests').rows[0]).toMatchObject({ label: '内容不公开', state: '正在办' });
    const shown = JSON.stringify(frameOf(list).screen);
    for (const { name } of CATEGORIES.filter(({ privacy }) => privacy !== 'open')) expect(shown).not.toContain(name);
  });

  it('tell how it stands, in plain words, and what happened, the newest first', () => {
    const { lines, state } = screenOf(opened(), 'request');
    expect(state).toBe('正在办');
    const all = lines.join('');
    expect(all.indexOf('明天上午去修')).toBeLessThan(all.indexOf('收到您反映的事'));
  });

  it('are neither rated nor urged nor taken back by OK in a hurry', () => {
    const answered = showing({ state: 'answered', moves: ['rate', 'rework'] });
    for (const state of [answered, opened(), press(opened(), '8')])
      expect(step(state, { type: 'KEY', key: 'ok' }).intents).toEqual([]);
    const urged = step(press(opened(), 'down'), { type: 'KEY', key: 'ok' });
    expect(urged.intents).toMatchObject([{ move: { kind: 'urge' } }]);
  });

  it('are rated by a digit', () => {
    const answered = showing({ state: 'answered', moves: ['rate', 'rework'] });
    expect(step(answered, { type: 'KEY', key: '4' }).intents).toEqual([
      { type: 'move-request', id: OWN_DETAIL.id, move: { kind: 'rate', score: 4 } },
    ]);
  });

  it('are done again by a ready reason, urged by one key', () => {
    const answered = showing({ state: 'answered', moves: ['rate', 'rework'] });
    const asked = press(answered, '6');
    expect(screenOf(asked, 'request').question).toContain('哪里没办好');
    expect(step(asked, { type: 'KEY', key: '2' }).intents).toMatchObject([
      { move: { kind: 'rework', text: '又坏了' } },
    ]);
    expect(step(opened(), { type: 'KEY', key: '7' }).intents).toMatchObject([{ move: { kind: 'urge' } }]);
  });

  it('are taken back only by a second key, and Back or 不改了 takes none back', () => {
    const { snapshot, intents } = step(opened(), { type: 'KEY', key: '8' });
    expect(intents).toEqual([]);
    expect(screenOf(snapshot, 'request').question).toContain('真的要撤回吗');
    expect(step(snapshot, { type: 'KEY', key: '1' }).intents).toMatchObject([
      { move: { kind: 'withdraw', text: '已经好了' } },
    ]);
    for (const key of ['back', '4'] as const) {
      const left = step(snapshot, { type: 'KEY', key });
      expect([whereIs(left.snapshot), screenOf(left.snapshot, 'request').question, left.intents]).toEqual([
        'request',
        '',
        [],
      ]);
    }
  });

  it('say why a move was refused, and are shown as they are then', () => {
    const value: OwnRequestDetail = { ...OWN_DETAIL, state: 'answered', moves: ['rate', 'rework'] };
    const state = tell(press(opened(), '7'), { type: 'REQUEST', answer: { value, refused: '今天已经催过了' } });
    expect([frameOf(state).chrome.note, screenOf(state, 'request').stands]).toEqual(['今天已经催过了', 'answered']);
  });

  it('offer no move that may not be made', () => {
    const done = showing({ state: 'withdrawn', moves: [] });
    expect(screenOf(done, 'request').actions).toEqual([]);
    for (const key of ['1', '6', '7', '8', 'ok'] as const) expect(step(done, { type: 'KEY', key }).intents).toEqual([]);
  });

  it('show no answer about another request', () => {
    const other = { ...OWN_DETAIL, id: '019ab000-0000-7000-8000-00000000a599' as OwnRequestDetail['id'] };
    expect(tell(press(inside(), 'ok'), { type: 'REQUEST', answer: { value: other } }).context.privately?.request).toBe(
      null,
    );
  });
});

describe('a query code', () => {
  const typing = (...keys: readonly RemoteKey[]) => press(athome(), '3', 'up', 'ok', ...keys);
  const CODE = [...'4821067395'] as RemoteKey[];

  it('is asked about at its tenth digit, nought and eight among them', () => {
    expect(whereIs(typing())).toBe('request-code');
    const { intents } = step(typing(...CODE.slice(0, 9)), { type: 'KEY', key: '5' });
    expect(intents).toEqual([{ type: 'ask-code', code: '4821067395' }]);
  });

  it('tells the state, or that there is none such; and is gone when it is left, or nobody presses a key', () => {
    const found = { number: SENT.number, state: 'answered', answer: '已经拆了' } as const;
    const state = tell(typing(...CODE), { type: 'CODE', code: '4821067395', found });
    expect(screenOf(state, 'request-code')).toMatchObject({ state: '办好了' });
    expect(screenOf(state, 'request-code').lines.join()).toContain('已经拆了');
    const unknown = tell(typing(...CODE), { type: 'CODE', code: '4821067395', found: 'unknown' });
    expect(screenOf(unknown, 'request-code').state).toContain('没有这个查询码');
    for (const left of [press(state, 'back'), press(state, 'home'), tell(state, IDLE)])
      expect(JSON.stringify(left.context)).not.toMatch(/4821067395|已经拆了/);
  });
});

describe('the phone', () => {
  const HANDED = '019ab000-0000-7000-8000-00000000b501';
  const handed = () => tell(press(atReview(), '7'), HANDOVER_HERE);
  const followed = (change: Partial<typeof HANDOVER_DRAFT>) =>
    tell(handed(), {
      type: 'HANDOVER',
      handover: {
        url: 'https://linli.example/m/r/x',
        id: HANDED,
        draft: { ...HANDOVER_DRAFT, ...change },
        trouble: false,
      },
    });

  it('is offered a square, and what it writes is followed and taken over', () => {
    expect(step(atReview(), { type: 'KEY', key: '7' }).intents).toMatchObject([{ type: 'open-handover' }]);
    expect(screenOf(handed(), 'handover').link).toContain('https://');
    const writing = followed({ state: 'writing', text: '三盏都不亮', revision: 2 });
    expect(screenOf(writing, 'handover').lines.join()).toContain('三盏都不亮');
    const back = step(writing, { type: 'KEY', key: 'back' });
    expect(back.intents).toEqual([{ type: 'close-handover' }]);
    expect(JSON.stringify(screenOf(back.snapshot, 'report-review').rows)).toContain('三盏都不亮');
    const [sending] = step(back.snapshot, { type: 'KEY', key: 'ok' }).intents;
    expect(sending).toMatchObject({ type: 'send-request', id: HANDED });
  });

  it('that has sent it says where to look at it, of an anonymous one where its code is', () => {
    const sent = { ...HANDOVER_DRAFT, state: 'sent', number: SENT.number } as const;
    const handover = { url: 'https://linli.example/m/r/x', id: HANDED, draft: sent, trouble: false };
    const told = (code: string) => {
      const state = tell(press(atReview(code), '7'), { type: 'HANDOVER', handover });
      return screenOf(state, 'handover').lines.join();
    };
    expect([told('street-lamp'), told('dish')]).toEqual([
      expect.stringContaining('我的事项'),
      expect.stringContaining('查询码'),
    ]);
  });

  it('that has sent it leaves nothing to send here', () => {
    const sent = followed({ state: 'sent', number: SENT.number, revision: 3 });
    expect(screenOf(sent, 'handover')).toMatchObject({ number: SENT.number, link: null });
    expect([whereIs(press(sent, 'back')), press(sent, 'ok').context.draft]).toEqual(['report', null]);
  });
});
