// Before anything can be shown: what the resident is told, and how the television gets over it.
import { describe, expect, it } from 'vitest';
import { booted, ITEMS_HERE, ONLINE, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';

const line = (status: 'connecting' | 'offline') => ({ type: 'LINE', status, asOf: null }) as const;
const offline = () => tell(booted(), line('offline'));

describe('a box that has nothing to show', () => {
  it('waits with a calm sentence first', () => {
    expect(screenOf(booted(), 'boot').text).toContain('正在连接');
  });

  it('says when it cannot connect, and what to do', () => {
    expect(screenOf(offline(), 'message')).toMatchObject({ tone: 'offline', title: '暂时连不上', action: '再试一次' });
  });

  it('asks the outside to try again on OK, and says that it does', () => {
    expect(step(offline(), { type: 'KEY', key: 'ok' }).intents).toEqual([{ type: 'retry' }]);
    const trying = tell(offline(), line('connecting'));
    expect(screenOf(trying, 'message').text).toContain('正在再连一次');
  });

  it('answers Back with a sentence, for there is nowhere to go', () => {
    expect(press(offline(), 'back').context.note).toContain('再试一次');
  });

  it('goes home by itself when notices come', () => {
    expect(whereIs(tell(tell(offline(), ONLINE), ITEMS_HERE))).toBe('home');
  });
});
