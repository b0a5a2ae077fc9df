// Letting a box in: its code, what stands behind it, the decision, and the household's PIN told once.
import { Card } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Bound } from '../../../contract/activation.ts';
import { useReadActivation } from '../../api/activations.ts';
import { Forbidden } from '../../frame/page-failure.tsx';
import { useMay } from '../../frame/session-context.ts';
import { Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { CodeForm } from './code-form.tsx';
import { codeInput } from './code-input.ts';
import { Decision } from './decision.tsx';
import { Done } from './done.tsx';

const words = texts.activation;

export function ActivationPage() {
  const mayActivate = useMay('box.activate');
  const [search, setSearch] = useSearchParams();
  const given = codeInput(search.get('code') ?? '');
  const read = useReadActivation();
  const [bound, setBound] = useState<Bound | null>(null);
  const startAgain = () => {
    setBound(null);
    read.reset();
    // The code in the address is used up.
    setSearch({}, { replace: true });
  };

  // The QR code on the television brings its code along: it is looked up unasked, once.
  const lookedUp = useRef(false);
  const lookUp = read.mutate;
  useEffect(() => {
    if (lookedUp.current || !mayActivate || !given.isComplete) return;
    lookedUp.current = true;
    lookUp(given.code);
  }, [lookUp, mayActivate, given.code, given.isComplete]);

  if (!mayActivate) return <Forbidden />;
  return (
    <Page title={words.title}>
      <Card style={{ maxWidth: 560, width: '100%' }}>
        {bound ? (
          <Done bound={bound} onAnother={startAgain} />
        ) : read.data ? (
          <Decision
            key={read.data.userCode}
            activation={read.data}
            onBound={(next) => {
              setBound(next);
              setSearch({}, { replace: true });
            }}
            onLeave={startAgain}
          />
        ) : (
          <CodeForm
            key={given.code}
            initial={given.code}
            isPending={read.isPending}
            error={read.error}
            onCode={read.mutate}
          />
        )}
      </Card>
    </Page>
  );
}
