import fc from 'fast-check';
import { expect, it } from 'vitest';
import { WHEN_CHOICES } from '../../src/contract/requests.ts';
import { mergeWords, sameWords, type Words } from '../../src/phone/words.ts';

const words = fc.record<Words>({
  answers: fc.dictionary(fc.constantFrom('what', 'day', 'people'), fc.constantFrom('', 'a', 'b')),
  when: fc.constantFrom(...WHEN_CHOICES),
  text: fc.constantFrom('', '三盏都不亮', '灯坏了'),
  place: fc.constantFrom(null, '小广场', '东门口'),
  position: fc.constantFrom(null, { lat: 36.8, lon: 117.85 }, { lat: 36.9, lon: 117.8 }),
});

it('what nobody changed elsewhere stays as it was written here', () => {
  fc.assert(fc.property(words, words, (base, mine) => sameWords(mergeWords(base, mine, base), mine)));
});

it('what was changed elsewhere alone is taken over', () => {
  fc.assert(fc.property(words, words, (base, theirs) => sameWords(mergeWords(base, base, theirs), theirs)));
});

it('of what both changed the newer one on the server stays', () => {
  fc.assert(
    fc.property(words, words, words, (base, mine, theirs) => {
      const merged = mergeWords(base, mine, theirs);
      if (theirs.text !== base.text) expect(merged.text).toBe(theirs.text);
      else expect(merged.text).toBe(mine.text);
      if (theirs.place !== base.place) expect(merged.place).toBe(theirs.place);
    }),
  );
});
