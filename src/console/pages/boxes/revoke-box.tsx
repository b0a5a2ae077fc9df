// Voids a box's credential, with the reason why.
import type { BoxDetail } from '../../../contract/fleet.ts';
import { useBoxDeed } from '../../api/boxes.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.box;

export function RevokeBox({ box, onClose }: { readonly box: BoxDetail; readonly onClose: () => void }) {
  const deed = useBoxDeed(box.id);
  return (
    <AskReason
      title={words.revokeTitle(`${box.place} ${box.name}`)}
      hint={words.revokeHint}
      okText={words.revoke}
      danger
      placeholder={words.revokeReason}
      onReason={(reason) => deed.mutateAsync({ kind: 'revoke', reason })}
      done={words.revoked}
      onClose={onClose}
    />
  );
}
