// Whose guide it is, and under which number: chosen once, when it is new.
import { Col, Form, Input, Row, Select } from 'antd';
import { useEffect } from 'react';
import type { Department } from '../../../contract/departments.ts';
import { GuideInput, GuideNumber } from '../../../contract/guides.ts';
import { DEPARTMENT_NAMES } from '../../../domain/guides/department-names.ts';
import { useGuides } from '../../api/guides.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import type { GuideForm } from './guide-form.ts';
import { freeNumber, prefixOf } from './guide-number.ts';
import { useDepartments } from './own-departments.ts';

const words = texts.guideEditor;
const labels = texts.guides.fields;
/** As many as a department has numbers. */
const ALL_OF_ONE = 100;

export function NumberFields({ isSaved }: { readonly isSaved: boolean }) {
  const form = Form.useFormInstance<GuideForm>();
  const initial: Department = form.getFieldValue('department');
  const department = Form.useWatch<Department>('department') ?? initial;
  const own = useDepartments('guide.write');
  const known = useGuides({ department, pageSize: ALL_OF_ONE });
  const taken = known.isPlaceholderData ? undefined : known.data?.items;
  useEffect(() => {
    if (isSaved || !taken) return;
    if (!form.getFieldValue('number').startsWith(prefixOf(department)))
      form.setFieldValue(
        'number',
        freeNumber(
          department,
          taken.map(({ number }) => number),
        ) ?? '',
      );
  }, [form, isSaved, taken, department]);
  const prefix = prefixOf(department);
  return (
    <Row gutter={16}>
      <Col span={8}>
        <Form.Item name="department" label={labels.department}>
          <Select
            disabled={isSaved || own.length < 2}
            options={own.map((value) => ({ value, label: DEPARTMENT_NAMES[value] }))}
          />
        </Form.Item>
      </Col>
      <Col span={8}>
        <Form.Item
          name="number"
          label={labels.number}
          {...(!isSaved && { extra: words.numberHint(prefix, DEPARTMENT_NAMES[department]) })}
          rules={[
            byContract(
              GuideNumber.refine((number) => number.startsWith(prefix)),
              words.numberWrong(prefix),
            ),
          ]}
        >
          <Input disabled={isSaved} maxLength={4} inputMode="numeric" />
        </Form.Item>
      </Col>
      <Col span={8}>
        <Form.Item name="section" label={labels.section} rules={[byContract(GuideInput.shape.section)]}>
          <Input maxLength={6} placeholder={words.sectionPlaceholder} />
        </Form.Item>
      </Col>
    </Row>
  );
}
