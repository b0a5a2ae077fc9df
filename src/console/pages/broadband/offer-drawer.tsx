// Entering an offer or changing one.
import { Alert, App, Button, Col, DatePicker, Drawer, Form, Input, InputNumber, Row, Select } from 'antd';
import { type BroadbandOffer, OFFER_LIMITS, TECHNOLOGIES } from '../../../contract/broadband.ts';
import { useSaveOffer } from '../../api/broadband.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { RegionsPicker } from '../../shared/region-picker.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { areIncludesRight, inputOf, NEW_OFFER, type OfferValues, valuesOf } from './offer-form.ts';

const words = texts.broadband;
const NAMES = [
  'provider',
  'name',
  'downMbps',
  'upMbps',
  'technology',
  'monthlyFee',
  'installFee',
  'contractMonths',
  'includes',
  'regions',
  'validTo',
  'source',
] as const satisfies (keyof OfferValues)[];
const required = { required: true, message: texts.common.required };
const named = [required, { min: 2, whitespace: true }];

interface Props {
  /** The one to change; null for a new one. */
  readonly offer: BroadbandOffer | null;
  readonly onClose: () => void;
}

export function OfferDrawer({ offer, onClose }: Props) {
  const { message } = App.useApp();
  const [form] = Form.useForm<OfferValues>();
  const save = useSaveOffer(offer);
  const submit = (values: OfferValues) =>
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
      size={640}
      title={offer ? words.edit : words.add}
      onClose={onClose}
      mask={{ closable: false }}
      extra={
        <Button type="primary" loading={save.isPending} onClick={form.submit}>
          {words.save}
        </Button>
      }
    >
      {rest && <Alert type="error" showIcon title={rest} style={{ marginBottom: 16 }} />}
      <Form<OfferValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={offer ? valuesOf(offer) : NEW_OFFER}
        onFinish={submit}
        autoComplete="off"
      >
        <OfferFields />
      </Form>
    </Drawer>
  );
}

function OfferFields() {
  return (
    <Row gutter={16}>
      <Col span={12}>
        <Form.Item name="provider" label={words.provider} rules={named}>
          <Input maxLength={OFFER_LIMITS.provider} showCount />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="name" label={words.name} rules={named}>
          <Input maxLength={OFFER_LIMITS.name} showCount />
        </Form.Item>
      </Col>
      <Amount name="downMbps" label={words.down} least={1} most={10_000} />
      <Amount name="upMbps" label={words.up} least={1} most={10_000} />
      <Col span={8}>
        <Form.Item name="technology" label={words.technology} rules={[required]}>
          <Select options={TECHNOLOGIES.map((value) => ({ value, label: words.technologies[value] }))} />
        </Form.Item>
      </Col>
      <Amount name="monthlyFee" label={words.monthlyFee} most={10_000} precision={2} />
      <Amount name="installFee" label={words.installFee} most={10_000} precision={2} />
      <Amount name="contractMonths" label={words.contractMonths} most={60} hint={words.contractHint} />
      <Col span={24}>
        <Form.Item
          name="includes"
          label={words.includes}
          extra={words.includesHint}
          rules={[
            {
              validator: (_, value?: string[]) =>
                areIncludesRight(value) ? Promise.resolve() : Promise.reject(new Error(words.includesWrong)),
            },
          ]}
        >
          <Select mode="tags" open={false} suffixIcon={null} maxCount={OFFER_LIMITS.includes} />
        </Form.Item>
      </Col>
      <Col span={24}>
        <Form.Item name="regions" label={words.regions} rules={[{ ...required, type: 'array' }]}>
          <RegionsPicker permission="offer.write" />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="validTo" label={words.validTo} extra={words.validToHint}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="source" label={words.source} rules={named}>
          <Input maxLength={OFFER_LIMITS.source} placeholder={words.sourcePlaceholder} />
        </Form.Item>
      </Col>
    </Row>
  );
}

interface AmountProps {
  readonly name: keyof OfferValues;
  readonly label: string;
  readonly least?: number;
  readonly most: number;
  readonly precision?: number;
  readonly hint?: string;
}

function Amount({ name, label, least = 0, most, precision = 0, hint }: AmountProps) {
  return (
    <Col span={8}>
      <Form.Item name={name} label={label} extra={hint} rules={[required]}>
        <InputNumber
          min={least}
          max={most}
          {...(precision === 0 && { precision })}
          controls={false}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </Col>
  );
}
