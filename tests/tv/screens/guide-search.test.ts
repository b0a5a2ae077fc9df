// Searching by digits: what is typed, what is found, and what is counted when nothing is.
import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../src/tv/navigation/context.ts';
import type { Snapshot } from '../../../src/tv/navigation/machine.ts';
import type { RemoteKey } from '../../../src/tv/remote/keys.ts';
import { GUIDE_TEXTS } from '../../../src/tv/texts/guides.zh-CN.ts';
import { athome, press, screenOf, step, tell, whereIs } from '../navigation/walk.ts';
import { SHIPPED_CATALOGUE } from '../shipped.ts';

const opened = () => press(tell(athome(), { type: 'CATALOGUE', catalogue: SHIPPED_CATALOGUE }), '2', 'up', 'ok');
const typed = (digits: string, state = opened()) => press(state, ...(digits.split('') as RemoteKey[]));
const search = (state: Snapshot) => screenOf(state, 'guide-search');

/** Walks keys and gathers what was told. */
function told(state: Snapshot, ...keys: readonly RemoteKey[]): { state: Snapshot; missed: string[] } {
  const intents: Intent[] = [];
  let now = state;
  for (const key of keys) {
    const { snapshot, intents: more } = step(now, { type: 'KEY', key });
    intents.push(...more);
    now = snapshot;
  }
  return { state: now, missed: intents.flatMap((intent) => (intent.type === 'guide-missed' ? [intent.digits] : [])) };
}

describe('the search', () => {
  it('says how it is done while nothing is typed', () => {
    expect(search(opened())).toMatchObject({ typed: [], rows: [], text: GUIDE_TEXTS.searching.how.join('\n') });
  });

  it('finds 补办身份证 by the first letters of 身份证, with the reading it was found by', () => {
    const { rows, typed: cells } = search(typed('739'));
    expect(cells).toEqual([
      { digit: '7', letters: 'pqrs' },
      { digit: '3', letters: 'def' },
      { digit: '9', letters: 'wxyz' },
    ]);
    expect(rows.map(({ name }) => name)).toContain('补办身份证');
    expect(rows.map(({ matched }) => matched).join()).toContain('shen fen zheng');
  });

  it('takes zero and one, and finds by a number', () => {
    const { rows, total } = search(typed('0201'));
    expect([total, rows[0]?.id, rows[0]?.matched]).toEqual([1, '0201', '编号 0201']);
  });

  it('narrows with each digit, and Back takes one back, and leaves when there is none', () => {
    const totals = ['7', '73', '739'].map((digits) => search(typed(digits)).total);
    expect([...totals].sort((one, other) => other - one)).toEqual(totals);
    expect(search(press(typed('739'), 'back')).total).toBe(totals[1]);
    expect(whereIs(press(typed('739'), 'back', 'back', 'back'))).toBe('guide-search');
    expect(whereIs(press(typed('739'), 'back', 'back', 'back', 'back'))).toBe('guides');
  });

  it('shows five rows a page, chosen with the arrows', () => {
    const state = typed('7');
    expect(search(state)).toMatchObject({ focus: 0, page: 1 });
    expect(search(state).rows).toHaveLength(5);
    expect(search(press(state, 'down', 'down', 'down', 'down', 'down'))).toMatchObject({ focus: 0, page: 2 });
    expect(search(press(state, 'right', 'left'))).toMatchObject({ focus: 0, page: 1 });
    expect(press(state, 'up').context.note).toBe('这是第一条');
  });

  it('comes back to the row that was opened, though that has made it stand higher', () => {
    const second = press(typed('7'), 'down', 'down', 'ok');
    const { number } = screenOf(second, 'guide');
    const back = search(press(second, 'back'));
    expect(back.rows[back.focus]?.id).toBe(number);
  });

  it('starts anew when it is opened again', () => {
    expect(search(press(typed('739'), 'home', '2', 'up', 'ok')).typed).toEqual([]);
  });

  it('takes no more digits than a search can have, and opens nothing where there is nothing', () => {
    expect(search(typed('2'.repeat(15))).typed).toHaveLength(12);
    const none = press(typed('77777'), 'ok');
    expect([whereIs(none), none.context.note]).toEqual(['guide-search', GUIDE_TEXTS.searching.openNothing]);
  });
});

describe('digits that find nothing', () => {
  it('are counted once when somebody gives up, however they go', () => {
    for (const way of [['home'], ['back'], ['back', 'back', 'back', 'home']] as const)
      expect(told(typed('77777'), ...way).missed).toEqual(['77777']);
  });

  it('are counted as far as they were typed, and not for each digit', () => {
    expect(told(opened(), '7', '7', '7', '7', '7', '7', 'back', 'back', 'home').missed).toEqual(['777777']);
  });

  it('are counted again when something was found in between', () => {
    expect(
      told(typed('77777'), 'back', 'back', 'back', 'back', 'back', '8', '8', '8', '8', '8', 'home').missed,
    ).toEqual(['77777', '88888']);
  });

  it('are not counted while one digit alone is typed, nor what finds something', () => {
    expect(told(opened(), '1', 'home').missed).toEqual([]);
    expect(told(opened(), '7', '3', '9', 'ok', 'back', 'home').missed).toEqual([]);
  });
});
