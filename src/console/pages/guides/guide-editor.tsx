// The editor: the fields on the left, the television and what was found on the right, saving and submitting above.
import { Alert, Button, Col, Flex, Form, type FormInstance, Row } from 'antd';
import { useMemo, useState } from 'react';
import type { Department } from '../../../contract/departments.ts';
import type { Guide } from '../../../contract/guide-calls.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { browserNow } from '../../shared/clock.ts';
import { Page } from '../../shared/page.tsx';
import { StaleDialog } from '../../shared/stale-dialog.tsx';
import { dayOf } from '../../shared/time.ts';
import { UnsavedGuard } from '../../shared/unsaved-guard.tsx';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import { FindingsCard } from './findings-card.tsx';
import { GuideFields } from './guide-fields.tsx';
import { emptyForm, fieldOf, formOf, type GuideForm, previewOf } from './guide-form.ts';
import { GuidePreview } from './tv-preview.tsx';
import { useSaving } from './use-saving.ts';

const words = texts.guideEditor;
const DEBOUNCE_MS = 400;

interface Props {
  /** The guide as it was when the page was opened; undefined for a new one. */
  readonly opened: Guide | undefined;
  /** A new one's at first. */
  readonly department: Department;
  readonly onSaved: (saved: Guide) => void;
}

export function GuideEditor({ opened, department, onSaved }: Props) {
  const [form] = Form.useForm<GuideForm>();
  const [initial] = useState(() => (opened ? formOf(opened.content) : emptyForm(department, dayOf(browserNow()))));
  const [findings, setFindings] = useState(opened?.findings);
  const saving = useSaving(form, opened, (saved) => {
    setFindings(saved.findings);
    onSaved(saved);
  });
  const { number } = saving;
  const goTo = (path: string) =>
    form.scrollToField(fieldOf(path, form.getFieldsValue(true)), { focus: true, block: 'center' });
  return (
    <Page
      title={number ? `${words.editTitle} ${number}` : words.newTitle}
      actions={
        <>
          <BackButton to={number ? `/guides/${number}` : '/guides'} />
          <Button loading={saving.busy === 'save'} disabled={saving.busy !== null} onClick={() => saving.start('save')}>
            {words.save}
          </Button>
          <Button
            type="primary"
            loading={saving.busy === 'submit'}
            disabled={saving.busy !== null}
            onClick={() => saving.start('submit')}
          >
            {words.submit}
          </Button>
        </>
      }
    >
      {saving.failure && <Alert type="error" showIcon title={saving.failure} />}
      <Form<GuideForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={false}
        initialValues={initial}
        onValuesChange={saving.touch}
      >
        <Row gutter={[16, 16]}>
          <Col xs={24} xl={14}>
            <GuideFields isSaved={number !== undefined} />
          </Col>
          <Col xs={24} xl={10}>
            <Flex vertical gap={16} style={{ position: 'sticky', top: 72 }}>
              <Preview form={form} />
              <FindingsCard findings={findings} onGo={goTo} />
            </Flex>
          </Col>
        </Row>
      </Form>
      <StaleDialog title={words.staleTitle} stale={saving.stale} onKeep={saving.keep} onOverwrite={saving.overwrite} />
      <UnsavedGuard wouldLose={saving.wouldLose} />
    </Page>
  );
}

/** A moment after each change. */
function Preview({ form }: { readonly form: FormInstance<GuideForm> }) {
  // Watching tells when something has changed; fields that are not on the page at the moment are in the store alone.
  const watched = useDebounced(Form.useWatch([], form), DEBOUNCE_MS);
  const guide = useMemo(() => (watched ? previewOf(form.getFieldsValue(true)) : null), [form, watched]);
  return <GuidePreview guide={guide} />;
}
