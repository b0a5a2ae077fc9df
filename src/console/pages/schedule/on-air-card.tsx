// What is on the televisions of a region at one moment: place by place, and as they show it.
import { Button, Card, Col, DatePicker, Descriptions, Flex, Row, Typography } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { OnAir } from '../../../contract/calendar.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { useOnAir } from '../../api/schedule.ts';
import { browserNow } from '../../shared/clock.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { fromPicker, toPicker } from '../../shared/time.ts';
import { TvScreen } from '../../shared/tv-screen.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.schedule;
const PLACES = ['card', 'banner', 'ticker', 'full', 'standby'] as const;

const nowInstant = (): Instant => new Date(browserNow()).toISOString() as Instant;

export function OnAirCard({ region }: { readonly region: RegionCode }) {
  const [at, setAt] = useState(nowInstant);
  const onAir = useOnAir({ region, at });
  const { data } = onAir;
  const frame = useRef<HTMLIFrameElement>(null);
  const message = useMemo(() => data && { items: data.items, at: Date.parse(data.at), elder: true }, [data]);
  return (
    <Card
      size="small"
      title={words.onAir}
      extra={
        <Flex gap={8} align="center">
          <DatePicker
            aria-label={words.at}
            showTime={{ format: 'HH:mm' }}
            format="YYYY-MM-DD HH:mm"
            allowClear={false}
            needConfirm={false}
            value={toPicker(at)}
            onChange={(picked) => picked && setAt(fromPicker(picked))}
          />
          <Button onClick={() => setAt(nowInstant())}>{words.now}</Button>
        </Flex>
      }
    >
      <LoadFailure error={onAir.error} onRetry={() => void onAir.refetch()} />
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <TvScreen frame={frame} message={message} />
        </Col>
        <Col xs={24} lg={11}>
          <Flex vertical gap={8}>
            {data && <Places onAir={data} />}
            <Typography.Text type="secondary">{words.onAirHint}</Typography.Text>
          </Flex>
        </Col>
      </Row>
    </Card>
  );
}

function Places({ onAir }: { readonly onAir: OnAir }) {
  const titles = new Map(onAir.items.map(({ id, title }) => [id, title]));
  if (titles.size === 0) return <Typography.Text>{words.nothingOn}</Typography.Text>;
  const title = (id: NoticeId, shown: NoticeId | null) => (
    <div key={id}>
      <Link to={`/notices/${id}`}>{titles.get(id)}</Link>
      {id === shown && <Typography.Text type="secondary"> {words.shown}</Typography.Text>}
    </div>
  );
  const rows = PLACES.flatMap((place) => {
    const entry = onAir[place];
    const { items, shown } = 'items' in entry ? entry : { items: entry, shown: null };
    const all = items.length > 0 || shown === null ? items : [shown];
    return all.length > 0
      ? [{ key: place, label: words.places[place], children: all.map((id) => title(id, shown)) }]
      : [];
  });
  return (
    <>
      <Descriptions size="small" column={1} bordered items={rows} />
      <Typography.Text type="secondary">{words.all(titles.size)}</Typography.Text>
    </>
  );
}
