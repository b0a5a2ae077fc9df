// Writing with the remote's digits, key by key.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf } from '../../../src/domain/guides/search.ts';
import { beginTyping, candidates, press, readings, type Typing } from '../../../src/tv/keyboard/engine.ts';
import { REMOTE_KEYS } from '../../../src/tv/remote/keys.ts';
import { DICTIONARY, EMPTY, result, typed } from './shipped.ts';

const [LOUSHUI, LUDENG, XIYIN] = ['loushui', 'ludeng', 'xi'].map(digitsOf) as [string, string, string];

describe('pinyin', () => {
  it('becomes a word by OK', () => {
    expect(typed(`${LOUSHUI} ok`)).toMatchObject({ text: '漏水', digits: '', area: 'typing' });
  });

  it('goes on behind the word', () => {
    expect(typed(`${LUDENG} ok ${LOUSHUI} ok`).text).toBe('路灯漏水');
  });

  it('leaves what a chosen character has not used up', () => {
    const typing = typed(LOUSHUI);
    const at = candidates(DICTIONARY, typing).findIndex(({ taken }) => taken === 3);
    const downs = 'down '.repeat(1) + 'right '.repeat(at);
    expect(typed(`${LOUSHUI} ${downs} ok`)).toMatchObject({ digits: digitsOf('shui'), area: 'typing' });
  });

  it('offers nothing that leaves what nobody can read', () => {
    // 饿 would leave 75, which begins no syllable.
    expect(candidates(DICTIONARY, typed('375')).every(({ taken }) => taken !== 1)).toBe(true);
    expect(candidates(DICTIONARY, typed('375 pageDown 3'))).not.toEqual([]);
  });

  it('is refused where no syllable goes on like this, and nothing is lost', () => {
    const digits = '5555';
    expect(result(digits)).toEqual({ kind: 'refused', why: 'no-such' });
    expect(typed(digits).digits).toBe('555'.slice(0, typed(digits).digits.length));
  });

  it('needs the dictionary; numbers and signs do not', () => {
    expect(result('5', EMPTY, null)).toEqual({ kind: 'refused', why: 'no-dictionary' });
    expect(typed('0 12 ok 1 2', EMPTY, null).text).toBe('12。');
  });
});

describe('choosing', () => {
  it('is by the digits once an arrow has led among the candidates', () => {
    const typing = typed(`${XIYIN} down`);
    expect(typing.area).toBe('choosing');
    const third = candidates(DICTIONARY, typing)[2]?.text;
    expect(typed(`${XIYIN} down 3`).text).toBe(third);
  });

  it('begins with 1, too', () => expect(typed(`${XIYIN} 1`).area).toBe('choosing'));

  it('counts on the page that is shown', () => {
    const tenth = candidates(DICTIONARY, typed(XIYIN))[9]?.text;
    expect(typed(`${XIYIN} down pageDown 1`).text).toBe(tenth);
    expect(typed(`${XIYIN} down down down down ok`).text).toBe(tenth);
  });

  it('says where it ends', () => {
    expect(result(`${XIYIN} down left`)).toEqual({ kind: 'refused', why: 'no-more' });
    const few = typed('1');
    expect(result('9 9', { ...few, index: 8 })).toMatchObject({ kind: 'typing' });
    expect(result('right', { ...few, index: 8 })).toEqual({ kind: 'refused', why: 'no-more' });
  });

  it('puts what was chosen first the next time', () => {
    const chosen = typed(`${XIYIN} down 3`);
    const again = typed(XIYIN, chosen);
    expect(candidates(DICTIONARY, again)[0]?.text).toBe(chosen.text);
  });
});

describe('readings', () => {
  it('are chosen above the candidates, and leave only what is read so', () => {
    const typing = typed(`${XIYIN} up right`);
    const [, second = ''] = readings(DICTIONARY, typing);
    expect(typing).toMatchObject({ area: 'readings', reading: second });
    for (const { reading } of candidates(DICTIONARY, typing)) expect(reading[0]).toBe(second);
    expect(typed('ok', typing).area).toBe('choosing');
  });

  it('stay while the next syllable is typed, and go when nothing fits them any more', () => {
    const chosen = typed(`${digitsOf('xia')} up`);
    expect(typed(digitsOf('shui'), chosen)).toMatchObject({ reading: chosen.reading, area: 'typing' });
    expect(typed(`${LOUSHUI} up back`)).toMatchObject({ reading: null, digits: LOUSHUI, area: 'typing' });
  });
});

describe('numbers and signs', () => {
  it('0 begins numbers, OK ends them', () => {
    expect(typed('0 3205')).toMatchObject({ text: '3205', numbers: true });
    expect(typed(`0 3 ok ${LOUSHUI} ok`).text).toBe('3漏水');
  });

  it('1 offers signs', () => {
    expect(typed('1').area).toBe('choosing');
    expect(typed('1 2').text).toBe('。');
    expect(typed('1 2').recent).toEqual([]);
  });

  it('0 waits until what is typed is chosen', () => {
    expect(result('56 0')).toEqual({ kind: 'refused', why: 'choose-first' });
  });
});

describe('the end', () => {
  it('is OK with nothing left to choose', () => {
    expect(result(`${LOUSHUI} ok ok`)).toEqual({ kind: 'done', text: '漏水' });
    expect(result('ok')).toEqual({ kind: 'refused', why: 'nothing-written' });
  });

  it('is Back with nothing left to take back', () => {
    expect(result(`${LOUSHUI} ok back back back`)).toEqual({ kind: 'left' });
  });

  it('comes before the text grows too long', () => {
    const full = beginTyping('漏水了', 4, []);
    expect(result(`${LOUSHUI} ok`, full)).toEqual({ kind: 'refused', why: 'full' });
    expect(beginTyping('漏水了漏水了', 4, []).text).toBe('漏水了漏');
  });

  const keys = fc.array(fc.constantFrom(...REMOTE_KEYS.filter((key) => key !== 'home')), { maxLength: 40 });
  const typingAfter = (pressed: readonly (typeof REMOTE_KEYS)[number][]): Typing =>
    typed(pressed.join(' '), beginTyping('修', 6, []));

  it('is reached by Back alone from everywhere, each one taking something back', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        let now = typingAfter(pressed);
        // Reading, area, numbers, and each digit and character once.
        for (let left = now.digits.length + now.text.length + 3; left >= 0; left -= 1) {
          const next = press(DICTIONARY, now, 'back');
          if (next.kind === 'left') return;
          expect(next.kind).toBe('typing');
          if (next.kind === 'typing') now = next.typing;
        }
        throw new Error('Back did not lead out');
      }),
    );
  });

  it('whatever is pressed, something is chosen, and nothing is too long', () => {
    fc.assert(
      fc.property(keys, (pressed) => {
        const now = typingAfter(pressed);
        expect(now.text.length).toBeLessThanOrEqual(6);
        if (now.digits !== '') expect(candidates(DICTIONARY, now)[now.index]).toBeDefined();
        if (now.area === 'readings') expect(readings(DICTIONARY, now)).toContain(now.reading);
      }),
      { numRuns: 2000 },
    );
  });
});
