// The television beside a form, showing an alert as it will look there.
import { Card, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { AlertItem } from '../../../contract/alerts.ts';
import { TvScreen } from '../../shared/tv-screen.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.preview;

/** `item` undefined: nothing to show yet. */
export function AlertPreview({ item }: { readonly item: AlertItem | undefined }) {
  const [elder, setElder] = useState(true);
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useMemo(() => item && { item, elder }, [item, elder]);
  return (
    <Card
      size="small"
      title={texts.alerts.prepare.preview}
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
      <TvScreen frame={frame} message={message} />
    </Card>
  );
}
