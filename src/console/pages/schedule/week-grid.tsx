// The week: a lane for each place on the screen, a row for each notice, a bar for each time it is on.
import { Empty, Flex, Tooltip, Typography } from 'antd';
import { Fragment } from 'react';
import { useNavigate } from 'react-router';
import type { CalendarItem } from '../../../contract/calendar.ts';
import type { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import { browserNow } from '../../shared/clock.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type Bar, type Lane, momentIn, WEEK_DAYS } from './lanes.ts';

const words = texts.schedule;
const LABEL_W = 260;
const ROW_H = 30;
const COLORS = { published: '#1f6feb', withdrawn: '#8c96a3', conflict: '#cf1322', line: '#e4e7ec', today: '#eef4ff' };

interface Props {
  readonly lanes: readonly Lane[];
  readonly monday: Day;
  readonly today: Day;
}

export function WeekGrid({ lanes, monday, today }: Props) {
  const now = momentIn(monday, browserNow());
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(monday, index));
  if (lanes.length === 0) return <Empty description={words.nothing} />;
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `${LABEL_W}px repeat(${WEEK_DAYS}, 1fr)`, minWidth: 960 }}>
      <span />
      {days.map((day, index) => (
        <Typography.Text
          key={day}
          strong={day === today}
          style={{ textAlign: 'center', paddingBlock: 6, background: day === today ? COLORS.today : undefined }}
        >
          {words.day(day.slice(5), words.weekdays[index] ?? '')}
        </Typography.Text>
      ))}
      {lanes.map(({ name, rows }) => (
        <Fragment key={name}>
          <Typography.Text
            type="secondary"
            style={{ gridColumn: '1 / -1', paddingBlock: 4, borderTop: `1px solid ${COLORS.line}` }}
          >
            {words.lanes[name].name}
          </Typography.Text>
          {rows.map(({ item, bars }) => (
            <Fragment key={item.id}>
              <Label item={item} />
              <Bars item={item} bars={bars} days={days} today={today} now={now} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function Label({ item }: { readonly item: CalendarItem }) {
  const navigate = useNavigate();
  const standing = item.planned ? words.planned : item.state === 'withdrawn' ? words.withdrawn : null;
  return (
    <Flex gap={6} align="center" style={{ height: ROW_H, paddingInlineEnd: 8, minWidth: 0 }}>
      <Typography.Link ellipsis title={item.title} onClick={() => void navigate(`/notices/${item.id}`)}>
        {item.title}
      </Typography.Link>
      {standing && (
        <Typography.Text type="secondary" style={{ flex: 'none', fontSize: 12 }}>
          {standing}
        </Typography.Text>
      )}
    </Flex>
  );
}

interface BarsProps {
  readonly item: CalendarItem;
  readonly bars: readonly Bar[];
  readonly days: readonly Day[];
  readonly today: Day;
  readonly now: number | null;
}

function Bars({ item, bars, days, today, now }: BarsProps) {
  const navigate = useNavigate();
  const ink = item.state === 'withdrawn' ? COLORS.withdrawn : COLORS.published;
  return (
    <div style={{ gridColumn: '2 / -1', position: 'relative', height: ROW_H }}>
      <div
        style={{ position: 'absolute', inset: 0, display: 'grid', gridTemplateColumns: `repeat(${WEEK_DAYS}, 1fr)` }}
      >
        {days.map((day) => (
          <span
            key={day}
            style={{
              borderInlineStart: `1px solid ${COLORS.line}`,
              background: day === today ? COLORS.today : undefined,
            }}
          />
        ))}
      </div>
      {bars.map(({ left, width, marked }, index) => (
        <Tooltip key={left} title={tip(item, index)}>
          <button
            type="button"
            aria-label={tip(item, index)}
            onClick={() => void navigate(`/notices/${item.id}`)}
            style={{
              position: 'absolute',
              top: 6,
              height: ROW_H - 12,
              left: `${left}%`,
              width: `max(4px, ${width}%)`,
              padding: 0,
              cursor: 'pointer',
              borderRadius: 3,
              background: item.planned ? '#ffffffcc' : ink,
              border: `${marked ? 2 : 1}px ${item.planned ? 'dashed' : 'solid'} ${marked ? COLORS.conflict : ink}`,
            }}
          />
        </Tooltip>
      ))}
      {now !== null && (
        <span
          style={{
            position: 'absolute',
            insetBlock: 0,
            left: `${now}%`,
            borderInlineStart: `2px solid ${COLORS.conflict}`,
            pointerEvents: 'none',
          }}
        />
      )}
    </div>
  );
}

function tip({ title, spans }: CalendarItem, index: number): string {
  const span = spans[index];
  return span ? `${title}：${words.span(formatInstant(span.from), formatInstant(span.to))}` : title;
}
