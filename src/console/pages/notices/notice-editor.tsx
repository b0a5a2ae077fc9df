// The editor: the fields on the left, the television on the right, saving and submitting above.
import { Alert, Button, Card, Col, Form, Row } from 'antd';
import { useState } from 'react';
import type { Notice } from '../../../contract/notices.ts';
import { useSignedIn } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { browserNow } from '../../shared/clock.ts';
import { Page } from '../../shared/page.tsx';
import { StaleDialog } from '../../shared/stale-dialog.tsx';
import { UnsavedGuard } from '../../shared/unsaved-guard.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { EditorPreview } from './editor-preview.tsx';
import { NoticeFields } from './fields.tsx';
import { emptyForm, formOf, type NoticeForm } from './notice-form.ts';
import { useSaving } from './use-saving.ts';

const words = texts.editor;

interface Props {
  /** The notice as it was when the page was opened; undefined for a new one. */
  readonly opened: Notice | undefined;
  readonly onSaved: (saved: Notice) => void;
}

export function NoticeEditor({ opened, onSaved }: Props) {
  const { staff } = useSignedIn();
  const [form] = Form.useForm<NoticeForm>();
  const [initial] = useState(() => (opened ? formOf(opened) : emptyForm(staff, browserNow())));
  const saving = useSaving(form, opened, onSaved);
  return (
    <Page
      title={saving.id ? words.editTitle : words.newTitle}
      actions={
        <>
          <BackButton to={saving.id ? `/notices/${saving.id}` : '/notices'} />
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
      <Form<NoticeForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={saving.touch}
      >
        <Row gutter={[16, 16]}>
          <Col xs={24} xl={12}>
            <Card>
              <NoticeFields form={form} />
            </Card>
          </Col>
          <Col xs={24} xl={12}>
            <div style={{ position: 'sticky', top: 72 }}>
              <EditorPreview form={form} />
            </div>
          </Col>
        </Row>
      </Form>
      <StaleDialog title={words.staleTitle} stale={saving.stale} onKeep={saving.keep} onOverwrite={saving.overwrite} />
      <UnsavedGuard wouldLose={saving.wouldLose} />
    </Page>
  );
}
