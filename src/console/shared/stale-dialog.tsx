// Someone else has saved it meanwhile: whose version shall count?
import { Button, Modal } from 'antd';
import { texts } from '../texts/zh-CN.ts';

const words = texts.editor;

interface Props<Goal> {
  readonly title: string;
  /** What was wanted when it turned out; null: nothing to ask. */
  readonly stale: Goal | null;
  readonly onKeep: () => void;
  readonly onOverwrite: (goal: Goal) => void;
}

export function StaleDialog<Goal>({ title, stale, onKeep, onOverwrite }: Props<Goal>) {
  return (
    <Modal
      open={stale !== null}
      title={title}
      onCancel={onKeep}
      footer={[
        <Button key="reload" onClick={() => window.location.reload()}>
          {words.staleReload}
        </Button>,
        <Button key="overwrite" danger onClick={() => stale !== null && onOverwrite(stale)}>
          {words.staleOverwrite}
        </Button>,
        <Button key="keep" type="primary" onClick={onKeep}>
          {words.leaveStay}
        </Button>,
      ]}
    >
      {words.stale}
    </Modal>
  );
}
