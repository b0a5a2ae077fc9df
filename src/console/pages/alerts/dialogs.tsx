// Asking for the end of an alert, and noting afterwards whether it was in order.
import { App, Form, Radio } from 'antd';
import { useState } from 'react';
import type { Alert, AlertReview } from '../../../contract/alerts.ts';
import { useCancelAlert, useReviewAlert } from '../../api/alerts.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.alerts.one;
const VERDICTS = ['in-order', 'objection'] as const satisfies readonly AlertReview['verdict'][];

interface Props {
  readonly alert: Alert;
  readonly onClose: () => void;
}

export function CancelDialog({ alert, onClose }: Props) {
  const { message } = App.useApp();
  const cancel = useCancelAlert(alert.id);
  const done = () => {
    void message.success(texts.alerts.prepare.asked);
    onClose();
  };
  return (
    <AskReason
      title={words.cancelTitle}
      hint={words.cancelHint}
      okText={words.cancelOk}
      placeholder={words.cancelPlaceholder}
      isPending={cancel.isPending}
      error={cancel.error}
      onCancel={onClose}
      onReason={(reason) => cancel.mutate({ revision: alert.revision, reason }, { onSuccess: done })}
    />
  );
}

export function ReviewDialog({ alert, onClose }: Props) {
  const { message } = App.useApp();
  const review = useReviewAlert(alert.id);
  const [verdict, setVerdict] = useState<AlertReview['verdict'] | null>(null);
  const done = () => {
    void message.success(words.done.review);
    onClose();
  };
  return (
    <AskReason
      title={words.reviewTitle}
      hint={words.reviewHint}
      okText={words.reviewOk}
      placeholder={words.reviewPlaceholder}
      isPending={review.isPending}
      error={review.error}
      canGo={verdict !== null}
      onCancel={onClose}
      onReason={(note) => verdict && review.mutate({ revision: alert.revision, verdict, note }, { onSuccess: done })}
    >
      <Form.Item label={words.verdict}>
        <Radio.Group
          value={verdict}
          onChange={({ target }) => setVerdict(target.value)}
          options={VERDICTS.map((value) => ({ value, label: texts.alerts.verdicts[value] }))}
        />
      </Form.Item>
    </AskReason>
  );
}
