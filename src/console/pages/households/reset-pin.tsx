// A new PIN for a household, with the reason why; then the PIN, once.
import type { RegionCode } from '../../../contract/regions.ts';
import { useResetPin } from '../../api/households.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { ToldPin } from './told-pin.tsx';

const words = texts.household;

interface Props {
  readonly household: RegionCode;
  readonly address: string;
  readonly onClose: () => void;
}

export function ResetPin({ household, address, onClose }: Props) {
  const reset = useResetPin();
  if (reset.data) return <ToldPin address={address} pin={reset.data.pin} onClose={onClose} />;
  return (
    <AskReason
      title={words.resetPinTitle(address)}
      hint={words.resetPinHint}
      okText={words.resetPin}
      placeholder={words.resetPinReason}
      onReason={(reason) => reset.mutateAsync({ code: household, reason })}
      onClose={onClose}
    />
  );
}
