// Asks before unsaved work is left: on a link, on Back, on closing the window.
import { Button, Modal } from 'antd';
import { useCallback } from 'react';
import { useBeforeUnload, useBlocker } from 'react-router';
import { texts } from '../texts/zh-CN.ts';

const words = texts.editor;

interface Props {
  /** Would leaving lose something? Asked in the moment of leaving; `next` is undefined when the window is closed. */
  readonly wouldLose: (next?: string) => boolean;
}

export function UnsavedGuard({ wouldLose }: Props) {
  const blocker = useBlocker(({ nextLocation }) => wouldLose(nextLocation.pathname));
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (wouldLose()) event.preventDefault();
      },
      [wouldLose],
    ),
  );
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={words.leaveTitle}
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" danger onClick={() => blocker.proceed?.()}>
          {words.leaveGo}
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          {words.leaveStay}
        </Button>,
      ]}
    >
      {words.leave}
    </Modal>
  );
}
