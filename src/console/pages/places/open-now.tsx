// Whether a place is open now, in the words of the television.
import { Tag, Typography } from 'antd';
import type { Hours } from '../../../contract/places.ts';
import { periodsWritten } from '../../../domain/places/hours.ts';
import { openingInWords } from '../../../domain/places/hours-words.ts';
import { openingAt } from '../../../domain/places/open.ts';
import { calendarDayOf } from '../../../domain/time/working-days.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.places;

export function OpenNow({ hours, nowMs }: { readonly hours: Hours | null; readonly nowMs: number }) {
  if (!hours) return <Typography.Text type="secondary">{words.noHours}</Typography.Text>;
  const opening = openingAt(periodsWritten(hours, calendarDayOf), nowMs);
  if (!opening) return <Typography.Text type="secondary">{words.unknown}</Typography.Text>;
  return (
    <Tag color={opening.open ? 'green' : 'default'} style={{ whiteSpace: 'normal' }}>
      {openingInWords(opening, nowMs)}
    </Tag>
  );
}
