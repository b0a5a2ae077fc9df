// Changes one rule of a region, or takes the region's own away.
import { Checkbox, Form, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { REVIEW_LIMITS, type ReviewLevel, type RuleInForce } from '../../../contract/reviews.ts';
import { useSaveRule } from '../../api/reviews.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { AskReason } from '../../shared/reason-dialog.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { changesFor, maySetHours } from './rule-changes.ts';

const words = texts.reviews;

interface Props {
  readonly rule: RuleInForce;
  readonly regionName: string;
  readonly onClose: () => void;
}

export function RuleDialog({ rule, regionName, onClose }: Props) {
  const { staff } = useSignedIn();
  const save = useSaveRule();
  const [level, setLevel] = useState<ReviewLevel>(rule.level);
  const [hours, setHours] = useState<number | null>(rule.hours);
  const [isInherited, setInherited] = useState(false);
  const { region, category, step } = rule;
  return (
    <AskReason
      title={words.change(texts.notices.categories[category], words.steps[step])}
      hint={words.changeHint(regionName)}
      okText={words.save}
      placeholder={words.reasonRule}
      onReason={
        hours === null
          ? null
          : (reason) =>
              save.mutateAsync({ region, category, step, terms: isInherited ? null : { level, hours }, reason })
      }
      done={words.saved}
      onClose={onClose}
    >
      <Form.Item label={words.level}>
        <Radio.Group
          value={level}
          disabled={isInherited}
          options={changesFor(staff, rule).map((value) => ({ value, label: words.offices[value] }))}
          onChange={({ target }) => setLevel(target.value as ReviewLevel)}
        />
      </Form.Item>
      {maySetHours(staff) && (
        <Form.Item label={words.hours}>
          <InputNumber
            aria-label={words.hours}
            value={hours}
            disabled={isInherited}
            min={1}
            max={REVIEW_LIMITS.hours}
            precision={0}
            suffix={words.hoursUnit}
            style={{ width: 140 }}
            onChange={setHours}
          />
        </Form.Item>
      )}
      {rule.set?.region === region && (
        <Form.Item>
          <Checkbox checked={isInherited} onChange={({ target }) => setInherited(target.checked)}>
            {words.inherit}
          </Checkbox>
        </Form.Item>
      )}
    </AskReason>
  );
}
