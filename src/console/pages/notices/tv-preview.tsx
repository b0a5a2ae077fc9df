// The real television app in a small frame, showing an item that is not (yet) on any television.
import LeftOutlined from '@ant-design/icons/LeftOutlined';
import RightOutlined from '@ant-design/icons/RightOutlined';
import { Button, Card, Flex, Segmented, Typography } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { ReadingTime } from '../../../contract/notices.ts';
import { formatReading } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.preview;
/** The app draws for this size as for a box, and is then scaled to the column. */
const STAGE = { width: 1280, height: 720 } as const;
const READY = 'linli.preview-ready';

interface Props {
  /** Undefined: nothing to show yet. */
  readonly item: NoticeItem | undefined;
  readonly reading: ReadingTime | undefined;
  readonly note?: ReactNode;
}

export function TvPreview({ item, reading, note }: Props) {
  const [elder, setElder] = useState(true);
  const frame = useRef<HTMLIFrameElement>(null);
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
        <Screen frame={frame} item={item} elder={elder} />
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

interface ScreenProps {
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
  readonly item: NoticeItem | undefined;
  readonly elder: boolean;
}

function Screen({ frame, item, elder }: ScreenProps) {
  const column = useRef<HTMLDivElement>(null);
  const scale = useScale(column);
  const starts = useStarts(frame);
  // `starts` grows when the app in the frame has (re)started and knows nothing yet.
  useEffect(() => {
    if (item && starts > 0)
      frame.current?.contentWindow?.postMessage({ type: 'linli.preview', item, elder }, window.location.origin);
  }, [frame, item, elder, starts]);
  return (
    <div
      ref={column}
      style={{
        aspectRatio: '16 / 9',
        overflow: 'hidden',
        background: '#0d1b2a',
        borderRadius: 6,
        position: 'relative',
      }}
    >
      <iframe
        ref={frame}
        title={words.title}
        src="/tv/?preview=1"
        tabIndex={-1}
        style={{
          ...STAGE,
          border: 0,
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
          visibility: item ? 'visible' : 'hidden',
        }}
      />
    </div>
  );
}

function useScale(column: React.RefObject<HTMLDivElement | null>): number {
  const [scale, setScale] = useState(0);
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScale(element.clientWidth / STAGE.width));
    observer.observe(element);
    return () => observer.disconnect();
  }, [column]);
  return scale;
}

/** How often the app in the frame has told that it listens. */
function useStarts(frame: React.RefObject<HTMLIFrameElement | null>): number {
  const [starts, setStarts] = useState(0);
  useEffect(() => {
    const hear = (event: MessageEvent<{ type?: unknown } | null>) => {
      const isFrame = event.origin === window.location.origin && event.source === frame.current?.contentWindow;
      if (isFrame && event.data?.type === READY) setStarts((count) => count + 1);
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, [frame]);
  return starts;
}

const KEY_CODES = { ArrowLeft: 37, ArrowRight: 39 } as const;

/** The remote's key, pressed in the frame; same origin, so its document can be reached. */
function pressKey(frame: HTMLIFrameElement | null, key: keyof typeof KEY_CODES): void {
  const inside = frame?.contentDocument;
  if (!inside) return;
  const keyCode = KEY_CODES[key];
  for (const type of ['keydown', 'keyup']) {
    inside.dispatchEvent(new KeyboardEvent(type, { key, code: key, keyCode, which: keyCode, bubbles: true }));
  }
}
