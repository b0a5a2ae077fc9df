// From what an author typed to what a screen shows: parsed text, pictures with their sizes, valid times.
import type { PictureId } from '../../../contract/ids.ts';
import type { Block, NoticeInput } from '../../../contract/notices.ts';
import { NOTICE_LIMITS } from '../../../contract/notices.ts';
import type { Airing } from '../../../contract/schedule.ts';
import { type MarkupBlock, parseMarkup } from '../../../domain/notices/markup.ts';
import { airingOf, type ValidityAndSchedule } from '../../../domain/schedule/expand.ts';
import { isWorkingDay } from '../../../domain/time/working-days.ts';
import { ProblemError } from '../../problem.ts';
import { MARKUP_FAULTS } from '../../texts/markup.zh-CN.ts';
import { scheduleFault } from '../../texts/schedule.zh-CN.ts';
import type { PictureService } from '../pictures/service.ts';

/** The blocks of a text; throws `notice-markup` with the lines at fault, or `picture-unknown`. */
export async function readContent(text: string, pictures: PictureService): Promise<Block[]> {
  const markup = parseMarkup(text);
  if ('faults' in markup) {
    const errors = markup.faults.map(({ line, fault }) => ({
      path: 'text',
      message: `第 ${line} 行：${MARKUP_FAULTS[fault]}`,
    }));
    throw new ProblemError('notice-markup', { errors });
  }
  const ids = [...new Set(markup.blocks.flatMap(pictureOf))];
  if (ids.length > NOTICE_LIMITS.pictures) {
    const errors = [{ path: 'text', message: `最多放 ${NOTICE_LIMITS.pictures} 张图片` }];
    throw new ProblemError('notice-markup', { errors });
  }
  const sizes = await pictures.sizes(ids);
  return markup.blocks.map((block): Block => {
    if (block.type !== 'picture') return block;
    const size = sizes.get(block.picture as PictureId);
    if (!size)
      throw new ProblemError('picture-unknown', {
        errors: [{ path: 'text', message: `图片没有上传成功，请重新插入：${block.alt || block.picture.slice(0, 8)}` }],
      });
    return { type: 'picture', picture: size.id, alt: block.alt, width: size.width, height: size.height };
  });
}

const pictureOf = (block: MarkupBlock): PictureId[] => (block.type === 'picture' ? [block.picture as PictureId] : []);

/** Throws `notice-validity` unless the notice ends after it begins, and after `now` (ms). */
export function checkValidity(input: Pick<NoticeInput, 'validFrom' | 'validTo'>, now: number): void {
  if (input.validTo === null) return;
  const end = Date.parse(input.validTo);
  if (end > Date.parse(input.validFrom) && end > now) return;
  throw new ProblemError('notice-validity', { errors: [{ path: 'validTo', message: '结束时间太早' }] });
}

/** What boxes are told of a schedule; throws `notice-schedule` where that cannot be said. */
export function airingFor(written: ValidityAndSchedule): Airing {
  const airing = airingOf(written, isWorkingDay);
  if (!('fault' in airing)) return airing;
  throw new ProblemError('notice-schedule', { errors: [scheduleFault(airing)] });
}
