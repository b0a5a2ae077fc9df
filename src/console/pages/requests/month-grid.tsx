// One month of the calendar: a button a day, marked 休 or 班 where it is not as its weekday says.
import { Card, Typography } from 'antd';
import { texts } from '../../texts/zh-CN.ts';
import type { CalendarDay, CalendarMonth } from './calendar-days.ts';

const words = texts.requestCalendar;
const GRID = { display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', gap: 2 } as const;

/** Ground, words and mark of a day. */
export const LOOKS = {
  holiday: { background: '#fff1f0', color: '#a8071a', mark: words.marks.holiday },
  makeUp: { background: '#e6f4ff', color: '#0958d9', mark: words.marks.makeUp },
  weekend: { background: '#f5f5f5', color: '#8c8c8c', mark: '' },
  usual: { background: 'transparent', color: 'inherit', mark: '' },
} as const;

const lookOf = ({ works, isWeekend, change }: CalendarDay) =>
  LOOKS[change ? (works ? 'makeUp' : 'holiday') : isWeekend ? 'weekend' : 'usual'];

interface Props {
  readonly month: CalendarMonth;
  /** Undefined: it is only looked at. */
  readonly onDay: ((day: CalendarDay) => void) | undefined;
}

export function MonthGrid({ month: { month, blanks, days, workingDays }, onDay }: Props) {
  return (
    <Card
      size="small"
      title={words.month(month)}
      extra={<Typography.Text type="secondary">{words.workingDays(workingDays)}</Typography.Text>}
    >
      <div style={GRID}>
        {words.weekdays.map((weekday) => (
          <Typography.Text key={weekday} type="secondary" style={{ textAlign: 'center' }}>
            {weekday}
          </Typography.Text>
        ))}
        {days.map((day, index) => (
          <DayButton key={day.day} day={day} column={index === 0 ? blanks + 1 : undefined} onDay={onDay} />
        ))}
      </div>
    </Card>
  );
}

interface DayProps extends Pick<Props, 'onDay'> {
  readonly day: CalendarDay;
  readonly column: number | undefined;
}

function DayButton({ day, column, onDay }: DayProps) {
  const { background, color, mark } = lookOf(day);
  const says = day.change?.name ?? (day.works ? words.working : words.resting);
  return (
    <button
      type="button"
      disabled={!onDay}
      title={says}
      aria-label={words.cell(day.day, says)}
      onClick={() => onDay?.(day)}
      style={{
        background,
        color,
        border: 0,
        borderRadius: 4,
        padding: '4px 0',
        lineHeight: 1.2,
        minHeight: 40,
        cursor: onDay ? 'pointer' : 'default',
        ...(column !== undefined && { gridColumnStart: column }),
      }}
    >
      {day.date}
      <div style={{ fontSize: 11, minHeight: 13 }}>{mark}</div>
    </button>
  );
}
