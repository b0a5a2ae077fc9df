// The real television app in a small frame: shows what it is told by message, and nothing of any server.
import { useEffect, useRef, useState } from 'react';
import { texts } from '../texts/zh-CN.ts';

/** The app draws for this size as for a box, and is then scaled to the column. */
const STAGE = { width: 1280, height: 720 } as const;
const READY = 'linli.preview-ready';

interface Props {
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
  /** What `linli.preview` tells besides its type; the same object until it changes. Undefined: nothing to show yet. */
  readonly message: object | undefined;
}

export function TvScreen({ frame, message }: Props) {
  const column = useRef<HTMLDivElement>(null);
  const scale = useScale(column);
  const starts = useStarts(frame);
  // `starts` grows when the app in the frame has (re)started and knows nothing yet.
  useEffect(() => {
    if (message && starts > 0)
      frame.current?.contentWindow?.postMessage({ type: 'linli.preview', ...message }, window.location.origin);
  }, [frame, message, starts]);
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
        title={texts.preview.title}
        src="/tv/?preview=1"
        tabIndex={-1}
        style={{
          ...STAGE,
          border: 0,
          transform: `scale(${scale})`,
          transformOrigin: '0 0',
          visibility: message ? 'visible' : 'hidden',
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
