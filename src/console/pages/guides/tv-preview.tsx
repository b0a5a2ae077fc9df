// The real television app in a small frame, showing a guide as it would look there; its five tabs are the remote's digits.
import DownOutlined from '@ant-design/icons/DownOutlined';
import UpOutlined from '@ant-design/icons/UpOutlined';
import { Button, Card, Flex, Segmented, Typography } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { CarriedGuide } from '../../../contract/guides.ts';
import { type FrameKey, pressKey } from '../../shared/press-key.ts';
import { TvScreen } from '../../shared/tv-screen.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guidePreview;
const TABS = [1, 2, 3, 4, 5];

/** `guide` null: nothing to show yet; the same object until it changes. */
export function GuidePreview({ guide }: { readonly guide: CarriedGuide | null }) {
  const [elder, setElder] = useState(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useMemo(() => (guide ? { guide, elder } : undefined), [guide, elder]);
  const press = (key: FrameKey) => pressKey(frame.current, key);
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
            { value: true, label: texts.preview.elder },
            { value: false, label: texts.preview.normal },
          ]}
        />
      }
    >
      <Flex vertical gap={12}>
        <TvScreen frame={frame} message={message} />
        <Flex justify="space-between" align="center" gap={8} wrap>
          <Flex gap={4}>
            {TABS.map((tab) => (
              <Button key={tab} size="small" aria-label={words.tab(tab)} disabled={!guide} onClick={() => press(tab)}>
                {tab}
              </Button>
            ))}
          </Flex>
          <Flex gap={4}>
            <Button size="small" icon={<UpOutlined aria-hidden />} disabled={!guide} onClick={() => press('ArrowUp')}>
              {words.pageUp}
            </Button>
            <Button
              size="small"
              icon={<DownOutlined aria-hidden />}
              iconPlacement="end"
              disabled={!guide}
              onClick={() => press('ArrowDown')}
            >
              {words.pageDown}
            </Button>
          </Flex>
        </Flex>
        <Typography.Text type="secondary">{guide ? words.hint : words.waiting}</Typography.Text>
      </Flex>
    </Card>
  );
}
