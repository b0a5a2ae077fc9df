// The page on which a notice is written and changed.
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Notice } from '../../../contract/notices.ts';
import { useNotice } from '../../api/notices.ts';
import { Forbidden } from '../../frame/page-failure.tsx';
import { useMay } from '../../frame/session-context.ts';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { NoticeEditor } from './notice-editor.tsx';

const NEW = 'new';

export function EditorPage() {
  const { id = NEW } = useParams();
  const mayWrite = useMay('notice.write');
  // A new notice gets its id when it is saved; the editor, with what is typed meanwhile, must stay the same one.
  const [names, setNames] = useState<readonly string[]>([id]);
  if (!names.includes(id)) setNames([id]);
  const first = names[0] ?? NEW;
  const onSaved = (saved: Notice) => setNames([first, saved.id]);
  if (!mayWrite) return <Forbidden />;
  if (first === NEW) return <NoticeEditor key={NEW} opened={undefined} onSaved={onSaved} />;
  return <EditNotice key={first} id={first} onSaved={onSaved} />;
}

interface Props {
  readonly id: string;
  readonly onSaved: (saved: Notice) => void;
}

function EditNotice({ id, onSaved }: Props) {
  const notice = useNotice(id);
  // Once open it stays open: what someone else does to the notice must not take the author's text away.
  const [opened, setOpened] = useState<Notice | undefined>(undefined);
  if (!opened && notice.data?.moves.includes('edit')) setOpened(notice.data);
  if (opened) return <NoticeEditor opened={opened} onSaved={onSaved} />;
  return (
    <Page title={texts.editor.editTitle}>
      <LoadFailure error={notice.error} onRetry={() => void notice.refetch()} />
      {notice.isPending && <Skeleton active />}
      {notice.data && (
        <Alert type="info" showIcon title={texts.editor.locked} action={<BackButton to={`/notices/${id}`} />} />
      )}
    </Page>
  );
}
