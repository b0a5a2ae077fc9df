// The bars around every screen: community, clock, date, and whether what is shown is the newest.
import { describe, expect, it } from 'vitest';
import type { NavigationEvent } from '../../../src/tv/navigation/events.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import { ITEMS, itemAbout, NOW } from '../examples.ts';
import { athome, booted, ITEMS_HERE, press, tell } from './walk.ts';

const tick = (now: number, sure = true): NavigationEvent => ({ type: 'TICK', now, sure });
const line = (status: 'connecting' | 'online' | 'offline'): NavigationEvent => ({
  type: 'LINE',
  status,
  asOf: null,
});
/** Restarted this evening with what was kept at 10:32 in the morning. */
const MORNING = Date.parse('2026-11-23T02:32:00.000Z');
const kept = tell(booted(), { type: 'ITEMS', items: ITEMS, now: NOW, confirmed: false, asOf: MORNING, cursor: '' });
const statusOf = (...events: NavigationEvent[]) => frameOf(events.reduce(tell, kept)).chrome.status;

describe('the bar on top', () => {
  it('says where and when', () => {
    expect(frameOf(tell(athome(), tick(NOW + 15 * 60_000))).chrome).toMatchObject({
      community: '车站社区',
      clock: '20:15',
      date: '11月23日 星期一 十月十五',
    });
  });

  it('goes on to the next day at midnight in Zhoucun', () => {
    expect(frameOf(tell(athome(), tick(Date.parse('2026-11-23T16:00:00.000Z')))).chrome).toMatchObject({
      clock: '00:00',
      date: '11月24日 星期二 十月十六',
    });
  });

  it('shows no time rather than a wrong one', () => {
    expect(frameOf(tell(athome(), tick(NOW, false))).chrome).toMatchObject({ clock: '', date: '' });
  });

  it('shows no date when the almanac is used up', () => {
    expect(frameOf(tell(athome(), tick(NOW + 30 * 86_400_000))).chrome).toMatchObject({ date: '' });
  });

  it('knows the community from before while it connects, and says nothing when it does not', () => {
    expect(frameOf(booted()).chrome.community).toBe('车站社区');
    expect(frameOf(booted({ home: null })).chrome.community).toBe('');
  });
});

describe('the word about how fresh things are', () => {
  const comma = '\uff0c';

  it('is silent when all is well', () => {
    expect(statusOf(ITEMS_HERE, line('online'))).toBeNull();
  });

  it('says that kept content is shown while connecting', () => {
    expect(statusOf()).toEqual({ kind: 'stale', text: `正在连接${comma}先看 10:32 保存的内容` });
  });

  it('says when the content is from, once it cannot connect', () => {
    expect(statusOf(line('offline'))).toEqual({ kind: 'offline', text: `暂时连不上${comma}已显示 10:32 保存的内容` });
  });

  it('names the day when it was another', () => {
    const text = statusOf(line('offline'), tick(NOW + 86_400_000))?.text;
    expect(text).toBe(`暂时连不上${comma}已显示 11月23日 10:32 保存的内容`);
  });

  it('does not trouble anyone when a line that worked breaks for a moment', () => {
    expect(statusOf(ITEMS_HERE, line('online'), line('connecting'))).toBeNull();
  });

  it('is not said where there is nothing to be fresh', () => {
    expect(frameOf(tell(booted(), line('offline'))).chrome.status).toBeNull();
  });
});

describe('the ticker', () => {
  it('runs the pinned notices along the home screen only', () => {
    expect(frameOf(athome()).chrome.ticker).toEqual([itemAbout('停水').title]);
    expect(frameOf(press(athome(), '1')).chrome.ticker).toEqual([]);
  });
});
