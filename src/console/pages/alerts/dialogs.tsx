// Asking for the end of an alert, and noting afterwards whether it was in order.
import { Form, Radio } from 'antd';
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
  const cancel = useCancelAlert(alert.id);
  return (
    <AskReason
      title={words.cancelTitle}
      hint={words.cancelHint}
      okText={words.cancelOk}
      placeholder={words.cancelPlaceholder}
      onReason={(reason) => cancel.mutateAsync({ revision: alert.revision, reason })}
      done={texts.alerts.prepare.asked}
      onClose={onClose}
    />
  );
}

export function ReviewDialog({ alert, onClose }: Props) {
  const review = useReviewAlert(alert.id);
  const [verdict, setVerdict] = useState<AlertReview['verdict'] | null>(null);
  return (
    <AskReason
      title={words.reviewTitle}
      hint={words.reviewHint}
      okText={words.reviewOk}
      placeholder={words.reviewPlaceholder}
      onReason={verdict && ((note) => review.mutateAsync({ revision: alert.revision, verdict, note }))}
      done={words.done.review}
      onClose={onClose}
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
