// What waits for the person who looks: guides to publish, to look at again after a year, and never confirmed ones.
import { Alert, Button, Flex } from 'antd';
import { Link } from 'react-router';
import { useWaitingGuides } from '../../api/guides.ts';
import { useMay } from '../../frame/session-context.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guides;

export function WaitingStrip() {
  const mayPublish = useMay('guide.publish');
  const mayWrite = useMay('guide.write');
  const mine = useWaitingGuides('mine', mayPublish) ?? 0;
  const recheck = useWaitingGuides('recheck', mayWrite) ?? 0;
  const unverified = useWaitingGuides('unverified', mayWrite) ?? 0;
  if (mine + recheck + unverified === 0) return null;
  return (
    <Flex vertical gap={8}>
      {mine > 0 && <Strip type="info" text={words.waitForMe(mine)} waiting="mine" />}
      {recheck > 0 && <Strip type="error" text={words.recheckWaits(recheck)} waiting="recheck" />}
      {unverified > 0 && <Strip type="warning" text={words.unverifiedWaits(unverified)} waiting="unverified" />}
    </Flex>
  );
}

interface Props {
  readonly type: 'info' | 'error' | 'warning';
  readonly text: string;
  readonly waiting: keyof typeof words.waitings;
}

function Strip({ type, text, waiting }: Props) {
  return (
    <Alert
      type={type}
      showIcon
      title={text}
      action={
        <Link to={`/guides?waiting=${waiting}`}>
          <Button size="small">{words.look}</Button>
        </Link>
      }
    />
  );
}
