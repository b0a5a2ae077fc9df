// One day of the calendar: as its weekday says, a holiday, or a day that is worked for one.
import { Form, Input, Modal, Radio } from 'antd';
import { WorkingDayChange } from '../../../contract/working-days.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from '../guides/contract-rule.ts';
import type { CalendarDay } from './calendar-days.ts';

const words = texts.requestCalendar;
const NAME_LENGTH = 20;

interface Values {
  readonly is: 'usual' | 'other';
  readonly name: string;
}

interface Props {
  readonly day: CalendarDay;
  readonly onSet: (next: Omit<WorkingDayChange, 'day'> | null) => void;
  readonly onClose: () => void;
}

export function DayDialog({ day: { day, isWeekend, change }, onSet, onClose }: Props) {
  const [form] = Form.useForm<Values>();
  const is = Form.useWatch('is', form);
  return (
    <Modal open title={words.dayTitle(day)} okText={words.ok} onOk={form.submit} onCancel={onClose}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ is: change?.working === isWeekend ? 'other' : 'usual', name: change?.name ?? '' }}
        onFinish={(values) =>
          // The only other way: a weekend is worked, a weekday is not.
          onSet(values.is === 'usual' ? null : { working: isWeekend, name: values.name.trim() })
        }
      >
        <Form.Item name="is">
          <Radio.Group>
            <Radio value="usual">{isWeekend ? words.usual.resting : words.usual.working}</Radio>
            <Radio value="other">{isWeekend ? words.makeUp : words.holiday}</Radio>
          </Radio.Group>
        </Form.Item>
        {is === 'other' && (
          <Form.Item name="name" label={words.name} rules={[byContract(WorkingDayChange.shape.name)]}>
            <Input maxLength={NAME_LENGTH} placeholder={words.namePlaceholder} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
