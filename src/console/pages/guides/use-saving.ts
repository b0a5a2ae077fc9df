// Saving what the editor holds, and submitting it: what is under way, what went wrong, whose version counts.
import { App, type FormInstance } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Guide } from '../../../contract/guide-calls.ts';
import { type SavedAs, useGuide, useMoveGuide, useSaveGuide } from '../../api/guides.ts';
import { ProblemError, sentenceOf } from '../../api/problem.ts';
import { texts } from '../../texts/zh-CN.ts';
import { fieldOf, type GuideForm, inputOf } from './guide-form.ts';

type Goal = 'save' | 'submit';
type Name = (string | number)[];

const words = texts.guideEditor;
const editPath = (number: string) => `/guides/${number}/edit`;

/** `opened`: the guide as it was when the page was opened; undefined for a new one. */
export function useSaving(form: FormInstance<GuideForm>, opened: Guide | undefined, onSaved: (saved: Guide) => void) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const save = useSaveGuide();
  const move = useMoveGuide();
  const [savedAs, setSavedAs] = useState<SavedAs>(opened);
  const latest = useGuide(savedAs?.number);
  const [busy, setBusy] = useState<Goal | null>(null);
  const [failure, setFailure] = useState<string | undefined>(undefined);
  const [stale, setStale] = useState<Goal | null>(null);
  // Counted, since one goes on typing while the page saves; and no state, since it is read in the moment of leaving.
  const changes = useRef(0);
  const changesSaved = useRef(0);
  const ownNumber = useRef<string | undefined>(opened?.number);

  /** Saves where there is something to save; answers what the server holds now. */
  const saveAs = async (as: SavedAs): Promise<NonNullable<SavedAs>> => {
    const counted = changes.current;
    if (as && counted === changesSaved.current) return as;
    const saved = await save.mutateAsync({ as, content: inputOf(form.getFieldsValue(true)) });
    changesSaved.current = counted;
    ownNumber.current = saved.number;
    setSavedAs(saved);
    onSaved(saved);
    return saved;
  };

  const goTo = (names: readonly Name[]) => {
    const [first] = names;
    if (first) form.scrollToField(first, { focus: true, block: 'center' });
  };

  const attempt = async (goal: Goal, as: SavedAs) => {
    setBusy(goal);
    setFailure(undefined);
    try {
      const { number, revision } = await saveAs(as);
      if (goal === 'submit') await move.mutateAsync({ number, revision, move: 'submit' });
      message.success(goal === 'submit' ? texts.guides.moved.submit : texts.guides.saved);
      if (goal === 'submit') await navigate(`/guides/${number}`);
      else if (!as) await navigate(editPath(number), { replace: true });
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'stale-revision') {
        setStale(goal);
        return;
      }
      const { fields, rest } = faultsIn(error, form);
      form.setFields(fields as Parameters<typeof form.setFields>[0]);
      goTo(fields.map(({ name }) => name));
      setFailure(rest);
    } finally {
      setBusy(null);
    }
  };

  return {
    /** Undefined while a new guide has not been saved. */
    number: savedAs?.number,
    busy,
    failure,
    stale,
    /** For the guard; the editor itself moves on to the address of what it has just saved. */
    wouldLose: useCallback((next?: string) => {
      const isOwn = ownNumber.current !== undefined && next?.endsWith(editPath(ownNumber.current));
      return !isOwn && changes.current !== changesSaved.current;
    }, []),
    touch: () => {
      changes.current += 1;
    },
    /** Nothing is sent while a field is wrong; the form shows which. */
    start: (goal: Goal) =>
      form.validateFields().then(
        () => attempt(goal, savedAs),
        ({ errorFields = [] }: { errorFields?: { name: Name }[] }) => {
          setFailure(words.faults(errorFields.length));
          goTo(errorFields.map(({ name }) => name));
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

/** What the server found wrong, beside the fields it is about; `rest` where it is about none of them. */
function faultsIn(error: unknown, form: FormInstance<GuideForm>) {
  if (error instanceof ProblemError && error.code === 'guide-number-taken')
    return { fields: [{ name: ['number'] as Name, errors: [error.message] }], rest: undefined };
  const faults = error instanceof ProblemError ? error.errors : [];
  const fields = faults.flatMap(({ path, message }) => {
    const name = fieldOf(path, form.getFieldsValue(true));
    return name.length > 0 ? [{ name, errors: [message] }] : [];
  });
  return { fields, rest: fields.length > 0 ? words.faults(fields.length) : sentenceOf(error) };
}
