// Sends the ticked requests to one handler; those that can't be sent are told with their reasons.
import { Alert, App, Button, Flex, Form, Modal, Typography } from 'antd';
import { useState } from 'react';
import type { RequestSummary } from '../../../contract/request-calls.ts';
import type { Handler } from '../../../contract/requests.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useMoveRequests } from '../../api/requests.ts';
import { texts } from '../../texts/zh-CN.ts';
import { HandlerPicker } from './handler-picker.tsx';

const words = texts.requests;

interface Props {
  readonly requests: readonly RequestSummary[];
  readonly onDone: () => void;
}

export function BulkAssign({ requests, onDone }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Flex gap={12} align="center">
      <Typography.Text strong>{words.selected(requests.length)}</Typography.Text>
      <Button type="primary" onClick={() => setAsking(true)}>
        {words.assignSelected}
      </Button>
      {isAsking && <AssignDialog requests={requests} onClose={() => setAsking(false)} onDone={onDone} />}
    </Flex>
  );
}

function AssignDialog({ requests, onDone, onClose }: Props & { readonly onClose: () => void }) {
  const { message, modal } = App.useApp();
  const [to, setTo] = useState<Handler | undefined>(undefined);
  const assign = useMoveRequests();
  const go = (handler: Handler) =>
    assign.mutate(
      {
        items: requests.map(({ id, revision }) => ({ id, revision })),
        move: { kind: 'assign', to: handler },
      },
      {
        onSuccess({ items }) {
          const failed = items.filter(({ done }) => !done);
          const sent = words.assigned(items.length - failed.length);
          if (failed.length === 0) void message.success(sent);
          else
            void modal.warning({
              title: `${sent}，${words.notAssigned(failed.length)}`,
              content: failed.map(({ id, problem }) => (
                <div key={id}>{`${requests.find((each) => each.id === id)?.number ?? ''} ${problem ?? ''}`}</div>
              )),
            });
          onClose();
          onDone();
        },
      },
    );
  return (
    <Modal
      open
      title={words.assignTitle(requests.length)}
      okText={words.actions.assign}
      okButtonProps={{ disabled: to === undefined }}
      confirmLoading={assign.isPending}
      onOk={() => to && go(to)}
      onCancel={onClose}
    >
      <Typography.Paragraph type="secondary">{words.assignHint}</Typography.Paragraph>
      <Form layout="vertical">
        <Form.Item label={texts.requestCase.form.to}>
          <HandlerPicker value={to} onChange={setTo} />
        </Form.Item>
      </Form>
      {assign.error && <Alert type="error" showIcon title={sentenceOf(assign.error)} />}
    </Modal>
  );
}
