// The real television app in a small frame, showing an item that is not (yet) on any television.
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Card, Flex, Segmented, Typography } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { ReadingTime } from '../../../contract/notices.ts';
import { pressKey } from '../../shared/press-key.ts';
import { formatReading } from '../../shared/time.ts';
import { TvScreen } from '../../shared/tv-screen.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.preview;

interface Props {
  /** Undefined: nothing to show yet. */
  readonly item: NoticeItem | undefined;
  readonly reading: ReadingTime | undefined;
  readonly note?: ReactNode;
}

export function TvPreview({ item, reading, note }: Props) {
  const [elder, setElder] = useState(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useMemo(() => item && { item, elder }, [item, elder]);
  const press = (key: 'ArrowLeft' | 'ArrowRight') => pressKey(frame.current, key);
  return (
    <Card
      size="small"
      title={words.title}
      extra={
        <Segmented
          size="small"
          value={elder}
          onChange={setElder}
          options={[
            { value: true, label: words.elder },
            { value: false, label: words.normal },
          ]}
        />
      }
    >
      <Flex vertical gap={12}>
        <TvScreen frame={frame} message={message} />
        <Flex justify="space-between" align="center" gap={8}>
          <Typography.Text type="secondary">
            {item && reading ? words.reading(reading.pages, formatReading(reading.seconds)) : words.waiting}
          </Typography.Text>
          <Flex gap={4}>
            <Button
              size="small"
              icon={<LeftOutlined aria-hidden />}
              disabled={!item}
              onClick={() => press('ArrowLeft')}
            >
              {words.previous}
            </Button>
            <Button
              size="small"
              icon={<RightOutlined aria-hidden />}
              iconPlacement="end"
              disabled={!item}
              onClick={() => press('ArrowRight')}
            >
              {words.next}
            </Button>
          </Flex>
        </Flex>
        {note}
      </Flex>
    </Card>
  );
}
