// A new temporary password for an account, with the reason why.
import type { Staff } from '../../../contract/staff.ts';
import { useResetPassword } from '../../api/staff.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { TemporaryPassword } from './temporary-password.tsx';

const words = texts.staff;

export function ResetPassword({ staff, onClose }: { readonly staff: Staff; readonly onClose: () => void }) {
  const reset = useResetPassword();
  if (reset.data) {
    const { temporaryPassword } = reset.data;
    return <TemporaryPassword title={words.resetDone} staff={staff} password={temporaryPassword} onClose={onClose} />;
  }
  return (
    <AskReason
      title={words.resetTitle(staff.name)}
      hint={words.resetHint}
      okText={words.reset}
      placeholder={words.resetReason}
      onReason={(reason) => reset.mutateAsync({ id: staff.id, reason })}
      onClose={onClose}
    />
  );
}
