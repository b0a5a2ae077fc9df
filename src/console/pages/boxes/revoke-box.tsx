// Voids a box's credential, with the reason why.
import { App } from 'antd';
import type { BoxDetail } from '../../../contract/fleet.ts';
import { useBoxDeed } from '../../api/boxes.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;

export function RevokeBox({ box, onClose }: { readonly box: BoxDetail; readonly onClose: () => void }) {
  const { message } = App.useApp();
  const deed = useBoxDeed(box.id);
  const revoke = (reason: string) =>
    deed.mutate(
      { kind: 'revoke', reason },
      {
        onSuccess: () => {
          void message.success(words.revoked);
          onClose();
        },
      },
    );
  return (
    <AskReason
      title={words.revokeTitle(`${box.place} ${box.name}`)}
      hint={words.revokeHint}
      okText={words.revoke}
      danger
      placeholder={words.revokeReason}
      isPending={deed.isPending}
      error={deed.error}
      onCancel={onClose}
      onReason={revoke}
    />
  );
}
