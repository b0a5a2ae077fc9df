// Moves a box to another household, with the reason why.
import { Form } from 'antd';
import { useState } from 'react';
import type { BoxDetail } from '../../../contract/fleet.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { useBoxDeed } from '../../api/boxes.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { HouseholdPicker } from '../households/household-picker.tsx';

const words = texts.box;

export function MoveBox({ box, onClose }: { readonly box: BoxDetail; readonly onClose: () => void }) {
  const deed = useBoxDeed(box.id);
  const [household, setHousehold] = useState<RegionCode | null>(null);
  return (
    <AskReason
      title={words.moveTitle(`${box.place} ${box.name}`)}
      hint={words.moveHint}
      okText={words.move}
      placeholder={words.moveReason}
      onReason={
        household === null || household === box.household
          ? null
          : (reason) => deed.mutateAsync({ kind: 'move', household, reason })
      }
      done={words.moved}
      onClose={onClose}
    >
      <Form.Item label={words.moveTo}>
        <HouseholdPicker value={household} onChange={setHousehold} />
      </Form.Item>
    </AskReason>
  );
}
