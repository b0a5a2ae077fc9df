// Any two revisions of a guide beside each other: which, and what differs.
import { Drawer, Flex, Select, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import type { Guide } from '../../../contract/guide-calls.ts';
import { useGuideVersion } from '../../api/guides.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { Changes } from './changes.tsx';

const words = texts.guideDetail;
const WIDTH_PX = 760;

export interface Pair {
  readonly from: number;
  readonly to: number;
}

interface Props {
  readonly guide: Guide;
  readonly first: Pair;
  readonly onClose: () => void;
}

export function CompareDrawer({ guide, first, onClose }: Props) {
  const [pair, setPair] = useState(first);
  const before = useGuideVersion(guide.number, pair.from);
  const after = useGuideVersion(guide.number, pair.to);
  const failed = [before, after].find(({ error }) => error !== null);
  const options = guide.versions.map(({ revision, at, by }) => ({
    value: revision,
    label: `${words.version(revision)} · ${by} · ${formatInstant(at)}`,
  }));
  return (
    <Drawer open size={WIDTH_PX} title={words.compare} onClose={onClose}>
      <Flex vertical gap={16}>
        <Flex gap={16} wrap>
          <Choice
            label={words.from}
            value={pair.from}
            options={options}
            onChange={(from) => setPair({ ...pair, from })}
          />
          <Choice label={words.to} value={pair.to} options={options} onChange={(to) => setPair({ ...pair, to })} />
        </Flex>
        <LoadFailure error={failed?.error} onRetry={() => void failed?.refetch()} />
        {(before.isPending || after.isPending) && <Skeleton active />}
        {before.data && after.data && <Changes before={before.data.content} after={after.data.content} />}
      </Flex>
    </Drawer>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly options: { value: number; label: string }[];
  readonly onChange: (revision: number) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Flex vertical gap={4} style={{ flex: '1 1 280px' }}>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <Select aria-label={label} value={value} options={options} onChange={onChange} />
    </Flex>
  );
}
