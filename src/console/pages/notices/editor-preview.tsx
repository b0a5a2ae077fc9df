// What is being written, as the television will show it, a moment after each change.
import { Alert, Form, type FormInstance } from 'antd';
import { useMemo, useState } from 'react';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import { ALWAYS } from '../../../domain/schedule/airing.ts';
import { usePreview } from '../../api/notices.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { fromPicker } from '../../shared/time.ts';
import { useDebounced } from '../../shared/use-debounced.ts';
import { texts } from '../../texts/zh-CN.ts';
import type { NoticeForm } from './notice-form.ts';
import { TvPreview } from './tv-preview.tsx';
import { useFaults } from './use-faults.ts';

const DEBOUNCE_MS = 400;
const FIELDS = ['text'] as const;
/** The television only compares it with other items' ids. */
const UNSAVED_ID = '00000000-0000-0000-0000-000000000000' as NoticeId;

export function EditorPreview({ form }: { readonly form: FormInstance<NoticeForm> }) {
  const values = useDebounced(Form.useWatch([], form), DEBOUNCE_MS);
  const text = values?.text ?? '';
  const preview = usePreview(text);
  const { error } = preview;
  // While the next is on its way, or the text has a fault, the last good picture stays.
  const [shown, setShown] = useState(preview.data);
  if (preview.data && preview.data !== shown) setShown(preview.data);
  useFaults(form, error, FIELDS);
  const item = useMemo((): NoticeItem | undefined => {
    if (!values || !shown || text.trim() === '') return undefined;
    const validFrom = fromPicker(values.validFrom);
    return {
      kind: 'notice',
      id: UNSAVED_ID,
      revision: 1,
      title: values.title.trim() || texts.preview.newTitle,
      source: values.source.trim() || texts.preview.newSource,
      category: values.category,
      blocks: shown.blocks,
      pinned: values.pinned,
      validFrom,
      validTo: null,
      airing: ALWAYS,
      placements: [],
      weight: 1,
      publishedAt: validFrom,
    };
  }, [values, shown, text]);
  const isFaulty = error instanceof ProblemError && error.errors.length > 0;
  return (
    <TvPreview
      item={item}
      reading={shown?.reading}
      note={error && <Alert type="warning" showIcon title={isFaulty ? texts.preview.faulty : sentenceOf(error)} />}
    />
  );
}
