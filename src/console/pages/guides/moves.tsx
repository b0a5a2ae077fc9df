// What can be done with a guide now, as buttons: each asks first, returning and withdrawing ask why.
import { App, Button } from 'antd';
import { useState } from 'react';
import { GUIDE_MOVES, type Guide, type GuideMove } from '../../../contract/guide-calls.ts';
import { useMoveGuide } from '../../api/guides.ts';
import { sentenceOf } from '../../api/problem.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.guideDetail;
type WithReason = 'return' | 'withdraw';
const FORWARD: readonly GuideMove[] = ['submit', 'publish', 'confirm'];
const REASONS: Readonly<Record<WithReason, { hint: string; placeholder: string }>> = {
  return: { hint: words.returnHint, placeholder: words.returnPlaceholder },
  withdraw: { hint: words.withdrawHint, placeholder: words.withdrawPlaceholder },
};

export function MoveButtons({ guide }: { readonly guide: Guide }) {
  const { message, modal } = App.useApp();
  const move = useMoveGuide();
  const [asking, setAsking] = useState<WithReason | null>(null);
  const given = { number: guide.number, revision: guide.revision };
  const go = (to: GuideMove) =>
    move.mutateAsync({ ...given, move: to }).then(
      () => void message.success(texts.guides.moved[to]),
      (error) => void modal.error({ title: words.moveFailed, content: sentenceOf(error) }),
    );
  const start = (to: GuideMove) => {
    if (to === 'return' || to === 'withdraw') setAsking(to);
    else void modal.confirm({ ...questionOf(to, guide), onOk: () => go(to) });
  };
  const moves = GUIDE_MOVES.filter((each) => guide.moves.includes(each)).sort(
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
          {texts.guides.moves[each]}
        </Button>
      ))}
      {asking && (
        <AskReason
          title={texts.guides.moves[asking]}
          {...REASONS[asking]}
          okText={texts.guides.moves[asking]}
          danger={asking === 'withdraw'}
          done={texts.guides.moved[asking]}
          onReason={(reason) => move.mutateAsync({ ...given, move: asking, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function questionOf(move: Exclude<GuideMove, WithReason>, { content, findings }: Guide) {
  switch (move) {
    case 'submit': {
      const look = findings.length > 0 ? words.submitFindings(findings.length) : '';
      return { title: words.submitTitle, content: `${words.submitHint}${look}`, okText: words.submitOk };
    }
    case 'publish':
      return { title: words.publishTitle, content: words.publishHint(content.name), okText: words.publishOk };
    case 'confirm':
      return { title: words.confirmTitle, content: words.confirmHint, okText: words.confirmOk };
  }
}
