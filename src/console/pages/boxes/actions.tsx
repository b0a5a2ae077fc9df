// What can be done with a box now, as buttons; each asks first where it is felt in the household.
import MoreOutlined from '@ant-design/icons/MoreOutlined';
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { type BoxOrder, LOG_LEVELS } from '../../../contract/boxes.ts';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { signOf } from '../../../domain/boxes/sign.ts';
import { useAuthoriseBoxes, useBoxDeed } from '../../api/boxes.ts';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';
import { ResetPin } from '../households/reset-pin.tsx';
import type { BoxRules } from './box-rules.ts';
import { MoveBox } from './move-box.tsx';
import { orderText } from './order-text.ts';
import { RevokeBox } from './revoke-box.tsx';

const words = texts.box;
type Dialog = 'move' | 'revoke' | 'pin';

export function BoxActions({ box, rules }: { readonly box: BoxDetail; readonly rules: BoxRules }) {
  const { modal } = App.useApp();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const authorise = useAuthorise(box);
  const { send, isSending } = useOrder(box);
  const restart = () =>
    void modal.confirm({
      title: words.restartTitle,
      content: words.orderHints.restart,
      okText: words.orders.restart,
      onOk: () => send({ kind: 'restart' }),
    });
  const more = [
    ...(rules.command
      ? [
          { key: 'restart', label: words.orders.restart, disabled: !rules.reachable, onClick: restart },
          {
            key: 'log-level',
            label: words.orders['log-level'],
            disabled: !rules.reachable,
            children: LOG_LEVELS.map((level) => ({
              key: level,
              label: words.levels[level],
              onClick: () => void send({ kind: 'log-level', level }),
            })),
          },
        ]
      : []),
    ...(rules.move ? [{ key: 'move', label: words.move, onClick: () => setDialog('move') }] : []),
    ...(rules.revoke ? [{ key: 'revoke', label: words.revoke, danger: true, onClick: () => setDialog('revoke') }] : []),
  ];
  return (
    <>
      {rules.command &&
        (['identify', 'resync'] as const).map((kind) => (
          <Tooltip key={kind} title={rules.reachable ? words.orderHints[kind] : words.notOnline}>
            <Button disabled={!rules.reachable || isSending} onClick={() => void send({ kind })}>
              {words.orders[kind]}
            </Button>
          </Tooltip>
        ))}
      {rules.resetPin && <Button onClick={() => setDialog('pin')}>{texts.household.resetPin}</Button>}
      {more.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: more }}>
          <Button icon={<MoreOutlined aria-hidden />} iconPlacement="end">
            {words.more}
          </Button>
        </Dropdown>
      )}
      {rules.authorise && (
        <Button type="primary" onClick={authorise}>
          {texts.boxes.authorise}
        </Button>
      )}
      {dialog === 'move' && <MoveBox box={box} onClose={close} />}
      {dialog === 'revoke' && <RevokeBox box={box} onClose={close} />}
      {dialog === 'pin' && <ResetPin household={box.household} address={`${box.place} ${box.name}`} onClose={close} />}
    </>
  );
}

/** Sends a command; the promise ends well either way, the person is told. */
function useOrder({ id }: BoxDetail) {
  const { message, modal } = App.useApp();
  const deed = useBoxDeed(id);
  const send = (order: BoxOrder): Promise<void> =>
    deed.mutateAsync({ kind: 'order', order }).then(
      () => void message.success(order.kind === 'identify' ? words.sentSign(signOf(id)) : words.sent(orderText(order))),
      (error) => void modal.error({ title: texts.boxes.failed, content: sentenceOf(error) }),
    );
  return { send, isSending: deed.isPending };
}

/** Asks whether to authorise this box. */
function useAuthorise({ id }: BoxDetail): () => void {
  const { message, modal } = App.useApp();
  const authorise = useAuthoriseBoxes();
  return () =>
    void modal.confirm({
      title: texts.boxes.authoriseTitle(1),
      content: texts.boxes.authoriseHint,
      okText: texts.boxes.authorise,
      onOk: () =>
        authorise.mutateAsync([id]).then(
          ({ authorised }) => void message.success(texts.boxes.authorised(authorised)),
          (error) => void modal.error({ title: texts.boxes.failed, content: sentenceOf(error) }),
        ),
    });
}
