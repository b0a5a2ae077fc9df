// An author sees short names of pictures; the server gets the full ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandPictures, picturesOf, shortenPictures } from '../../../../src/console/pages/notices/short-pictures.ts';

const ID = 'ab12cd34'.repeat(8);

describe('the short name of a picture', () => {
  it('is what stands in the field', () => {
    expect(shortenPictures(`前\n\n![说明](picture:${ID})`)).toBe('前\n\n![说明](picture:ab12cd34)');
  });

  it('becomes the full one again', () => {
    const id = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 8, selector: (each) => each.slice(0, 8) }), (ids) => {
        const text = ids.map((each) => `段落\n\n![图](picture:${each})`).join('\n\n');
        expect(expandPictures(shortenPictures(text), new Set(picturesOf(text)))).toBe(text);
      }),
    );
  });

  it('that belongs to no picture stays, for the server to refuse', () => {
    expect(expandPictures('![图](picture:00000000)', new Set([ID]))).toBe('![图](picture:00000000)');
  });
});
