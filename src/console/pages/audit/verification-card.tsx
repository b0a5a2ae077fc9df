// Whether the log is as it was written: what the last verification found, and a button for another one.
import { Alert, Button, Progress } from 'antd';
import type { Verification, VerificationState } from '../../../contract/audit.ts';
import { useStartVerification, useVerification } from '../../api/audit.ts';
import { LoadFailure } from '../../shared/page.tsx';
import { formatSecond } from '../../shared/time.ts';
import { verificationTexts as words } from '../../texts/verification.zh-CN.ts';
import { percent } from '../notices/delivery-totals.ts';

export function VerificationCard() {
  const verification = useVerification();
  const start = useStartVerification();
  const { data } = verification;
  return (
    <>
      <LoadFailure error={verification.error ?? start.error} onRetry={() => void verification.refetch()} />
      {data && (
        <Alert
          type={typeOf(data)}
          showIcon
          title={titleOf(data)}
          description={data.running ? <Running running={data.running} /> : data.last && <Findings last={data.last} />}
          action={
            <Button loading={data.running !== null || start.isPending} onClick={() => start.mutate()}>
              {words.verify}
            </Button>
          }
        />
      )}
    </>
  );
}

function Running({ running: { done, total } }: { readonly running: NonNullable<VerificationState['running']> }) {
  return <Progress percent={percent(done, total)} format={() => words.done(done, total)} />;
}

function Findings({ last }: { readonly last: Verification }) {
  const { at, by, rows, from, to, head, seals } = last;
  return (
    <>
      <div>{words.checked(formatSecond(at), by)}</div>
      <div>{words.span(rows, from && formatSecond(from), to && formatSecond(to))}</div>
      <div>{seals.at ? words.seals(seals.count, seals.link, formatSecond(seals.at)) : words.noSeals}</div>
      <div style={{ overflowWrap: 'anywhere' }}>{words.head(head.link, head.hash)}</div>
    </>
  );
}

function typeOf({ running, failed, last }: VerificationState): 'info' | 'warning' | 'error' | 'success' {
  if (running) return 'info';
  if (failed) return 'warning';
  if (!last) return 'info';
  return last.fault ? 'error' : 'success';
}

function titleOf({ running, failed, last }: VerificationState): string {
  if (running) return words.running;
  if (failed) return words.failed;
  if (!last) return words.never;
  return last.fault ? words.faults[last.fault.kind](last.fault.link, last.fault.row) : words.sound;
}
