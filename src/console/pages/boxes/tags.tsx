// How a box's state, its standing and a suspicion are shown.
import { Flex, Tag, Typography } from 'antd';
import type { BoxState } from '../../../contract/boxes.ts';
import type { Box, BoxStanding } from '../../../contract/fleet.ts';
import { texts } from '../../texts/zh-CN.ts';
import { lagOf } from './lag.ts';

const words = texts.boxes;

const STATE_COLORS: Readonly<Record<BoxState, string>> = {
  listed: 'default',
  bound: 'orange',
  authorised: 'blue',
  revoked: 'default',
};
const STANDING_COLORS: Readonly<Record<BoxStanding, string>> = {
  online: 'green',
  behind: 'gold',
  offline: 'default',
  never: 'default',
};

export function BoxStateTag({ state }: { readonly state: BoxState }) {
  return <Tag color={STATE_COLORS[state]}>{words.states[state]}</Tag>;
}

/** A box that lies behind tells by how much. */
export function Standing({ box }: { readonly box: Pick<Box, 'standing' | 'position'> }) {
  const lag = lagOf(box.position);
  return (
    <Flex gap={4} align="center" wrap>
      <Tag color={STANDING_COLORS[box.standing]} style={{ margin: 0 }}>
        {words.standings[box.standing]}
      </Tag>
      {box.standing === 'behind' && lag > 0 && <Typography.Text type="warning">{words.lag(lag)}</Typography.Text>}
    </Flex>
  );
}

export function SuspectTag() {
  return <Tag color="red">{words.suspect}</Tag>;
}
