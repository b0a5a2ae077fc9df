// What waits for a second person, so large that nobody confirms a real one for a rehearsal, or the other way round.
import { App, Button, Card, Descriptions, Flex, Alert as Notice, Typography } from 'antd';
import { useState } from 'react';
import type { Alert, AlertMove, AlertRevision } from '../../../contract/alerts.ts';
import { useMoveAlert } from '../../api/alerts.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { formatInstant, formatSecond } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { CarrierLinks } from './carriers.tsx';
import { SEVERITY_COLORS } from './tags.tsx';
import { waitingItem } from './waiting-item.ts';

const words = texts.alerts.one;
/** A rehearsal is never in a colour of danger. */
const REHEARSAL = { fill: '#531dab', text: '#ffffff' } as const;

interface Props {
  readonly alert: Alert;
  readonly waiting: AlertRevision;
}

export function ConfirmCard({ alert, waiting }: Props) {
  const { message, modal } = App.useApp();
  const move = useMoveAlert(alert.id);
  const [discarding, setDiscarding] = useState(false);
  const { rehearsal } = alert;
  const { act, content, revision } = waiting;
  const { title, text, instructions } = waitingItem(alert, waiting);
  const look = rehearsal ? REHEARSAL : SEVERITY_COLORS[content.severity];
  const may = (step: AlertMove) => alert.moves.includes(step);
  const go = (to: 'endorse' | 'release') =>
    move.mutate(
      { move: to, revision },
      {
        onSuccess: () => void message.success(to === 'release' ? words.released : words.done[to]),
        onError: (error) => void modal.error({ title: words.failed, content: sentenceOf(error) }),
      },
    );
  return (
    <Card styles={{ body: { padding: 0 } }} style={{ borderColor: look.fill, borderWidth: 2, overflow: 'hidden' }}>
      <Flex
        align="center"
        justify="space-between"
        style={{ background: look.fill, color: look.text, padding: '12px 24px', fontSize: 22, fontWeight: 600 }}
      >
        <span>{rehearsal ? words.isRehearsal : words.isActual}</span>
        <span>
          {texts.alerts.acts[act]} · {texts.alerts.severities[content.severity]}
        </span>
      </Flex>
      <Flex vertical gap={12} style={{ padding: 24 }}>
        <Typography.Title level={3} style={{ margin: 0 }}>
          {title}
        </Typography.Title>
        <div>
          {text.map((line) => (
            <Typography.Paragraph key={line} style={{ fontSize: 16, marginBottom: 4 }}>
              {line}
            </Typography.Paragraph>
          ))}
          <ol style={{ margin: 0, paddingInlineStart: 24, fontSize: 16 }}>
            {instructions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </div>
        <Terms alert={alert} waiting={waiting} />
        <Flex gap={12} align="center" wrap>
          {may('endorse') && (
            <Button type="primary" size="large" loading={move.isPending} onClick={() => go('endorse')}>
              {texts.alerts.moves.endorse}
            </Button>
          )}
          {may('release') && (
            <Button
              size="large"
              type="primary"
              loading={move.isPending}
              style={{ background: look.fill, color: look.text }}
              onClick={() => go('release')}
            >
              {(rehearsal ? words.confirmRehearsal : words.confirmActual)(texts.alerts.acts[act])}
            </Button>
          )}
          {may('discard') && (
            <Button size="large" onClick={() => setDiscarding(true)}>
              {texts.alerts.moves.discard}
            </Button>
          )}
          <Why alert={alert} waiting={waiting} />
        </Flex>
      </Flex>
      {discarding && (
        <AskReason
          title={words.discardTitle}
          hint={words.discardHint}
          okText={texts.alerts.moves.discard}
          danger
          placeholder={words.discardPlaceholder}
          onReason={(reason) => move.mutateAsync({ move: 'discard', revision, reason })}
          done={words.done.discard}
          onClose={() => setDiscarding(false)}
        />
      )}
    </Card>
  );
}

function Terms({ alert, waiting }: Props) {
  const { content, preparedBy, preparedAt, reason } = waiting;
  const { validity } = content;
  // Those it is shown in already, and those that come by it, have their names; a code is better than nothing.
  const nameOf = (code: string) => alert.regions.find((region) => region.code === code)?.name ?? code;
  const until = 'minutes' in validity ? words.minutes(validity.minutes) : formatInstant(validity.until);
  const items = [
    { key: 'where', label: words.where, children: content.regions.map(nameOf).join('、') },
    ...(waiting.act === 'cancel' ? [] : [{ key: 'until', label: words.until, children: until }]),
    ...(waiting.act !== 'cancel' && content.carriers?.length
      ? [{ key: 'beside', label: texts.alerts.carriers.term, children: <CarrierLinks carriers={content.carriers} /> }]
      : []),
    {
      key: 'who',
      label: words.who,
      children: words.by(preparedBy?.name ?? texts.alerts.origins[alert.origin], formatSecond(preparedAt)),
    },
    ...(reason ? [{ key: 'why', label: words.why, children: reason }] : []),
  ];
  return <Descriptions column={1} items={items} />;
}

/** Why the person cannot go on, where they cannot. */
function Why({ alert, waiting }: Props) {
  const { staff } = useSignedIn();
  if (alert.moves.includes('release') || alert.moves.includes('endorse')) return null;
  const text =
    waiting.state === 'incoming'
      ? words.incoming
      : waiting.preparedBy?.id === staff.id
        ? words.waitingOwn
        : words.waitingOther;
  return <Notice type="info" showIcon title={text} />;
}
