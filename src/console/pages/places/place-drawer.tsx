// Entering a place or changing one, with what the television will say beside it.
import { Alert, App, Button, Card, Col, Drawer, Form, Input, InputNumber, Row, Select, Typography } from 'antd';
import { type Hours, PLACE_KINDS, PLACE_LIMITS, type Place } from '../../../contract/places.ts';
import { weekLines } from '../../../domain/places/hours-words.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { useSavePlace } from '../../api/places.ts';
import { useNow } from '../../shared/clock.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { RegionPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { HoursField } from './hours-field.tsx';
import { OpenNow } from './open-now.tsx';
import { areHoursRight, inputOf, isPhone, NEW_PLACE, type PlaceValues, valuesOf } from './place-form.ts';

const words = texts.places;
const MINUTE_MS = 60_000;
const NAMES = ['region', 'kind', 'name', 'address', 'phone', 'note', 'hours'] as const satisfies (keyof PlaceValues)[];
const required = { required: true, message: texts.common.required };
const reject = (text: string) => Promise.reject(new Error(text));

interface Props {
  /** The one to change; null for a new one. */
  readonly place: Place | null;
  readonly onClose: () => void;
}

export function PlaceDrawer({ place, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<PlaceValues>();
  const hours = Form.useWatch('hours', form);
  const save = useSavePlace(place);
  const submit = (values: PlaceValues) =>
    save.mutate(inputOf(values), {
      onSuccess() {
        void message.success(words.saved);
        onClose();
      },
      onError: (error) => form.setFields(fieldErrors(error, NAMES).fields),
    });
  const rest = save.error ? fieldErrors(save.error, NAMES).rest : undefined;
  return (
    <Drawer
      open
      size={760}
      title={place ? words.edit : words.add}
      onClose={onClose}
      mask={{ closable: false }}
      extra={
        <Button type="primary" loading={save.isPending} onClick={form.submit}>
          {words.save}
        </Button>
      }
    >
      {rest && <Alert type="error" showIcon title={rest} style={{ marginBottom: 16 }} />}
      <Form<PlaceValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={place ? valuesOf(place) : NEW_PLACE}
        onFinish={submit}
        autoComplete="off"
      >
        <Facts />
        <Form.Item
          name="hours"
          label={words.hours}
          rules={[
            {
              validator: (_, value: Hours | null) =>
                areHoursRight(value) ? Promise.resolve() : reject(words.orderWrong),
            },
          ]}
        >
          <HoursField />
        </Form.Item>
      </Form>
      {hours && <Preview hours={hours} />}
    </Drawer>
  );
}

function Facts() {
  return (
    <Row gutter={16}>
      <Col span={12}>
        <Form.Item name="region" label={words.region} extra={words.regionHint} rules={[required]}>
          <RegionPicker permission="place.write" placeholder={texts.common.region} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="kind" label={words.kind} rules={[required]}>
          <Select options={PLACE_KINDS.map((value) => ({ value, label: PLACE_KIND_NAMES[value] }))} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="name" label={words.name} rules={[required, { min: 2, whitespace: true }]}>
          <Input maxLength={PLACE_LIMITS.name} showCount placeholder={words.namePlaceholder} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item
          name="phone"
          label={words.phone}
          rules={[
            {
              validator: (_, value?: string) =>
                !value || isPhone(value.trim()) ? Promise.resolve() : reject(words.phoneWrong),
            },
          ]}
        >
          <Input maxLength={14} placeholder={words.optional} />
        </Form.Item>
      </Col>
      <Col span={24}>
        <Form.Item name="address" label={words.address} rules={[required, { min: 2, whitespace: true }]}>
          <Input maxLength={PLACE_LIMITS.address} showCount placeholder={words.addressPlaceholder} />
        </Form.Item>
      </Col>
      <Col span={24}>
        <Form.Item name="note" label={words.note} rules={[{ min: 2 }]}>
          <Input maxLength={PLACE_LIMITS.note} showCount placeholder={words.notePlaceholder} />
        </Form.Item>
      </Col>
      <Coordinate name="lat" other="lon" least={3} most={54} />
      <Coordinate name="lon" other="lat" least={73} most={136} />
      <Col span={24}>
        <Typography.Paragraph type="secondary" style={{ marginTop: -16 }}>
          {words.positionHint}
        </Typography.Paragraph>
      </Col>
    </Row>
  );
}

/** One half of a position: both are given, or neither. */
function Coordinate(props: {
  readonly name: 'lat' | 'lon';
  readonly other: 'lat' | 'lon';
  readonly least: number;
  readonly most: number;
}) {
  const { name, other, least, most } = props;
  return (
    <Col span={12}>
      <Form.Item
        name={name}
        label={`${words.position}：${words[name]}`}
        dependencies={[other]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: number | null | undefined) =>
              typeof value !== 'number' && typeof getFieldValue(other) === 'number'
                ? reject(words.positionHalf)
                : Promise.resolve(),
          }),
        ]}
      >
        <InputNumber
          min={least}
          max={most}
          step={0.0001}
          controls={false}
          placeholder={words.optional}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </Col>
  );
}

function Preview({ hours }: { readonly hours: Hours }) {
  const nowMs = useNow(MINUTE_MS);
  if (!areHoursRight(hours)) return null;
  return (
    <Card size="small" title={words.preview} extra={<OpenNow hours={hours} nowMs={nowMs} />}>
      {weekLines(hours.week).map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Card>
  );
}
