// The week as lanes: who stands where, how wide a bar is, which bar is marked.
import { describe, expect, it } from 'vitest';
import { lanesOf, momentIn } from '../../../../src/console/pages/schedule/lanes.ts';
import { CalendarItem, Conflict, readCalendar } from '../../../../src/contract/calendar.ts';
import type { Day } from '../../../../src/contract/time.ts';

const MONDAY = '2026-11-23' as Day;
const [example] = readCalendar.example.reply.items;
const item = (last: number, more: object) =>
  CalendarItem.parse({ ...example, id: `019ab000-0000-7000-8000-00000000000${last}`, pinned: false, ...more });
const at = (time: string) => new Date(`${time}:00+08:00`).toISOString();
const names = (items: CalendarItem[]) => lanesOf(items, [], MONDAY).map(({ name, rows }) => [name, rows.length]);

describe('the lanes of a week', () => {
  it('have an item in each of its places, a pinned one also on the card and in the ticker, the rest in the list', () => {
    const [banner, pinned, plain] = [
      item(1, { placements: ['banner', 'full'] }),
      item(2, { placements: [], pinned: true }),
      item(3, { placements: [] }),
    ];
    expect(names([banner, pinned, plain])).toEqual([
      ['card', 1],
      ['banner', 1],
      ['ticker', 1],
      ['full', 1],
      ['list', 1],
    ]);
    expect(names([])).toEqual([]);
  });

  it('have bars by the hours of Shanghai', () => {
    const spans = [
      { from: at('2026-11-23T00:00'), to: at('2026-11-24T00:00') },
      { from: at('2026-11-29T12:00'), to: at('2026-11-30T00:00') },
    ];
    const [lane] = lanesOf([item(1, { placements: [], spans })], [], MONDAY);
    const rounded = lane?.rows[0]?.bars.map(({ left, width }) => [left.toFixed(2), width.toFixed(2)]);
    expect(rounded).toEqual([
      ['0.00', '14.29'],
      ['92.86', '7.14'],
    ]);
  });

  it('mark a conflict in the lane it is in, and what is never on in all', () => {
    const both = item(1, { placements: ['banner', 'full'] });
    const conflict = (kind: Conflict['kind']) => Conflict.parse({ kind, items: [both.id], span: null, share: null });
    const marks = (kind: Conflict['kind']) =>
      lanesOf([both], [conflict(kind)], MONDAY).map(({ name, rows }) => [
        name,
        rows[0]?.bars.some((bar) => bar.marked),
      ]);
    expect(marks('full-together')).toEqual([
      ['banner', false],
      ['full', true],
    ]);
    expect(marks('never-on')).toEqual([
      ['banner', true],
      ['full', true],
    ]);
  });

  it('mark only the bars that a conflict falls upon', () => {
    const days = ['2026-11-23', '2026-11-24'].map((day) => ({ from: at(`${day}T08:00`), to: at(`${day}T09:00`) }));
    const full = item(1, { placements: ['full'], spans: days });
    const conflict = Conflict.parse({ kind: 'full-together', items: [full.id], span: days[1], share: null });
    expect(lanesOf([full], [conflict], MONDAY)[0]?.rows[0]?.bars.map(({ marked }) => marked)).toEqual([false, true]);
  });

  it('know where now is, in this week only', () => {
    expect(momentIn(MONDAY, Date.parse(at('2026-11-26T12:00')))).toBe(50);
    expect(momentIn(MONDAY, Date.parse(at('2026-11-30T00:00')))).toBeNull();
    expect(momentIn(MONDAY, Date.parse(at('2026-11-22T23:59')))).toBeNull();
  });
});
