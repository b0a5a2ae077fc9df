// What the machine check tells authors and reviewers.
import type { Finding } from '../../contract/approvals.ts';
import type { Found } from '../../domain/review/check.ts';

const note = (found: Found) => (found.note ? `（${found.note}）` : '');
const what = (found: Found) => `“${(found.what ?? '').replace(/\s+/g, ' ')}”`;

const FINDING_TEXTS: Readonly<Record<Finding['code'], (found: Found) => string>> = {
  word: (found) =>
    found.level === 'stop' ? `不能出现${what(found)}${note(found)}` : `出现了${what(found)}，请核对${note(found)}`,
  'id-number': () => '有完整的身份证号，电视是大家一起看的，请删掉或用星号遮住',
  'phone-number': (found) => `有完整的手机号${what(found)}，请核对能不能公开`,
  'open-outage': () => '停水停电没有写结束时间',
  'no-time': () => '没有看到日期或时间，请核对',
  'long-validity': () => '有效期超过一年，请核对',
  'title-repeats': () => '正文只是重复了标题',
  'long-text': () => '正文太长，电视上要翻很多页，请核对能不能精简',
  'picture-without-words': () => '有图片没有写说明',
  'dead-link': (found) => `网址打不开：${found.what ?? ''}`,
  'link-not-asked': (found) => `网址没有检查，请自己核对：${found.what ?? ''}`,
};

/** With its line, where it is about one. */
export const findingText = (found: Found): string => {
  const sentence = FINDING_TEXTS[found.code](found);
  return found.line === null ? sentence : `第 ${found.line} 行：${sentence}`;
};
