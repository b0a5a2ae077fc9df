// Tells that two boxes seem to share one credential, and takes the result of the check.
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { useBoxDeed } from '../../api/boxes.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;

interface Props {
  readonly box: BoxDetail;
  readonly since: string;
  readonly mayTrust: boolean;
}

export function SuspectAlert({ box, since, mayTrust }: Props) {
  const deed = useBoxDeed(box.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={words.suspectTitle}
        description={words.suspectHint(formatInstant(since))}
        action={mayTrust && <Button onClick={() => setAsking(true)}>{words.trust}</Button>}
      />
      {asking && (
        <AskReason
          title={words.trust}
          hint={words.suspectTitle}
          okText={words.trust}
          placeholder={words.trustReason}
          onReason={(reason) => deed.mutateAsync({ kind: 'trust', reason })}
          done={words.trusted}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
