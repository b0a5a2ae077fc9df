// What can be done with a notice now, as buttons; signing off asks first, returning and withdrawing ask why.
import { App, Button, Typography } from 'antd';
import { useState } from 'react';
import { NOTICE_MOVES, type Notice, type NoticeMove } from '../../../contract/notices.ts';
import { useMoveNotice } from '../../api/notices.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ReasonDialog } from './reason-dialog.tsx';

const words = texts.detail;
type MoveWithReason = 'return' | 'withdraw';
const FORWARD: readonly NoticeMove[] = ['submit', 'review-first', 'review-second', 'sign-off'];

export function MoveButtons({ notice, nowMs }: { readonly notice: Notice; readonly nowMs: number }) {
  const { message, modal } = App.useApp();
  const move = useMoveNotice();
  const [asking, setAsking] = useState<MoveWithReason | null>(null);
  const go = (to: NoticeMove, reason?: string) =>
    move.mutate(
      { id: notice.id, revision: notice.revision, move: to, ...(reason !== undefined && { reason }) },
      {
        onSuccess: () => void message.success(texts.notices.moved[to]),
        onError: (error) => void modal.error({ title: words.moveFailed, content: <Failure error={error} /> }),
        onSettled: () => setAsking(null),
      },
    );
  const start = (to: NoticeMove) => {
    if (to === 'return' || to === 'withdraw') setAsking(to);
    else if (to === 'sign-off') {
      void modal.confirm({
        title: words.signOffTitle,
        content: signOffSentence(notice, nowMs),
        okText: words.signOffOk,
        onOk: () => go(to),
      });
    } else go(to);
  };
  const moves = NOTICE_MOVES.filter((each) => notice.moves.includes(each)).sort(
    (a, b) => Number(FORWARD.includes(a)) - Number(FORWARD.includes(b)),
  );
  return (
    <>
      {moves.map((each) => (
        <Button
          key={each}
          type={FORWARD.includes(each) ? 'primary' : 'default'}
          danger={each === 'withdraw'}
          loading={move.isPending && move.variables.move === each}
          disabled={move.isPending}
          onClick={() => start(each)}
        >
          {texts.notices.moves[each]}
        </Button>
      ))}
      {asking && (
        <ReasonDialog
          title={texts.notices.moves[asking]}
          isPending={move.isPending}
          onCancel={() => setAsking(null)}
          onReason={(reason) => go(asking, reason)}
        />
      )}
    </>
  );
}

/** The sentence, and the places it is about. */
function Failure({ error }: { readonly error: unknown }) {
  const faults = error instanceof ProblemError ? error.errors : [];
  return (
    <>
      <Typography.Paragraph>{sentenceOf(error)}</Typography.Paragraph>
      {faults.map(({ path, message }) => (
        <Typography.Paragraph key={`${path} ${message}`}>{message}</Typography.Paragraph>
      ))}
    </>
  );
}

/** How many regions it reaches, and when. */
function signOffSentence({ regions, validFrom }: Notice, nowMs: number): string {
  return nowMs < Date.parse(validFrom)
    ? words.signOffLater(regions.length, formatInstant(validFrom))
    : words.signOffNow(regions.length);
}
