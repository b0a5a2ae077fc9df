// How a request's state and its time limit are shown: a light is a sign and a word, never a colour alone.
import CheckCircleOutlined from '@ant-design/icons/CheckCircleOutlined';
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import WarningFilled from '@ant-design/icons/WarningFilled';
import { Tag } from 'antd';
import type { RequestSummary } from '../../../contract/request-calls.ts';
import type { Light, RequestState } from '../../../contract/requests.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.requests;

const STATE_COLORS: Readonly<Record<RequestState, string>> = {
  received: 'orange',
  assigned: 'gold',
  handling: 'blue',
  suspended: 'default',
  answered: 'cyan',
  closed: 'green',
  merged: 'default',
  withdrawn: 'default',
};
const LIGHTS: Readonly<Record<Light, { color: string; Icon: typeof ClockCircleOutlined }>> = {
  green: { color: 'green', Icon: CheckCircleOutlined },
  yellow: { color: 'gold', Icon: ClockCircleOutlined },
  red: { color: 'red', Icon: WarningFilled },
  stopped: { color: 'default', Icon: PauseCircleOutlined },
  none: { color: 'default', Icon: MinusCircleOutlined },
};

export function StateTag({ state }: { readonly state: RequestState }) {
  return <Tag color={STATE_COLORS[state]}>{words.states[state]}</Tag>;
}

export function LightTag({ light }: { readonly light: Light }) {
  const { color, Icon } = LIGHTS[light];
  return (
    <Tag color={color} icon={<Icon aria-hidden />}>
      {words.lights[light]}
    </Tag>
  );
}

/** What else stands out about a case; nothing where nothing does. */
export function Marks({ supervised, extensionAsked, reporters }: RequestSummary) {
  return (
    <>
      {supervised && <Tag color="red">{words.supervised}</Tag>}
      {extensionAsked && <Tag color="purple">{words.extensionAsked}</Tag>}
      {reporters > 1 && <Tag>{words.reporters(reporters)}</Tag>}
    </>
  );
}
