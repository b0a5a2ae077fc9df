// The revisions of a guide, the newest first: who did what with each, when and why; each can be held against the one before.
import { Button, Card, Flex, Tag, Timeline, Typography } from 'antd';
import type { Guide } from '../../../contract/guide-calls.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import type { Pair } from './compare-drawer.tsx';

const words = texts.guideDetail;

interface Props {
  readonly guide: Guide;
  readonly onCompare: (pair: Pair) => void;
}

export function VersionsCard({ guide, onCompare }: Props) {
  const { versions, published, revision: newest } = guide;
  const [last, before] = versions;
  return (
    <Card
      size="small"
      title={words.versions}
      extra={
        last &&
        before && (
          <Button size="small" onClick={() => onCompare({ from: before.revision, to: last.revision })}>
            {words.compare}
          </Button>
        )
      }
    >
      <Timeline
        items={versions.map(({ revision, at, by, action, reason }, index) => {
          const previous = versions[index + 1]?.revision;
          return {
            key: revision,
            content: (
              <Flex vertical gap={2}>
                <Flex gap={8} wrap align="center">
                  <Typography.Text strong>{words.version(revision)}</Typography.Text>
                  <span>
                    {by} {words.actions[action] ?? action}
                  </span>
                  {revision === published && <Tag color="green">{words.onTv}</Tag>}
                  {revision === newest && revision !== published && <Tag>{words.newest}</Tag>}
                </Flex>
                <Flex gap={8} align="center">
                  <Typography.Text type="secondary">{formatInstant(at)}</Typography.Text>
                  {previous !== undefined && (
                    <Typography.Link onClick={() => onCompare({ from: previous, to: revision })}>
                      {words.compareWith}
                    </Typography.Link>
                  )}
                </Flex>
                {reason && <span>{words.because(reason)}</span>}
              </Flex>
            ),
          };
        })}
      />
    </Card>
  );
}
