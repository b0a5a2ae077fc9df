// The machine check of a notice: words, missing and doubtful fields, links that do not answer.
import type { Kysely } from 'kysely';
import type { Finding } from '../../../contract/approvals.ts';
import { addressesIn, checkContent, type Found } from '../../../domain/review/check.ts';
import { ProblemError } from '../../problem.ts';
import type { Database } from '../../store/schema.ts';
import { findingText } from '../../texts/review.zh-CN.ts';
import type { LinkCheck } from './links.ts';
import { findWords } from './store.ts';

type Checked = Parameters<typeof checkContent>[0];

/** What the reviewers are shown. Throws `review-stopped` with every place that may not be submitted like this. */
export async function machineCheck(db: Kysely<Database>, check: LinkCheck, notice: Checked): Promise<Finding[]> {
  const found = checkContent(notice, await findWords(db));
  const stops = found.filter(({ level }) => level === 'stop');
  if (stops.length > 0) {
    const errors = stops.map((each) => ({ path: each.field, message: findingText(each) }));
    throw new ProblemError('review-stopped', { errors });
  }
  return [...found, ...(await linksOf(notice.text, check))].map((each) => {
    const { level, code, field, line } = each;
    return { level, code, field, line, message: findingText(each) };
  });
}

async function linksOf(text: string, check: LinkCheck): Promise<Found[]> {
  const { asked, left } = addressesIn(text);
  const warn = (code: Finding['code'], { url, line }: { url: string; line: number }): Found => ({
    level: 'warn',
    code,
    field: 'text',
    line,
    what: url,
  });
  const states = await Promise.all(asked.map(async (each) => ({ ...each, state: await check(each.url) })));
  return [
    ...states.flatMap((each) =>
      each.state === 'answers' ? [] : [warn(each.state === 'dead' ? 'dead-link' : 'link-not-asked', each)],
    ),
    ...left.map((each) => warn('link-not-asked', each)),
  ];
}
