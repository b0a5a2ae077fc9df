// The fields of a notice, each with its limit.
import { Checkbox, Col, DatePicker, Form, type FormInstance, Input, Row, Select } from 'antd';
import { NOTICE_CATEGORIES, NOTICE_LIMITS } from '../../../contract/notices.ts';
import { RegionsPicker } from '../../shared/region-picker.tsx';
import { fromPicker } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { AiringFields } from './airing-fields.tsx';
import { hasBrokenPicture } from './markup-edit.ts';
import type { NoticeForm } from './notice-form.ts';
import { TextEditor } from './text-editor.tsx';
import { ValidTo } from './valid-to.tsx';

const words = texts.editor;
const required = { required: true, whitespace: true, message: texts.common.required };

export function NoticeFields({ form }: { readonly form: FormInstance<NoticeForm> }) {
  const validFrom = Form.useWatch('validFrom', form);
  const regions = Form.useWatch('regions', form) ?? [];
  return (
    <>
      <Form.Item name="title" label={words.title} rules={[required]}>
        <Input maxLength={NOTICE_LIMITS.title} showCount placeholder={words.titlePlaceholder} />
      </Form.Item>
      <Row gutter={16}>
        <Col span={15}>
          <Form.Item name="source" label={words.source} rules={[required]}>
            <Input maxLength={NOTICE_LIMITS.source} showCount placeholder={words.sourcePlaceholder} />
          </Form.Item>
        </Col>
        <Col span={9}>
          <Form.Item name="category" label={words.category}>
            <Select options={NOTICE_CATEGORIES.map((value) => ({ value, label: texts.notices.categories[value] }))} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item
        name="text"
        label={words.text}
        rules={[
          required,
          {
            validator: (_, text: string | undefined) =>
              text && hasBrokenPicture(text) ? Promise.reject(new Error(words.pictureBroken)) : Promise.resolve(),
          },
        ]}
      >
        <TextEditor />
      </Form.Item>
      <Form.Item
        name="regions"
        label={words.regions}
        extra={regions.length > 1 && words.regionsCount(regions.length, NOTICE_LIMITS.regions)}
        rules={[
          { required: true, type: 'array', message: texts.common.required },
          {
            type: 'array',
            max: NOTICE_LIMITS.regions,
            message: words.regionsCount(regions.length, NOTICE_LIMITS.regions),
          },
        ]}
      >
        <RegionsPicker permission="notice.write" />
      </Form.Item>
      <Row gutter={16}>
        <Col span={10}>
          <Form.Item name="validFrom" label={words.from} rules={[{ required: true, message: texts.common.required }]}>
            <DatePicker
              showTime={{ format: 'HH:mm' }}
              format="YYYY-MM-DD HH:mm"
              allowClear={false}
              needConfirm={false}
              style={{ width: '100%' }}
            />
          </Form.Item>
        </Col>
        <Col span={14}>
          <Form.Item
            name="validTo"
            label={words.to}
            dependencies={['validFrom']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: NoticeForm['validTo']) =>
                  value && fromPicker(value) <= fromPicker(getFieldValue('validFrom'))
                    ? Promise.reject(new Error(words.toAfterFrom))
                    : Promise.resolve(),
              }),
            ]}
          >
            <ValidTo from={validFrom} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="pinned" valuePropName="checked" style={{ marginBottom: 0 }}>
        <Checkbox>{words.pinned}</Checkbox>
      </Form.Item>
      <AiringFields form={form} />
    </>
  );
}
