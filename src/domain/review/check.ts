// What a machine sees in a notice before the first person reviews it: words of the list, what is missing, what is doubtful.
import type { Finding, FindingLevel } from '../../contract/approvals.ts';
import type { Block, NoticeCategory } from '../../contract/notices.ts';
import type { ReviewWord } from '../../contract/reviews.ts';
import type { Instant } from '../../contract/time.ts';
import { readingTime } from '../text/reading-time.ts';
import { findWords, foldWord } from './words.ts';

/** A finding that is still to be put into words. */
export interface Found extends Omit<Finding, 'message'> {
  /** What of the text it is about: the word as it is written, the address. */
  readonly what?: string;
  readonly note?: string;
}

interface Checked {
  readonly title: string;
  readonly source: string;
  readonly category: NoticeCategory;
  /** As the author typed it: its lines are those the findings name. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

const YEAR_MS = 366 * 86_400_000;
/** More pages on a television are hardly read to the end. */
const PAGES = 8;
const ADDRESSES = 5;
const ID_NUMBER = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/giu;
const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/gu;
/** Something that says when: a digit, or a word for a part of a day or week. */
const WHEN = /\d|今天|明天|后天|今晚|明晚|上午|下午|中午|晚上|周[一二三四五六日末]|星期|即日/;
const ADDRESS = /https?:\/\/[^\s<>"'\u3000-\u303f\uff00-\uffef\u4e00-\u9fff]+/giu;

export function checkContent(notice: Checked, words: readonly ReviewWord[]): Found[] {
  return [...wordsOf(notice, words), ...privacyOf(notice), ...fieldsOf(notice)];
}

function wordsOf(notice: Checked, words: readonly ReviewWord[]): Found[] {
  return (['title', 'source', 'text'] as const).flatMap((field) =>
    findWords(notice[field], words).map(({ level, line, written, note }) => ({
      level,
      code: 'word' as const,
      field,
      line: field === 'text' ? line : null,
      what: written,
      note,
    })),
  );
}

/** A television is a shared screen. */
function privacyOf({ title, text }: Checked): Found[] {
  const find = (pattern: RegExp, code: Finding['code'], level: FindingLevel): Found[] => [
    ...[...title.normalize('NFKC').matchAll(pattern)].map(([what]) => ({
      level,
      code,
      field: 'title' as const,
      line: null,
      what,
    })),
    ...text.split('\n').flatMap((line, index) =>
      [...line.normalize('NFKC').matchAll(pattern)].map(([what]) => ({
        level,
        code,
        field: 'text' as const,
        line: index + 1,
        what,
      })),
    ),
  ];
  return [...find(ID_NUMBER, 'id-number', 'stop'), ...find(MOBILE, 'phone-number', 'warn')];
}

function fieldsOf(notice: Checked): Found[] {
  const { title, category, text, blocks, validFrom, validTo } = notice;
  const found: Found[] = [];
  const warn = (code: Finding['code'], field: Finding['field']) =>
    found.push({ level: 'warn', code, field, line: null });
  if (category === 'outage' && validTo === null) warn('open-outage', 'validTo');
  if (validTo !== null && Date.parse(validTo) - Date.parse(validFrom) > YEAR_MS) warn('long-validity', 'validTo');
  if ((category === 'outage' || category === 'activity') && !WHEN.test(`${title}\n${text}`)) warn('no-time', 'text');
  const written = blocks.map((block) => (block.type === 'picture' ? '' : foldWord(block.text))).join('');
  if (written === foldWord(title)) warn('title-repeats', 'text');
  if (blocks.some((block) => block.type === 'picture' && block.alt.trim() === ''))
    warn('picture-without-words', 'text');
  if (readingTime(blocks).pages > PAGES) warn('long-text', 'text');
  return found;
}

/** The web addresses written out in a text, each once, with its first line; `left`: how many there are beyond what is asked. */
export function addressesIn(text: string): {
  readonly asked: readonly { readonly url: string; readonly line: number }[];
  readonly left: readonly { readonly url: string; readonly line: number }[];
} {
  const found = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries())
    for (const [match] of line.matchAll(ADDRESS)) {
      const url = match.replace(/[.,;:!?)\]]+$/, '');
      if (!found.has(url)) found.set(url, index + 1);
    }
  const all = [...found].map(([url, line]) => ({ url, line }));
  return { asked: all.slice(0, ADDRESSES), left: all.slice(ADDRESSES) };
}
