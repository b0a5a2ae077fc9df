// Outages, places and broadband: sorted, said in words, chosen by the remote; and asking to be called, by the PIN.
import { describe, expect, it } from 'vitest';
import type { CarriedPlace } from '../../../src/contract/places.ts';
import type { Catalogue } from '../../../src/tv/catalogue/catalogue.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { CATALOGUE, NOW, OFFERS, OUTAGES, PLACES } from '../examples.ts';
import { athome, CONTACT_HERE, IDLE, PIN_RIGHT, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';

const PIN = ['6', '0', '4', '1', '8', '2'] as const;
const holding = (change: Partial<Catalogue>) =>
  tell(athome(), { type: 'CATALOGUE', catalogue: { ...CATALOGUE, ...change } });
const later = (ms: number, state = athome()) => tell(state, { type: 'TICK', now: NOW + ms, sure: true });
const HOUR = 3_600_000;
const keyed = (key: RemoteKey) => ({ type: 'KEY', key }) as const;

describe('life', () => {
  it('is behind tile 6, says what there is of each, and opens it by its digit', () => {
    expect(screenOf(press(athome(), '6'), 'life').cards).toMatchObject([
      { digit: '1', label: '便民地点', aside: '附近 4 处，现在开着 1 处' },
      { digit: '2', label: '宽带比较', aside: '能装 3 种，一起比一比' },
      { digit: '3', label: '停水停电', aside: expect.stringContaining('停水：11月27日') },
    ]);
    expect((['1', '2', '3'] as const).map((digit) => whereIs(press(athome(), '6', digit)))).toEqual([
      ...['places', 'offers', 'outages'],
    ]);
    expect(whereIs(press(athome(), '6', '4'))).toBe('life');
  });

  it('is walked by the arrows, and Back finds the card that was opened', () => {
    const state = press(athome(), '6', 'right', 'ok');
    expect(whereIs(state)).toBe('offers');
    expect(screenOf(press(state, 'back'), 'life').focus).toBe(1);
  });

  it('says that nothing is here yet where the box holds nothing', () => {
    const state = press(holding({ places: [], offers: [], outages: [] }), '6');
    expect(screenOf(state, 'life').cards.map(({ aside }) => aside)).toEqual([
      '还没有内容',
      '还没有内容',
      '最近没有安排',
    ]);
  });
});

describe('outages', () => {
  const open = (state = athome()) => press(state, '6', '3');
  const model = (state = open()) => screenOf(state, 'outages');

  it('stand in the order of their beginnings, with what, when and where', () => {
    expect(model(open(holding({ outages: [...OUTAGES].reverse() }))).rows).toMatchObject([
      { label: '停水', icon: 'water', when: '11月27日周五 8:30 到 17:00' },
      { label: '停电', icon: 'power', when: '11月30日周一 7:00 起' },
    ]);
    expect(model().detail).toMatchObject({
      when: '停水：11月27日周五 8:30 到 17:00',
      where: '车站社区',
      why: expect.stringContaining('提前储水'),
      said: expect.stringContaining('周村自来水公司'),
    });
    expect(model(press(open(), 'down')).detail).toMatchObject({
      where: '车站社区 1号楼、车站社区 2号楼',
      why: expect.stringContaining('还不知道什么时候恢复'),
    });
  });

  it('that have begun say so, those that are over are gone', () => {
    const during = later((3 * 24 + 14) * HOUR, open());
    expect(model(during).rows[0]?.when).toBe('正在停，预计今天 17:00 恢复');
    expect(model(later(4 * 24 * HOUR, open())).rows.map(({ label }) => label)).toEqual(['停电']);
    expect(model(later(8 * 24 * HOUR, open())).rows[0]?.when).toContain('还不知道');
  });

  it('stay chosen while others come', () => {
    const chosen = press(open(), 'down');
    const more = { ...OUTAGES[0], id: '019ab000-0000-7000-8000-0000000000e9' } as (typeof OUTAGES)[number];
    const state = tell(chosen, { type: 'CATALOGUE', catalogue: { ...CATALOGUE, outages: [...OUTAGES, more] } });
    expect(model(state).rows[model(state).focus]?.label).toBe('停电');
  });

  it('say when there are none, and when nobody knows', () => {
    expect(model(open(holding({ outages: [] }))).text).toContain('没有停水');
    expect(frameOf(press(open(), 'up')).chrome.note).toContain('第一条');
  });

  it('that are old say how old, when the line is down', () => {
    const aged = holding({ asOf: NOW - 3 * 24 * HOUR });
    const state = tell(open(aged), { type: 'LINE', status: 'offline', asOf: NOW });
    expect(frameOf(state).chrome.status).toEqual({ kind: 'offline', text: expect.stringContaining('11月20日') });
  });

  it('lead back to where they were opened from', () => {
    expect(whereIs(press(open(), 'back'))).toBe('life');
    expect(whereIs(press(tell(press(athome(), '5', ...PIN), PIN_RIGHT), '7', 'back'))).toBe('home');
  });
});

describe('places', () => {
  const kinds = () => press(athome(), '6', '1');
  const place = (state = press(kinds(), '1')) => screenOf(state, 'place');
  const moved = (change: Partial<CarriedPlace>, id: number): CarriedPlace => ({
    ...(PLACES[1] as CarriedPlace),
    id: `019ab000-0000-7000-8000-00000000000${id}` as CarriedPlace['id'],
    ...change,
  });

  it('are grouped by kind in one order, each with how many are open', () => {
    expect(screenOf(kinds(), 'places').cards).toMatchObject([
      { label: '村居委会', digit: '1', aside: '现在都关着' },
      { label: '卫生室', digit: '2', aside: '1 处开着' },
      { label: '菜市场', digit: '3', aside: '现在都关着' },
      { label: '公园广场', digit: '4', aside: '1 处' },
    ]);
  });

  it('say whether one is open, its hours, where it is and how far', () => {
    expect(place()).toMatchObject({ title: '村居委会', rows: [{ label: '车站社区居委会', state: '关着' }] });
    expect(place().detail).toEqual({
      opening: '现在关着，明天8:30开门',
      open: false,
      hours: ['周一至周五 8:30—12:00，13:30—17:00', '周六、周日 休息'],
      address: '车站社区1号楼一楼',
      phone: null,
      note: '门口有坡道，轮椅可以进',
      sketch: { bearing: 0, distance: 0, scale: '200米', words: ['就在居委会'] },
    });
    expect(place(press(kinds(), '2')).detail).toMatchObject({
      opening: '全天开着',
      sketch: { bearing: 51, distance: 1130 / 2000, scale: '2公里', words: ['东北约1.1公里', '走路约 23 分钟'] },
    });
    expect(place(press(kinds(), '4')).detail).toMatchObject({ opening: '开门时间没有登记', sketch: null });
  });

  it('tell of a day in the coming week on which it is otherwise', () => {
    const december = later(36 * 24 * HOUR);
    expect(place(press(december, '6', '1', '1')).detail.hours).toContain('后天 8:30—12:00');
  });

  it('of one kind have the nearest first, those unknown last', () => {
    const near = moved({ name: '近', away: { metres: 100, bearing: 0 } }, 1);
    const unknown = moved({ name: '不知道', away: null }, 2);
    const state = press(holding({ places: [unknown, ...PLACES, near] }), '6', '1', '3');
    expect(place(state).rows.map(({ label }) => label)).toEqual(['近', '车站便民菜市场', '不知道']);
  });

  it('go on on a phone, with the number to call where there is one', () => {
    const [office] = PLACES as [CarriedPlace];
    const state = press(holding({ places: [{ ...office, phone: '12345' }] }), '6', '1', '1', '7');
    expect(frameOf(state).overlay).toMatchObject({
      name: 'phone',
      link: `https://linli.example/m/places/${office.id}`,
      number: '12345',
    });
    expect(frameOf(press(kinds(), '1', 'ok')).overlay).toMatchObject({ label: '', number: '' });
    expect(whereIs(press(holding({ phone: null }), '6', '1', '1', '7'))).toBe('place');
  });

  it('are walked in rows of four; a short last row is reached from above', () => {
    const focus = (...keys: RemoteKey[]) => screenOf(press(kinds(), ...keys), 'places').focus;
    expect([focus('right', 'right'), focus('down'), focus('left'), focus('up')]).toEqual([2, 0, 0, 0]);
    const all = ['school', 'bank', 'market', 'clinic', 'hospital', 'park'] as const;
    const six = holding({ places: all.map((kind, at) => moved({ kind }, at + 1)) });
    const at = (...keys: RemoteKey[]) => screenOf(press(six, '6', '1', ...keys), 'places').focus;
    expect([at('down'), at('right', 'right', 'right', 'down'), at('right', 'down', 'up')]).toEqual([4, 5, 1]);
  });

  it('of a kind that is gone lead back to the kinds, a square to scan with them', () => {
    const state = tell(press(kinds(), '1', '7'), { type: 'CATALOGUE', catalogue: { ...CATALOGUE, places: [] } });
    expect([whereIs(state), frameOf(state).chrome.note]).toEqual(['places', expect.stringContaining('撤下')]);
    expect(screenOf(state, 'places').text).not.toBeNull();
  });
});

describe('offers', () => {
  const open = (state = athome()) => press(state, '6', '2');
  const model = (state = open()) => screenOf(state, 'offers');

  it('stand side by side, with the same facts at the same height', () => {
    const columns = model().columns;
    expect(columns).toHaveLength(3);
    for (const { facts } of columns)
      expect(facts.map(({ label }) => label)).toEqual(['下载', '上传', '安装费', '要用满', '线路']);
    expect(columns.find(({ offer }) => offer === '全家500兆')).toMatchObject({
      provider: '示例运营商乙',
      fee: '79 元',
      speed: 1,
      facts: [{ value: '500 兆' }, { value: '50 兆' }, { value: '不收' }, { value: '24 个月' }, { value: '光纤' }],
      includes: '另有：光猫、路由器',
    });
  });

  it('change places from day to day, so that each is first', () => {
    const firsts = [0, 1, 2].map((day) => model(open(later(day * 24 * HOUR))).columns[0]?.provider);
    expect(new Set(firsts).size).toBe(3);
  });

  it('that can be had no longer are not shown', () => {
    const [first] = OFFERS as [(typeof OFFERS)[number]];
    const past = { ...first, validTo: '2026-11-22' as typeof first.validTo };
    expect(model(open(holding({ offers: [past] }))).text).toContain('没有登记');
    expect(
      model(open(holding({ offers: [{ ...past, validTo: '2026-11-23' as typeof first.validTo }] }))).columns,
    ).toHaveLength(1);
  });

  it('ask the PIN before anybody is told to call', () => {
    const asked = press(open(), 'right', 'ok');
    expect(whereIs(asked)).toBe('offers+pin');
    const chosen = model(asked).columns[1]?.id;
    const { snapshot, intents } = step(press(asked, ...PIN), PIN_RIGHT);
    expect([whereIs(snapshot), intents]).toEqual(['contact', [{ type: 'ask-contact', offer: chosen }]]);
    expect(whereIs(press(asked, 'back'))).toBe('offers');
  });
});

describe('asking to be called', () => {
  const asking = () => tell(press(athome(), '6', '2', 'ok', ...PIN), PIN_RIGHT);
  const model = (state = asking()) => screenOf(state, 'contact');

  it('says that it is being done, that it is done, and what comes next', () => {
    expect(model()).toMatchObject({ done: false, state: expect.stringContaining('正在'), lines: [] });
    const done = model(tell(asking(), CONTACT_HERE));
    expect(done).toMatchObject({ done: true, state: '已经记下了', offer: expect.stringContaining('示例运营商') });
    expect(done.lines.join('')).toContain('打给您');
  });

  it('says since when, where the wish was there already', () => {
    const askedAt = new Date(NOW - 26 * HOUR).toISOString() as never;
    expect(model(tell(asking(), { type: 'CONTACT', answer: { value: askedAt } })).state).toContain('11月22日 18:00');
  });

  it('says when it failed, and tries again on OK', () => {
    const failed = tell(asking(), { type: 'CONTACT', answer: { trouble: 'unreachable' } });
    expect(model(failed).state).toContain('再试一次');
    const { snapshot, intents } = step(failed, keyed('ok'));
    expect([model(snapshot).state, intents]).toEqual([
      expect.stringContaining('正在'),
      [{ type: 'ask-contact', offer: snapshot.context.offers.id }],
    ]);
  });

  it('leads back to the offers by Back, home by itself; nothing of it is kept', () => {
    for (const [event, screen] of [
      [keyed('back'), 'offers'],
      [IDLE, 'home'],
    ] as const) {
      const { snapshot, intents } = step(tell(asking(), CONTACT_HERE), event);
      expect([whereIs(snapshot), snapshot.context.privately, intents]).toEqual([
        screen,
        null,
        [{ type: 'close-private' }],
      ]);
    }
  });
});
