// What was added and what was taken away, told so that both sides can be read from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, diffTexts, type LineChange, withMoves } from '../../../../src/console/pages/guides/text-diff.ts';

const text = fc.string({ unit: fc.constantFrom('身', '份', '证', '20', '元', '，', ' ') });
const lines = fc.array(text, { maxLength: 8 });

function sidesOf(changes: readonly LineChange[]) {
  const side = (gone: 'added' | 'removed') =>
    changes
      .filter(({ kind }) => kind !== gone)
      .map(({ parts }) =>
        parts
          .filter(({ kind }) => kind !== gone)
          .map((part) => part.text)
          .join(''),
      );
  return { before: side('added'), after: side('removed') };
}

describe('two texts', () => {
  it('are told apart word by word', () => {
    expect(diffTexts('每证20元', '每证40元')).toEqual([
      { kind: 'same', text: '每证' },
      { kind: 'removed', text: '20' },
      { kind: 'added', text: '40' },
      { kind: 'same', text: '元' },
    ]);
  });

  it('can both be read from the parts, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffTexts(before, after);
        const without = (gone: string) =>
          parts
            .filter(({ kind }) => kind !== gone)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});

describe('two lists', () => {
  it('show a line that was changed as one, with what changed in it', () => {
    const [first, second] = diffLines(['带户口本', '交钱，每证20元'], ['带户口本', '交钱，每证40元']);
    expect([first?.kind, second?.kind]).toEqual(['same', 'changed']);
  });

  it('show a line that has nothing in common with the old one as new', () => {
    expect(diffLines(['到窗口照相'], ['网上预约']).map(({ kind }) => kind)).toEqual(['added', 'removed']);
  });

  it('show what came in between and what went', () => {
    expect(diffLines(['一', '三', '四'], ['一', '二', '三']).map(({ kind, parts }) => [kind, parts[0]?.text])).toEqual([
      ['same', '一'],
      ['added', '二'],
      ['same', '三'],
      ['removed', '四'],
    ]);
  });

  it('are the same only where nothing was changed', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const isSame = diffLines(before, after).every(({ kind }) => kind === 'same');
        expect(isSame).toBe(JSON.stringify(before) === JSON.stringify(after));
      }),
    );
  });

  it('tell a line once that stands in another place', () => {
    const changes = withMoves(diffLines(['照相', '签名', '交钱'], ['签名', '交钱', '照相']));
    expect(changes.map(({ kind, parts }) => [kind, parts[0]?.text])).toEqual([
      ['same', '签名'],
      ['same', '交钱'],
      ['moved', '照相'],
    ]);
  });

  it('tell a line twice that is there once more', () => {
    const changes = withMoves(diffLines(['照相', '签名'], ['签名', '照相', '照相']));
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['added', 'moved', 'same']);
  });

  it('can both be read from the changes, whatever they are', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(sidesOf(diffLines(before, after))).toEqual({ before, after });
      }),
    );
  });
});
