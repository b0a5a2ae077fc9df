// What an alert does to a television: it takes the screen as its gravity says, and gives it back.
import { describe, expect, it } from 'vitest';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { frameOf, type Snapshot } from '../../../src/tv/navigation/machine.ts';
import { alertId, alert as anAlert, at } from '../../domain/alerts/alert.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import {
  athome,
  BOUND,
  booted,
  CODE,
  IDENTIFY,
  ITEMS_HERE,
  press,
  STANDBY,
  screenOf,
  step,
  tell,
  whereIs,
} from './walk.ts';

const alert = (change: Partial<AlertItem> = {}) =>
  anAlert({ sentAt: at(NOW), validFrom: at(NOW), validTo: at(NOW + 3_600_000), ...change });
const alerted = (snapshot: Snapshot, ...alerts: AlertItem[]) => tell(snapshot, { type: 'ALERTS', alerts, now: NOW });
const tick = (snapshot: Snapshot, ms: number, sure = true) => tell(snapshot, { type: 'TICK', now: NOW + ms, sure });
const layer = (snapshot: Snapshot) => frameOf(snapshot).alert;
const reading = press(tick(athome(), 0), '1', 'ok');
const red = alert({ severity: 'red' });
const other = alert({ id: alertId(2), severity: 'yellow', title: '大风黄色预警' });

describe('by its gravity an alert', () => {
  it.each(['red', 'orange'] as const)('of %s is over everything, without moving what is below', (severity) => {
    for (const below of [athome(), reading, press(athome(), '0'), press(athome(), '7'), tell(athome(), IDENTIFY)]) {
      const shown = alerted(below, alert({ severity }));
      expect(layer(shown)?.sheet).toMatchObject({ severity, standing: true, sound: true });
      expect(whereIs(shown)).toBe(whereIs(below));
    }
  });

  it('of yellow is a band, of blue one line, and every key is the screen’s as before', () => {
    const yellow = alerted(reading, other);
    expect(layer(yellow)).toMatchObject({ sheet: null, band: { severity: 'yellow', line: false } });
    expect(layer(alerted(reading, { ...other, severity: 'blue' }))?.band?.line).toBe(true);
    expect(whereIs(press(yellow, 'back'))).toBe('list');
  });

  it('goes over a lesser one, which does not go over it', () => {
    expect(layer(alerted(reading, other, red))).toMatchObject({ sheet: { id: red.id }, band: { id: other.id } });
  });
});

describe('an alert goes', () => {
  it('of red for OK alone, and not before its ten seconds', () => {
    const shown = alerted(reading, red);
    for (const key of ['ok', 'back', 'red', 'home', '1', 'up'] as const)
      expect(layer(press(tick(shown, 9_999), key))?.sheet?.id).toBe(red.id);
    const looked = tick(shown, 10_000);
    expect(layer(press(looked, 'back', 'home', 'red'))?.sheet?.id).toBe(red.id);
    const { snapshot, intents } = step(looked, { type: 'KEY', key: 'ok' });
    expect(layer(snapshot)).toMatchObject({ sheet: null, band: { id: red.id } });
    expect(intents).toContainEqual({ type: 'alerts-seen', seen: { [red.id]: 1 } });
    expect(whereIs(snapshot)).toBe('reader');
  });

  it('of orange for Back too, after five', () => {
    const shown = alerted(reading, alert());
    expect(layer(press(tick(shown, 4_999), 'back'))?.sheet).not.toBeNull();
    expect(layer(press(tick(shown, 5_000), 'back'))?.sheet).toBeNull();
  });

  it('by itself when its time is over, to what was there before', () => {
    const shown = alerted(reading, red);
    expect(layer(tick(shown, 3_599_999))?.sheet?.id).toBe(red.id);
    const after = tick(shown, 3_600_000);
    expect(layer(after)).toBeNull();
    expect(frameOf(after).screen).toEqual(frameOf(tick(reading, 3_600_000)).screen);
  });

  it('when it is cancelled; a band says so until it is opened and closed once', () => {
    const over = alerted(alerted(reading, red), { ...red, revision: 2, standing: false });
    expect(layer(over)).toMatchObject({ sheet: null, band: { standing: false, level: '已解除' } });
    expect(layer(press(over, '8'))?.sheet).toMatchObject({ standing: false, sound: false });
    expect(layer(press(over, '8', 'ok'))).toBeNull();
  });
});

describe('an alert comes again', () => {
  const seen = press(tick(alerted(reading, red), 10_000), 'ok');

  it('in full when it is updated', () => {
    const updated = alerted(seen, { ...red, revision: 2, severity: 'orange' });
    expect(layer(updated)?.sheet).toMatchObject({ revision: 2, severity: 'orange' });
  });

  it('in full by the red key or 8, from where any key that closes leads back', () => {
    for (const key of ['red', '8'] as const) {
      expect(layer(press(seen, key))?.sheet).toMatchObject({ id: red.id, reading: true, sound: false });
      expect(whereIs(press(seen, key, 'back'))).toBe('reader');
      expect(layer(press(seen, key, 'back'))?.sheet).toBeNull();
    }
  });

  it('with the next one after its last page', () => {
    const both = press(tick(alerted(reading, red, other), 10_000), 'ok', 'red', 'right');
    expect(layer(both)?.sheet).toMatchObject({ id: other.id, reading: true });
  });
});

describe('what carries an alert itself', () => {
  const [short, long] = [itemAbout('停水'), itemAbout('智慧社区')];
  const carried = (...notices: NoticeItem[]) =>
    alert({ severity: 'red', carriers: notices.map(({ id, revision }) => ({ id, revision })) });
  const holding = (...items: NoticeItem[]) => tell(booted(), { ...ITEMS_HERE, items } as typeof ITEMS_HERE);
  const full = { ...short, placements: ['full' as const] };
  const looping = press(athome(), '9');
  const inLoop = (state: Snapshot) => ITEMS.find(({ id }) => id === screenOf(state, 'channel').id) ?? short;

  it('is not covered while it has the screen: a notice in full, the one that is read, the channel', () => {
    const screens = [
      [holding(full), full],
      [press(holding(long), 'ok'), long],
      [looping, inLoop(looping)],
      [tell(athome(), STANDBY), inLoop(tell(athome(), STANDBY))],
    ] as const;
    for (const [below, notice] of screens) {
      const shown = alerted(below, carried(notice));
      expect(layer(shown)).toMatchObject({ sheet: null, band: { id: red.id, level: '红色预警' } });
      expect(layer(shown)?.heard).toMatchObject({ id: red.id, sound: true });
      expect(whereIs(shown)).toBe(whereIs(below));
    }
  });

  it('is covered like any other in another revision, for another alert, and where it is one line of many', () => {
    const changed = { ...full, revision: full.revision + 1 };
    expect(layer(alerted(holding(full), carried(changed)))?.sheet?.id).toBe(red.id);
    expect(layer(alerted(holding(full), red))?.sheet?.id).toBe(red.id);
    for (const elsewhere of [athome(), press(athome(), '1')])
      expect(layer(alerted(elsewhere, carried(...ITEMS)))?.sheet?.id).toBe(red.id);
    const both = alerted(holding(full), carried(full), { ...other, severity: 'red' });
    expect(layer(both)).toMatchObject({ sheet: { id: other.id }, heard: { id: other.id } });
  });

  it('is covered as soon as it is left, or has changed, and the alert keeps the screen from then on', () => {
    const beside = alerted(holding(full, long), carried(full));
    expect(layer(press(beside, 'back'))?.sheet?.id).toBe(red.id);
    const reading = alerted(press(holding(long), 'ok'), carried(long));
    const news = { ...ITEMS_HERE, items: [{ ...long, revision: long.revision + 1 }] } as typeof ITEMS_HERE;
    expect(layer(tell(reading, news))?.sheet?.id).toBe(red.id);
  });

  it('does not come through an alert by and by where a loop comes round to it', () => {
    const first = inLoop(looping);
    const covered = alerted(looping, carried(...ITEMS.filter(({ id }) => id !== first.id)));
    expect(layer(covered)?.sheet?.id).toBe(red.id);
    let later = covered;
    for (let minutes = 1; inLoop(later).id === first.id && minutes < 60; minutes += 1)
      later = tick(covered, minutes * 9_000);
    expect(inLoop(later).id).not.toBe(first.id);
    expect(layer(later)?.sheet?.id).toBe(red.id);
    expect(layer(press(tick(later, 600_000), 'ok'))?.sheet).toBeNull();
  });

  it('counts for no acknowledgement, and falls silent once the alert was opened and closed', () => {
    const beside = alerted(holding(full, long), carried(full));
    expect(beside.context.seenAlerts).toEqual({});
    const closed = press(beside, '8', 'ok');
    expect(layer(closed)).toMatchObject({ sheet: null, heard: null, band: { id: red.id } });
    expect(layer(press(closed, 'back'))?.sheet).toBeNull();
  });
});

describe('a key meant for an alert', () => {
  it('is a digit while a PIN is typed, and nobody’s where there is no alert', () => {
    expect(press(alerted(athome(), other), '7', '8').context.pin?.digits).toBe('8');
    expect(layer(press(athome(), 'red', '8'))).toBeNull();
  });

  it('still changes the size of type', () => {
    expect(frameOf(press(alerted(athome(), red), 'green')).elder).toBe(false);
  });
});

describe('a box', () => {
  it('without a home shows none, and one that is bound shows what stands', () => {
    const seeking = tell(alerted(tell(booted(), ITEMS_HERE), red), CODE);
    expect(layer(seeking)).toBeNull();
    expect(layer(alerted(tell(tell(seeking, BOUND), ITEMS_HERE), red))?.sheet?.id).toBe(red.id);
  });

  it('that does not know the time shows an alert rather than hiding it', () => {
    expect(layer(tick(alerted(athome(), red), 86_400_000, false))?.sheet?.id).toBe(red.id);
  });

  it('whose clock is set back lets an alert go all the same', () => {
    const back = tick(tick(alerted(reading, red), 0), -7_200_000);
    expect(layer(press(tick(back, -7_190_000), 'ok'))?.sheet).toBeNull();
  });

  it('marks a rehearsal in word and sign', () => {
    const { sheet } = layer(alerted(athome(), { ...red, rehearsal: true })) ?? {};
    expect(sheet?.rehearsal).toBe(true);
    expect(sheet?.title).toContain('演练');
    expect(sheet?.spoken[0]).toContain('演练');
  });
});
