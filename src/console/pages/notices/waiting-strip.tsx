// What waits for the person who looks, above everything else: reviews to take, and those that are late.
import { Alert, Button, Flex } from 'antd';
import { Link } from 'react-router';
import { useWaiting } from '../../api/notices.ts';
import { useMay } from '../../frame/session-context.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.notices;

export function WaitingStrip() {
  const mayManage = useMay('review.manage');
  const { data } = useWaiting();
  if (!data) return null;
  const { mine, mineOverdue, overdue } = data;
  const mineText = mineOverdue > 0 ? words.waitForMeLate(mine, mineOverdue) : words.waitForMe(mine);
  return (
    <Flex vertical gap={8}>
      {mine > 0 && <Strip isLate={mineOverdue > 0} text={mineText} waiting="mine" />}
      {mayManage && overdue > mineOverdue && <Strip isLate text={words.othersLate(overdue)} waiting="overdue" />}
    </Flex>
  );
}

function Strip({
  isLate,
  text,
  waiting,
}: {
  readonly isLate: boolean;
  readonly text: string;
  readonly waiting: 'mine' | 'overdue';
}) {
  return (
    <Alert
      type={isLate ? 'error' : 'info'}
      showIcon
      title={text}
      action={
        <Link to={`/notices?waiting=${waiting}`}>
          <Button size="small">{words.look}</Button>
        </Link>
      }
    />
  );
}
