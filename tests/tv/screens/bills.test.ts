// Bills, behind the PIN: what is owed, what is late, what to do, and that one provider's silence silences no other.
import { describe, expect, it } from 'vitest';
import type { Bill, UtilityBills } from '../../../src/contract/bills.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import {
  athome,
  BILLS,
  BILLS_HERE,
  HOUSEHOLD_HERE,
  IDLE,
  PIN_RIGHT,
  press,
  screenOf,
  step,
  tell,
  whereIs,
} from '../navigation/walk.ts';

const PIN = ['6', '0', '4', '1', '8', '2'] as const;
const asking = () => tell(press(athome(), '5', ...PIN), PIN_RIGHT);
const inside = () => tell(asking(), BILLS_HERE);
const showing = (...value: readonly UtilityBills[]) => tell(asking(), { type: 'BILLS', answer: { value } });
const model = (state = inside(), ...keys: readonly RemoteKey[]) => screenOf(press(state, ...keys), 'bills');

const [WATER] = BILLS as [Extract<UtilityBills, { state: 'known' }>];
const [NEWEST] = WATER.statement.bills as [Bill];
const withBills = (bills: readonly Bill[], balance: number | null = null): UtilityBills => ({
  ...WATER,
  statement: { ...WATER.statement, balance, bills: [...bills] },
});
const cardOf = (bills: UtilityBills) => model(showing(bills)).cards[0];

describe('bills', () => {
  it('are asked for once the PIN was right, and that takes a moment', () => {
    expect(whereIs(press(athome(), '5'))).toBe('home+pin');
    const { snapshot, intents } = step(press(athome(), '5', ...PIN), PIN_RIGHT);
    expect([whereIs(snapshot), intents]).toEqual(['bills', [{ type: 'read-bills' }]]);
    expect(model(snapshot).text).toContain('正在问');
  });

  it('are a card for each utility: what is owed and until when, what is late, who is silent, who knows no account', () => {
    expect(model().cards).toMatchObject([
      { label: '水费', amount: '46.80 元', meta: '11月30日周一前交', sign: null },
      { label: '电费', amount: '98.42 元', meta: '暂时没有回答', sign: 'offline' },
      { label: '燃气费', amount: '', meta: '还没有登记户号', sign: null },
      { label: '电视费', amount: '12.00 元', meta: expect.stringContaining('已过期'), sign: 'alert' },
    ]);
  });

  it('add up what is not paid, due when the first of it is', () => {
    const earlier: Bill = { ...NEWEST, amountDue: 20, dueOn: '2026-11-24' as Bill['dueOn'] };
    expect(cardOf(withBills([NEWEST, earlier]))).toMatchObject({ amount: '47.00 元', meta: '明天前交' });
    expect(cardOf(withBills([NEWEST, { ...earlier, status: 'paid' }]))?.amount).toBe('46.80 元');
  });

  it('say in words that all is paid, that nothing was billed, and that no day is set', () => {
    expect(cardOf(withBills([{ ...NEWEST, status: 'paid' }]))).toMatchObject({
      amount: '',
      meta: '已交清',
      sign: 'over',
    });
    expect(cardOf(withBills([]))).toMatchObject({ amount: '', meta: '还没有账单' });
    expect(cardOf(withBills([{ ...NEWEST, dueOn: null }]))?.meta).toBe('还没交');
  });

  it('show the chosen one in detail: who, the last bills from the oldest on, the newest in words', () => {
    expect(model().detail).toEqual({
      provider: '周村自来水公司',
      facts: ['电话 12345', '户号 ******5678'],
      words: '',
      bars: [
        { label: '7—8月', amount: '54.00', part: 1, paid: true },
        { label: '9—10月', amount: '46.80', part: 4_680 / 5_400, paid: false },
      ],
      lines: ['9月1日到10月31日，用了 13立方米', '46.80 元，11月30日周一前交'],
      asOf: expect.stringContaining('查到的'),
    });
    const many = Array.from({ length: 12 }, (_, at): Bill => ({ ...NEWEST, amountDue: at, status: 'paid' }));
    expect(model(showing(withBills(many))).detail?.bars.map(({ amount }) => amount)).toEqual([
      ...['0.04', '0.03', '0.02', '0.01', '0.00'],
    ]);
  });

  it('tell of what was paid in advance, and of a debt, but not of nothing', () => {
    const facts = (balance: number | null) => model(showing(withBills([], balance))).detail?.facts.slice(2);
    expect([facts(8_735), facts(-50), facts(0), facts(null)]).toEqual([
      ['预存还剩 87.35 元'],
      ['预存已用完，欠 0.50 元'],
      [],
      [],
    ]);
  });

  it('of a silent provider are those it told last, with the time, and its number', () => {
    const { detail } = model(inside(), 'down');
    expect(detail).toMatchObject({
      words: '周村供电中心暂时没有回答，请稍后再看',
      facts: ['电话 95598', expect.anything(), expect.anything()],
    });
    expect(detail?.asOf).toMatch(/08:40 查到的，不是最新的/);
    expect(detail?.bars).toHaveLength(1);
  });

  it.each([
    ['unreadable', '打 95598 问'],
    ['busy', '过一会儿'],
    ['no-account', '没有这个户号'],
  ] as const)('say in words that the answer is %s', (trouble, words) => {
    const [, power] = BILLS as [unknown, Extract<UtilityBills, { state: 'trouble' }>];
    const { detail, cards } = model(showing({ ...power, trouble, last: null }));
    expect([detail?.words, cards[0]?.amount, detail?.bars]).toEqual([expect.stringContaining(words), '', []]);
  });

  it('say what to do where no account is linked', () => {
    expect(model(inside(), '3').detail).toMatchObject({
      words: expect.stringContaining('12345'),
      facts: ['电话 12345'],
      bars: [],
    });
  });

  it('are chosen by the arrows and by their digits', () => {
    expect([model(inside(), 'down', 'down', 'up').focus, model(inside(), '4').focus]).toEqual([1, 3]);
    expect([model(inside(), 'up').focus, model(inside(), '4', 'down').focus, model(inside(), '6').focus]).toEqual([
      0, 3, 0,
    ]);
  });

  it('are asked for again by OK where one is silent; what is shown stays meanwhile', () => {
    const { snapshot, intents } = step(inside(), { type: 'KEY', key: 'ok' });
    expect([intents, model(snapshot).cards.length]).toEqual([[{ type: 'read-bills' }], 4]);
    expect(frameOf(tell(snapshot, BILLS_HERE)).chrome.note).toBeNull();
    expect(step(showing(WATER), { type: 'KEY', key: 'ok' }).intents).toEqual([]);
  });

  it('say when they cannot be had at all, and try again on OK', () => {
    const state = tell(asking(), { type: 'BILLS', answer: { trouble: 'unreachable' } });
    expect(model(state).text).toContain('再试一次');
    expect(step(state, { type: 'KEY', key: 'ok' }).intents).toEqual([{ type: 'read-bills' }]);
    expect(model(showing()).text).toContain('还没有接通');
  });

  it('are kept when asking again fails', () => {
    const state = tell(press(inside(), 'ok'), { type: 'BILLS', answer: { trouble: 'unreachable' } });
    expect(model(state).cards).toHaveLength(4);
  });

  it.each([
    ['back', 'home'],
    ['home', 'home'],
    ['7', 'outages'],
  ] as const)('are forgotten by %s', (key, screen) => {
    const { snapshot, intents } = step(inside(), { type: 'KEY', key });
    expect([whereIs(snapshot), snapshot.context.privately, intents]).toEqual([
      screen,
      null,
      [{ type: 'close-private' }],
    ]);
    expect(JSON.stringify(snapshot.context)).not.toMatch(/46\.?80|5678/);
  });

  it('are forgotten after ninety seconds without a key', () => {
    const { snapshot, intents } = step(inside(), IDLE);
    expect([whereIs(snapshot), snapshot.context.privately, intents]).toEqual([
      'home',
      null,
      [{ type: 'close-private' }],
    ]);
  });

  it('of a pass that ran out lead home, but a late answer to another screen does not', () => {
    const shut = { type: 'BILLS', answer: { trouble: 'closed' } } as const;
    expect(whereIs(tell(inside(), shut))).toBe('home');
    const household = tell(tell(press(athome(), '7', ...PIN), PIN_RIGHT), HOUSEHOLD_HERE);
    expect(whereIs(tell(household, shut))).toBe('household');
    expect(tell(household, BILLS_HERE).context.privately?.bills).toBeNull();
  });
});
