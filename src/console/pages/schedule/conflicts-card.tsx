// What gets into its own way this week, and which notices it is about.
import { Alert, Card, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import type { CalendarItem, Conflict } from '../../../contract/calendar.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.schedule;

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly items: readonly CalendarItem[];
}

export function ConflictsCard({ conflicts, items }: Props) {
  return (
    <Card size="small" title={words.conflicts}>
      {conflicts.length === 0 && <Typography.Text type="secondary">{words.noConflicts}</Typography.Text>}
      <Flex vertical gap={8}>
        {conflicts.map((conflict) => (
          <Alert
            key={`${conflict.kind} ${conflict.items.join()} ${conflict.span?.from}`}
            type="warning"
            showIcon
            title={[words.conflict[conflict.kind], conflict.share === null ? null : words.share(conflict.share)]
              .filter((part) => part !== null)
              .join('，')}
            description={
              <>
                {conflict.span && (
                  <div>{words.span(formatInstant(conflict.span.from), formatInstant(conflict.span.to))}</div>
                )}
                <Flex gap={12} wrap>
                  {items
                    .filter(({ id }) => conflict.items.includes(id))
                    .map(({ id, title }) => (
                      <Link key={id} to={`/notices/${id}`}>
                        {title}
                      </Link>
                    ))}
                </Flex>
              </>
            }
          />
        ))}
      </Flex>
    </Card>
  );
}
