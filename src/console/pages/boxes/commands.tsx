// The commands a box was sent, and when it carried them out.
import { Card, Empty, Flex, Timeline, Typography } from 'antd';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { formatSecond } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { orderText } from './order-text.ts';

const words = texts.box;

export function CommandsCard({ commands }: { readonly commands: BoxDetail['commands'] }) {
  return (
    <Card size="small" title={words.commands}>
      {commands.length === 0 ? (
        <Empty description={words.commandsEmpty} />
      ) : (
        <Timeline
          style={{ paddingTop: 8 }}
          items={commands.map(({ id, order, by, at, doneAt }) => ({
            key: id,
            color: doneAt ? 'green' : 'gray',
            content: (
              <Flex vertical>
                <Flex gap={8} wrap>
                  <Typography.Text strong>{orderText(order)}</Typography.Text>
                  <Typography.Text type={doneAt ? 'success' : 'secondary'}>
                    {doneAt ? words.commandDone(formatSecond(doneAt)) : words.commandWaiting}
                  </Typography.Text>
                </Flex>
                <Typography.Text type="secondary">{words.commandBy(by, formatSecond(at))}</Typography.Text>
              </Flex>
            ),
          }))}
        />
      )}
    </Card>
  );
}
