// Saving what the editor holds, and submitting it: what is under way, what went wrong, whose version counts.
import { App, type FormInstance } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Notice } from '../../../contract/notices.ts';
import { type SavedAs, useMoveNotice, useNotice, useSaveNotice } from '../../api/notices.ts';
import { ProblemError } from '../../api/problem.ts';
import { fieldErrors } from '../../shared/field-errors.ts';
import { texts } from '../../texts/zh-CN.ts';
import { inputOf, NOTICE_FIELDS, type NoticeForm } from './notice-form.ts';

type Goal = 'save' | 'submit';

const editPath = (id: string) => `/notices/${id}/edit`;

/** `opened`: the notice as it was when the page was opened; undefined for a new one. */
export function useSaving(
  form: FormInstance<NoticeForm>,
  opened: Notice | undefined,
  onSaved: (saved: Notice) => void,
) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const save = useSaveNotice();
  const move = useMoveNotice();
  const [savedAs, setSavedAs] = useState<SavedAs>(opened);
  const latest = useNotice(savedAs?.id);
  const [busy, setBusy] = useState<Goal | null>(null);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [stale, setStale] = useState<Goal | null>(null);
  // Counted, since one goes on typing while the page saves; and no state, since it is read in the moment of leaving.
  const changes = useRef(0);
  const changesSaved = useRef(0);
  const ownId = useRef(opened?.id);

  /** Saves where there is something to save; answers what the server holds now. */
  const saveAs = async (as: SavedAs): Promise<NonNullable<SavedAs>> => {
    const counted = changes.current;
    if (as && counted === changesSaved.current) return as;
    const saved = await save.mutateAsync({ as, input: inputOf(form.getFieldsValue(true)) });
    changesSaved.current = counted;
    ownId.current = saved.id;
    setSavedAs(saved);
    onSaved(saved);
    return saved;
  };

  const attempt = async (goal: Goal, as: SavedAs) => {
    setBusy(goal);
    setFailure(undefined);
    try {
      const { id, revision } = await saveAs(as);
      if (goal === 'submit') await move.mutateAsync({ id, revision, move: 'submit' });
      message.success(goal === 'submit' ? texts.notices.moved.submit : texts.notices.saved);
      if (goal === 'submit') await navigate(`/notices/${id}`);
      else if (!as) await navigate(editPath(id), { replace: true });
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'stale-revision') {
        setStale(goal);
        return;
      }
      const { fields, rest } = fieldErrors(error, NOTICE_FIELDS);
      form.setFields(fields);
      const first = fields[0];
      if (first) form.scrollToField(first.name, { focus: true, block: 'center' });
      setFailure(rest);
    } finally {
      setBusy(null);
    }
  };

  return {
    /** Undefined while a new notice has not been saved. */
    id: savedAs?.id,
    busy,
    failure,
    stale,
    /** For the guard; the editor itself moves on to the address of what it has just saved. */
    wouldLose: useCallback((next?: string) => {
      const isOwn = ownId.current !== undefined && next?.endsWith(editPath(ownId.current));
      return !isOwn && changes.current !== changesSaved.current;
    }, []),
    touch: () => {
      changes.current += 1;
    },
    /** Nothing is sent while a field is wrong; the form shows which. */
    start: (goal: Goal) =>
      form.validateFields().then(
        () => attempt(goal, savedAs),
        ({ errorFields }: { errorFields?: { name: (string | number)[] }[] }) => {
          const first = errorFields?.[0];
          if (first) form.scrollToField(first.name, { focus: true, block: 'center' });
        },
      ),
    keep: () => setStale(null),
    /** Saves again on top of what someone else has saved meanwhile. */
    overwrite: async (goal: Goal) => {
      setStale(null);
      changes.current += 1;
      const { data } = await latest.refetch();
      if (data) await attempt(goal, data);
    },
  };
}
