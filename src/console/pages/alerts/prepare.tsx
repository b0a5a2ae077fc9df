// One person fills in a template and asks for its release; what it will look like stands beside it.
import { Alert, App, Button, Card, Col, Form, Input, InputNumber, Radio, Row, Select, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { AlertTemplate } from '../../../contract/alert-templates.ts';
import { ALERT_LIMITS, type AlertInput, MOST_MINUTES } from '../../../contract/alerts.ts';
import { scopesOf } from '../../../domain/access/can.ts';
import { useAlertTemplates, usePrepareAlert } from '../../api/alerts.ts';
import { sentenceOf } from '../../api/problem.ts';
import { useRegionTree } from '../../api/regions.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { browserNow } from '../../shared/clock.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { RegionPicker, RegionsPicker } from '../../shared/region-picker.tsx';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import { type AlertForm, inputOf, itemOf, keyOf } from './alert-form.ts';
import { AlertPreview } from './alert-preview.tsx';
import { CarriersField } from './carriers.tsx';
import { SeverityTag } from './tags.tsx';

const words = texts.alerts.prepare;
const DEBOUNCE_MS = 300;
const REQUIRED = [{ required: true, message: words.needed }];

export function PrepareAlertPage() {
  const [form] = Form.useForm<AlertForm>();
  const templates = useAlertTemplates('approved');
  const { staff } = useSignedIn();
  const values = Form.useWatch([], form) ?? {};
  const template = templates.data?.find((each) => keyOf(each) === values.template);
  const [own] = scopesOf(staff, 'alert.write');
  return (
    <Page title={words.title} actions={<BackButton to="/alerts" />}>
      <LoadFailure error={templates.error} onRetry={() => void templates.refetch()} />
      {templates.data?.length === 0 && <Alert type="info" showIcon title={words.noTemplates} />}
      <Row gutter={16}>
        <Col span={13}>
          <Card size="small">
            <Typography.Paragraph type="secondary">{words.step}</Typography.Paragraph>
            <Form form={form} layout="vertical" requiredMark={false} initialValues={{ authority: own }}>
              <Form.Item name="template" label={words.template} rules={REQUIRED}>
                <Select
                  loading={templates.isPending}
                  options={(templates.data ?? []).map((each) => ({ value: keyOf(each), label: each.name, each }))}
                  optionRender={({ data }) => <TemplateLine template={data.each} />}
                  onChange={(_, option) => {
                    if (!Array.isArray(option) && option)
                      form.setFieldsValue({ fields: {}, validMinutes: option.each.validMinutes });
                  }}
                />
              </Form.Item>
              {template && <FilledIn template={template} />}
            </Form>
          </Card>
        </Col>
        <Col span={11}>{template && <Beside template={template} values={values} form={form} />}</Col>
      </Row>
    </Page>
  );
}

function TemplateLine({ template }: { readonly template: AlertTemplate }) {
  return (
    <>
      <SeverityTag severity={template.severity} /> {template.name}
    </>
  );
}

function FilledIn({ template }: { readonly template: AlertTemplate }) {
  const most = MOST_MINUTES[template.severity];
  return (
    <>
      <Typography.Paragraph>
        <SeverityTag severity={template.severity} /> {texts.alerts.grades[template.severity]}
      </Typography.Paragraph>
      {template.fields.map((name) => (
        <Form.Item key={name} name={['fields', name]} label={name} rules={REQUIRED}>
          <Input maxLength={60} />
        </Form.Item>
      ))}
      <Form.Item name="kind" label={words.kind} extra={words.kindHint} rules={REQUIRED}>
        <Radio.Group
          optionType="button"
          options={[
            { value: 'rehearsal', label: texts.alerts.rehearsal },
            { value: 'actual', label: texts.alerts.actual },
          ]}
        />
      </Form.Item>
      <Form.Item name="source" label={words.source} rules={REQUIRED}>
        <Input placeholder={words.sourcePlaceholder} maxLength={ALERT_LIMITS.source} />
      </Form.Item>
      <Form.Item name="authority" label={words.authority} rules={REQUIRED}>
        <RegionPicker permission="alert.write" placeholder={texts.common.region} />
      </Form.Item>
      <Form.Item name="regions" label={words.regions} rules={REQUIRED}>
        <RegionsPicker permission="alert.write" />
      </Form.Item>
      <Form.Item name="validMinutes" label={words.minutes} extra={words.most(most / 60)} rules={REQUIRED}>
        <InputNumber min={5} max={most} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <CarriersField severity={template.severity} />
    </>
  );
}

interface BesideProps {
  readonly template: AlertTemplate;
  readonly values: AlertForm;
  readonly form: ReturnType<typeof Form.useForm<AlertForm>>[0];
}

function Beside({ template, values, form }: BesideProps) {
  const { modal, message } = App.useApp();
  const navigate = useNavigate();
  const prepare = usePrepareAlert();
  const tree = useRegionTree();
  const [now] = useState(browserNow);
  const shown = useDebounced(values, DEBOUNCE_MS);
  const item = useMemo(() => itemOf(template, shown, now), [template, shown, now]);

  const go = (input: AlertInput) =>
    prepare.mutate(input, {
      onSuccess({ id }) {
        void message.success(words.asked);
        void navigate(`/alerts/${id}`);
      },
      onError: (error) => form.setFields(fieldErrors(error, ['regions', 'validMinutes', 'carriers']).fields),
    });

  async function ask(): Promise<void> {
    const filled = await form.validateFields().catch(() => undefined);
    const input = filled && inputOf(template, filled);
    if (!input) return;
    const names = input.regions
      .map((code) => tree.data?.find((each) => each.code === code)?.shortName ?? code)
      .join('、');
    void modal.confirm({
      title: words.check,
      content: input.rehearsal ? words.checkRehearsal(names) : words.checkActual(names),
      okText: words.ask,
      okButtonProps: { danger: !input.rehearsal },
      onOk: () => go(input),
    });
  }

  return (
    <div style={{ position: 'sticky', top: 80, display: 'flex', flexDirection: 'column', gap: 16 }}>
      <AlertPreview item={item} />
      {prepare.error && <Alert type="error" showIcon title={sentenceOf(prepare.error)} />}
      <Button
        type="primary"
        danger={values.kind === 'actual'}
        size="large"
        block
        loading={prepare.isPending}
        onClick={() => void ask()}
      >
        {words.ask}
      </Button>
    </div>
  );
}
