// The page on which a guide is written and changed.
import { Alert, Skeleton } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Department } from '../../../contract/departments.ts';
import type { Guide } from '../../../contract/guide-calls.ts';
import { useGuide } from '../../api/guides.ts';
import { Forbidden } from '../../frame/page-failure.tsx';
import { BackButton } from '../../shared/back-button.tsx';
import { LoadFailure, Page } from '../../shared/page.tsx';
import { texts } from '../../texts/zh-CN.ts';
import { GuideEditor } from './guide-editor.tsx';
import { useDepartments } from './own-departments.ts';

const NEW = 'new';

export function GuideEditorPage() {
  const { number = NEW } = useParams();
  const [department] = useDepartments('guide.write');
  // A new guide gets its address when it is saved; the editor, with what is typed meanwhile, must stay the same one.
  const [names, setNames] = useState<readonly string[]>([number]);
  if (!names.includes(number)) setNames([number]);
  const first = names[0] ?? NEW;
  const onSaved = (saved: Guide) => setNames([first, saved.number]);
  if (!department) return <Forbidden />;
  if (first === NEW) return <GuideEditor key={NEW} opened={undefined} department={department} onSaved={onSaved} />;
  return <EditGuide key={first} number={first} department={department} onSaved={onSaved} />;
}

interface Props {
  readonly number: string;
  readonly department: Department;
  readonly onSaved: (saved: Guide) => void;
}

function EditGuide({ number, department, onSaved }: Props) {
  const guide = useGuide(number);
  // Once open it stays open: what someone else does to the guide must not take the author's text away.
  const [opened, setOpened] = useState<Guide | undefined>(undefined);
  if (!opened && guide.data?.moves.includes('edit')) setOpened(guide.data);
  if (opened) return <GuideEditor opened={opened} department={department} onSaved={onSaved} />;
  return (
    <Page title={texts.guideEditor.editTitle}>
      <LoadFailure error={guide.error} onRetry={() => void guide.refetch()} />
      {guide.isPending && <Skeleton active />}
      {guide.data && (
        <Alert type="info" showIcon title={texts.guideEditor.locked} action={<BackButton to={`/guides/${number}`} />} />
      )}
    </Page>
  );
}
