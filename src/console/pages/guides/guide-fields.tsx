// The fields of a guide in their groups, each held to the contract while one writes.
import { Card, Checkbox, Col, DatePicker, Flex, Form, Input, InputNumber, Radio, Row, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { Fee, GUIDE_LIMITS, GUIDE_TYPES, GuideInput, LIFE_EVENTS, Office } from '../../../contract/guides.ts';
import { PLACE_KINDS } from '../../../contract/places.ts';
import { AUDIENCE_NAMES, LIFE_EVENT_NAMES, TYPE_NAMES } from '../../../domain/guides/words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { browserNow } from '../../shared/clock.ts';
import { dayOf } from '../../shared/time.ts';
import { texts } from '../../texts/zh-CN.ts';
import { byContract } from './contract-rule.ts';
import { type GuideForm, NO_PLACE } from './guide-form.ts';
import type { GroupName } from './guide-lines.ts';
import { LimitField } from './limit-field.tsx';
import { LinesField } from './lines-field.tsx';
import { MaterialsField } from './materials-field.tsx';
import { NumberFields } from './number-fields.tsx';
import { ReadingsField } from './readings-field.tsx';

const words = texts.guideEditor;
const labels = texts.guides.fields;
const { shape } = GuideInput;
const office = Office.shape;
const charged = Fee.options[1].shape;
const FORMAT = 'YYYY-MM-DD';
/** Nothing stands below it in its group. */
const LAST = { marginBottom: 0 } as const;

const TYPES = GUIDE_TYPES.map((value) => ({ value, label: TYPE_NAMES[value] }));
const AUDIENCES = Object.entries(AUDIENCE_NAMES).map(([value, label]) => ({ value, label }));
const EVENTS = LIFE_EVENTS.map((value) => ({ value, label: LIFE_EVENT_NAMES[value] }));
const PLACES = [
  { value: NO_PLACE, label: words.placeNone },
  ...PLACE_KINDS.map((value) => ({ value, label: PLACE_KIND_NAMES[value] })),
];

interface Props {
  /** It has its number and its department for good. */
  readonly isSaved: boolean;
}

export function GuideFields({ isSaved }: Props) {
  return (
    <Flex vertical gap={16}>
      <Group name="basics">
        <NumberFields isSaved={isSaved} />
        <Form.Item name="name" label={labels.name} rules={[byContract(shape.name)]}>
          <Input maxLength={GUIDE_LIMITS.name} showCount placeholder={words.namePlaceholder} />
        </Form.Item>
        <Form.Item name="officialName" label={labels.officialName} rules={[byContract(shape.officialName)]}>
          <Input maxLength={60} showCount placeholder={words.officialPlaceholder} />
        </Form.Item>
        <Form.Item name="summary" label={labels.summary} rules={[byContract(shape.summary)]}>
          <Input maxLength={60} showCount placeholder={words.summaryPlaceholder} />
        </Form.Item>
        <Row gutter={16}>
          <Col span={12}>
            <Form.Item name="type" label={labels.type}>
              <Select options={TYPES} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="audience" label={labels.audience} rules={[byContract(shape.audience)]}>
              <Checkbox.Group options={AUDIENCES} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="body" label={labels.body} rules={[byContract(shape.body)]} style={LAST}>
              <Input maxLength={30} placeholder={words.bodyPlaceholder} />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="result" label={labels.result} rules={[byContract(shape.result)]} style={LAST}>
              <Input maxLength={40} placeholder={words.resultPlaceholder} />
            </Form.Item>
          </Col>
        </Row>
      </Group>
      <Group name="who">
        <LinesField
          name="conditions"
          schema={shape.conditions}
          most={GUIDE_LIMITS.conditions}
          length={100}
          placeholder={words.conditionPlaceholder}
          addText={words.addCondition}
        />
      </Group>
      <Group name="materials">
        <MaterialsField />
      </Group>
      <Group name="steps">
        <LinesField
          name="steps"
          schema={shape.steps}
          most={GUIDE_LIMITS.steps}
          length={100}
          placeholder={words.stepPlaceholder}
          addText={words.addStep}
        />
        <Row gutter={16} style={{ marginTop: 16 }}>
          <Col span={8}>
            <Form.Item name="visits" label={labels.visits} rules={[byContract(shape.visits)]} style={LAST}>
              <InputNumber min={0} max={9} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          </Col>
          <Col span={16}>
            <Form.Item name="online" label={labels.online} rules={[byContract(shape.online)]} style={LAST}>
              <Input maxLength={60} placeholder={words.onlinePlaceholder} />
            </Form.Item>
          </Col>
        </Row>
      </Group>
      <Group name="limits">
        <Row gutter={16}>
          <Col span={12}>
            <LimitField name="promisedLimit" />
          </Col>
          <Col span={12}>
            <LimitField name="legalLimit" />
          </Col>
        </Row>
        <FeeFields />
      </Group>
      <Group name="office">
        <OfficeFields />
      </Group>
      <Group name="basis">
        <LinesField
          name="basis"
          schema={shape.basis}
          most={GUIDE_LIMITS.basis}
          length={50}
          placeholder={words.basisPlaceholder}
          addText={words.addBasis}
        />
      </Group>
      <Group name="search">
        <Form.Item name="aliases" label={labels.aliases} extra={words.aliasHint} rules={[byContract(shape.aliases)]}>
          <Select mode="tags" open={false} suffixIcon={null} placeholder={words.aliasPlaceholder} />
        </Form.Item>
        <Form.Item label={labels.readings} extra={words.readingHint}>
          <ReadingsField />
        </Form.Item>
        <Form.Item name="lifeEvents" label={labels.lifeEvents} extra={words.lifeEventHint} style={LAST}>
          <Checkbox.Group options={EVENTS} />
        </Form.Item>
      </Group>
      <Group name="check">
        <Form.Item
          name="checkedOn"
          label={labels.checkedOn}
          extra={words.checkedHint}
          rules={[byContract(shape.checkedOn)]}
          getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
          normalize={(day: Dayjs | null) => day?.format(FORMAT) ?? ''}
          style={LAST}
        >
          <DatePicker allowClear={false} disabledDate={isAhead} />
        </Form.Item>
      </Group>
    </Flex>
  );
}

/** Only figures count: a picker's days are of the browser's zone. */
const isAhead = (day: Dayjs): boolean => day.format(FORMAT) > dayOf(browserNow());

function Group({ name, children }: { readonly name: GroupName; readonly children: ReactNode }) {
  return (
    <Card size="small" title={texts.guides.groups[name]} id={`group-${name}`}>
      {children}
    </Card>
  );
}

function FeeFields() {
  const kind = Form.useWatch<GuideForm['fee']['kind']>(['fee', 'kind']);
  return (
    <>
      <Form.Item name={['fee', 'kind']} label={labels.fee} {...(kind !== 'charged' && { style: LAST })}>
        <Radio.Group
          options={[
            { value: 'free', label: words.free },
            { value: 'charged', label: words.charged },
          ]}
        />
      </Form.Item>
      {kind === 'charged' && (
        <>
          <Form.Item name={['fee', 'text']} label={labels['fee.text']} rules={[byContract(charged.text)]}>
            <Input maxLength={100} placeholder={words.feePlaceholder} />
          </Form.Item>
          <Form.Item
            name={['fee', 'basis']}
            label={labels['fee.basis']}
            rules={[byContract(charged.basis)]}
            style={LAST}
          >
            <Input maxLength={80} placeholder={words.feeBasisPlaceholder} />
          </Form.Item>
        </>
      )}
    </>
  );
}

function OfficeFields() {
  return (
    <>
      <Form.Item name={['office', 'name']} label={labels['office.name']} rules={[byContract(office.name)]}>
        <Input maxLength={30} placeholder={words.officePlaceholder} />
      </Form.Item>
      <Form.Item name={['office', 'address']} label={labels['office.address']} rules={[byContract(office.address)]}>
        <Input maxLength={60} placeholder={words.addressPlaceholder} />
      </Form.Item>
      <Form.Item name={['office', 'hours']} label={labels['office.hours']} rules={[byContract(office.hours)]}>
        <Input maxLength={60} placeholder={words.hoursPlaceholder} />
      </Form.Item>
      <Row gutter={16}>
        <Col span={12}>
          <Form.Item
            name={['office', 'phone']}
            label={labels['office.phone']}
            rules={[byContract(office.phone, words.phoneWrong)]}
          >
            <Input maxLength={14} />
          </Form.Item>
        </Col>
        <Col span={12}>
          <Form.Item
            name="complaintPhone"
            label={labels.complaintPhone}
            rules={[byContract(shape.complaintPhone, words.phoneWrong)]}
          >
            <Input maxLength={14} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name={['office', 'place']} label={labels['office.place']} extra={words.placeHint} style={LAST}>
        <Select options={PLACES} />
      </Form.Item>
    </>
  );
}
