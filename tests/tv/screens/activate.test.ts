// A box without a credential: what its screen says, and what its keys do.
import { describe, expect, it } from 'vitest';
import type { Activation } from '../../../src/tv/activation/state.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import { athome, BOUND, booted, CODE, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';

const shown = (activation: Activation) => tell(tell(booted(), CODE), { type: 'ACTIVATION', activation });
const OK = { type: 'KEY', key: 'ok' } as const;

describe('the activation screen', () => {
  it('shows the code in two groups, a link to scan, and what to do', () => {
    const model = screenOf(tell(booted(), CODE), 'activate');
    expect(model).toMatchObject({ groups: ['7K3M', '9XPA'], link: 'https://tv.example/a', action: null });
    expect(model.steps.length).toBe(2);
    expect(model.state).toContain('15 分钟');
  });

  it('keeps a code that is good, whatever is pressed', () => {
    for (const key of ['ok', 'back', 'home', '5'] as const) {
      const { snapshot, intents } = step(tell(booted(), CODE), { type: 'KEY', key });
      expect([whereIs(snapshot), intents]).toEqual(['activate', []]);
    }
    expect(frameOf(press(tell(booted(), CODE), 'ok')).chrome.note).toContain('自己打开');
  });

  it.each([
    [{ step: 'denied' } as const, '没有通过'],
    [{ step: 'expired' } as const, '过期'],
    [{ step: 'asking', offline: true } as const, '连不上'],
  ])('offers one thing to do when there is none: %j', (activation, words) => {
    const state = shown(activation);
    expect(screenOf(state, 'activate').title).toContain(words);
    expect(screenOf(state, 'activate').action).not.toBeNull();
    expect(step(state, OK).intents).toEqual([{ type: 'activate' }]);
  });

  it('says that the line is dead, and leaves the code where it is', () => {
    const model = screenOf(
      shown({ step: 'code', userCode: '7K3M-9XPA', link: 'x', minutes: 3, offline: true }),
      'activate',
    );
    expect([model.groups, model.offline]).toEqual([['7K3M', '9XPA'], true]);
    expect(model.state).toContain('连不上');
  });

  it('gives way to the first screen once the code was typed', () => {
    expect(whereIs(tell(tell(booted(), CODE), BOUND))).toBe('boot');
  });

  it('takes the place of everything when the credential is void, and nothing of that home is left', () => {
    const state = tell(press(athome(), '1', 'ok', 'green', '0'), CODE);
    expect(whereIs(state)).toBe('activate');
    expect(state.context).toMatchObject({ items: [], ready: false, home: null, marks: {}, reader: null, cursor: '' });
    expect(state.context.elder).toBe(false);
    expect(frameOf(state).chrome).toMatchObject({ community: '', date: '', ticker: [] });
  });
});
