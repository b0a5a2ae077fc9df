// The form for the code on the television's screen.
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';
import { codeInput } from './code-input.ts';

const words = texts.activation;

/** Large and evenly spaced: it is compared with the television sign by sign. */
const FIELD = {
  fontSize: 26,
  letterSpacing: '0.08em',
  fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
} as const;

interface Props {
  readonly initial: string;
  readonly isPending: boolean;
  /** Why the last code did not open anything. */
  readonly error: unknown;
  readonly onCode: (code: string) => void;
}

export function CodeForm({ initial, isPending, error, onCode }: Props) {
  const [typed, setTyped] = useState(codeInput(initial).shown);
  const { code, dropped, isComplete } = codeInput(typed);
  const change = (text: string, isComposing: boolean) => {
    const next = codeInput(text);
    // An input method in the middle of its work, and signs to be looked at again, are left as they stand.
    setTyped(isComposing || next.dropped.length > 0 ? text : next.shown);
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={() => isComplete && onCode(code)}>
      <Form.Item
        label={words.code}
        htmlFor="code"
        extra={dropped.length > 0 ? undefined : words.codeHint}
        validateStatus={dropped.length > 0 ? 'error' : ''}
        help={dropped.length > 0 ? words.codeDropped(dropped.join(' ')) : undefined}
      >
        <Input
          id="code"
          size="large"
          style={FIELD}
          value={typed}
          placeholder={words.codePlaceholder}
          autoFocus
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          onChange={({ target, nativeEvent }) => change(target.value, (nativeEvent as InputEvent).isComposing === true)}
          onCompositionEnd={({ currentTarget }) => change(currentTarget.value, false)}
        />
      </Form.Item>
      {Boolean(error) && <Alert type="error" showIcon title={sentenceOf(error)} style={{ marginBottom: 24 }} />}
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        block
        disabled={!isComplete || dropped.length > 0}
        loading={isPending}
      >
        {words.next}
      </Button>
    </Form>
  );
}
