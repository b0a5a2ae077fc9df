// Everything that happened to a case, oldest first.
import { Card, Flex, Timeline, Typography } from 'antd';
import type { RequestId } from '../../../contract/ids.ts';
import type { RequestAction, RequestDetail } from '../../../contract/request-calls.ts';
import type { ActionBy } from '../../../contract/requests.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { dueText } from './due-text.ts';
import { Photos } from './photos.tsx';
import { Words } from './words-kind.tsx';

const words = texts.requestCase;

export function RecordCard({ request: { id, actions } }: { readonly request: RequestDetail }) {
  return (
    <Card size="small" title={words.record}>
      <Timeline
        items={actions.map((action, index) => ({
          // Nothing is ever taken out or put between: its place is its name.
          key: index,
          color: action.kind === 'supervise' ? 'red' : 'blue',
          content: <Entry request={id} action={action} />,
        }))}
      />
    </Card>
  );
}

function Entry({ request, action }: { readonly request: RequestId; readonly action: RequestAction }) {
  const { kind, at, by, to, until, call, public: told, internal, photos } = action;
  return (
    <Flex vertical gap={4}>
      <Flex gap={12} wrap>
        <Typography.Text strong>{texts.requests.actions[kind]}</Typography.Text>
        {to && <span>{words.to(to.name)}</span>}
        {until && <span>{words.until(dueText(until))}</span>}
        {call && <span>{callText(call)}</span>}
        <span>{nameOf(by)}</span>
        <Typography.Text type="secondary">{formatInstant(at)}</Typography.Text>
      </Flex>
      {told !== null && <Words side="public" text={told} />}
      {internal !== null && <Words side="internal" text={internal} />}
      {kind !== 'receive' && kind !== 'follow' && <Photos request={request} photos={photos} />}
    </Flex>
  );
}

/** 居民说办好了，满意 */
function callText({ outcome, satisfied }: NonNullable<RequestAction['call']>): string {
  const said = satisfied === null ? [] : [satisfied ? words.form.satisfiedYes : words.form.satisfiedNo];
  return [texts.requests.outcomes[outcome], ...said].join('，');
}

const nameOf = (by: ActionBy): string => (by.kind === 'resident' ? texts.requests.resident : by.name);
