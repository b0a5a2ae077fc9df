// Random texts of the kind that stand in notices: Chinese with marks, numbers, Latin words and stray spaces.
import fc from 'fast-check';

export const CLOSING = '、。”》】’…—%\uff0c\uff01\uff1f\uff1a\uff1b\uff09';
export const OPENING = '“《【‘\uff08';

const han = fc.constantFrom(...'周村区推进智慧社区建设工作实施方案为民便民惠民安停水电');
const word = fc.constantFrom(
  '8:30',
  '11月',
  '50元',
  'A4',
  'WiFi',
  '60%',
  '10,000户',
  '138-1234',
  'http://a.example/b?c=1',
);
const close = fc.constantFrom(...CLOSING);
const open = fc.constantFrom(...OPENING);

/** Prose as people type it: marks come in ones and twos, so a rule can always be kept in a column of ten cells. */
export const proseOf = (): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: han },
        { weight: 2, arbitrary: word },
        { weight: 2, arbitrary: fc.tuple(han, close).map((pair) => pair.join('')) },
        { weight: 1, arbitrary: fc.tuple(han, close, close).map((three) => three.join('')) },
        { weight: 2, arbitrary: fc.tuple(open, han).map((pair) => pair.join('')) },
        { weight: 1, arbitrary: fc.tuple(open, open, han).map((three) => three.join('')) },
        { weight: 1, arbitrary: fc.constant(' ') },
      ),
      { maxLength: 160 },
    )
    .map((parts) => parts.join(''));
