// What stands behind a code, and the decision about it: where the box is to stand, or that it is refused.
import { Alert, App, Button, Descriptions, Flex, Form, Input, Radio, Typography } from 'antd';
import { useState } from 'react';
import type { Activation, Bound } from '../../../contract/activation.ts';
import { useApproveActivation, useDenyActivation } from '../../api/activations.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { useNow } from '../../shared/clock.ts';
import { formatInstant } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { HouseholdPicker } from '../households/household-picker.tsx';
import { codeInput } from './code-input.ts';
import { decisionOf, firstWay, type Placing, type Way, waysFor } from './placing.ts';

const words = texts.activation;
const SECOND_MS = 1_000;

interface Props {
  readonly activation: Activation;
  readonly onBound: (bound: Bound) => void;
  readonly onLeave: () => void;
}

export function Decision({ activation, onBound, onLeave }: Props) {
  const { userCode, expiresAt, listed } = activation;
  const { message, modal } = App.useApp();
  const approve = useApproveActivation();
  const deny = useDenyActivation();
  const [placing, setPlacing] = useState<Placing>({ way: firstWay(activation), card: '', household: null });
  const decision = decisionOf(placing);
  const isOver = useNow(SECOND_MS) >= Date.parse(expiresAt) || isVoid(approve.error);
  const refuse = () =>
    void modal.confirm({
      title: words.denyTitle,
      content: words.denyHint,
      okText: words.deny,
      okButtonProps: { danger: true },
      onOk: () =>
        deny.mutateAsync(userCode).then(
          () => {
            void message.success(words.denied);
            onLeave();
          },
          (error) => void modal.error({ title: texts.boxes.failed, content: sentenceOf(error) }),
        ),
    });
  return (
    <Flex vertical gap={16}>
      <BoxFactsList activation={activation} />
      {listed && listed.state !== 'listed' && <Alert type="warning" showIcon title={words.again} />}
      {isOver && !approve.error && <Alert type="error" showIcon title={words.expired} />}
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={() => decision && approve.mutate({ userCode, ...decision }, { onSuccess: onBound })}
      >
        <Form.Item label={words.where}>
          <Radio.Group
            value={placing.way}
            style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
            options={waysFor(activation).map((way) => ({ value: way, label: wayText(way, activation) }))}
            onChange={({ target }) => setPlacing({ ...placing, way: target.value as Way })}
          />
        </Form.Item>
        {placing.way === 'card' && (
          <Form.Item label={words.smartCard} htmlFor="card" extra={words.cardHint}>
            <Input
              id="card"
              inputMode="numeric"
              autoComplete="off"
              maxLength={24}
              value={placing.card}
              onChange={({ target }) => setPlacing({ ...placing, card: target.value })}
              {...(placing.card.length >= 8 && !decision && { status: 'error' })}
            />
          </Form.Item>
        )}
        {placing.way === 'household' && (
          <Form.Item label={words.household} htmlFor="household">
            <HouseholdPicker
              id="household"
              value={placing.household}
              onChange={(household) => setPlacing({ ...placing, household })}
            />
          </Form.Item>
        )}
        {approve.error && (
          <Alert type="error" showIcon title={sentenceOf(approve.error)} style={{ marginBottom: 16 }} />
        )}
        <Flex gap={8} wrap>
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            disabled={!decision || isOver}
            loading={approve.isPending}
          >
            {words.approve}
          </Button>
          <Button size="large" danger disabled={isOver} onClick={refuse}>
            {words.deny}
          </Button>
          <Button size="large" type="text" onClick={onLeave}>
            {words.otherCode}
          </Button>
        </Flex>
      </Form>
    </Flex>
  );
}

function BoxFactsList({ activation: { userCode, expiresAt, facts } }: Pick<Props, 'activation'>) {
  const told = (value: string | undefined) =>
    value ?? <Typography.Text type="secondary">{words.unknown}</Typography.Text>;
  const { shown } = codeInput(userCode);
  return (
    <Descriptions
      size="small"
      column={1}
      title={words.facts}
      items={[
        { key: 'code', label: words.code, children: `${shown} · ${words.expires(formatInstant(expiresAt).slice(-5))}` },
        { key: 'model', label: words.model, children: told(facts.model) },
        { key: 'engine', label: words.engine, children: told(facts.engine) },
        { key: 'app', label: words.app, children: told(facts.app) },
        { key: 'card', label: words.smartCard, children: told(facts.smart_card) },
      ]}
    />
  );
}

function wayText(way: Way, { listed }: Activation): string {
  if (way === 'card') return words.byCard;
  if (way === 'household') return listed ? words.elsewhere : words.byHousehold;
  return listed ? words.listedPlace(listed.place, listed.name) : words.listed;
}

/** Nothing can be done with this code any more. */
const isVoid = (error: unknown): boolean =>
  error instanceof ProblemError && (error.code === 'code-unknown' || error.code === 'code-cancelled');
