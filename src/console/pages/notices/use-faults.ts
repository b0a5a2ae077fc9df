// Tells at the fields what the server finds wrong while one is still writing.
import type { FormInstance } from 'antd';
import { useEffect } from 'react';
import { fieldErrors } from '../../shared/field-errors.ts';
import type { NoticeForm } from './notice-form.ts';

/**
 * What `error` says of the fields in `names` (the same array each time) stands there until it is over; what the form
 * itself says there is left alone.
 */
export function useFaults(
  form: FormInstance<NoticeForm>,
  error: Error | null,
  names: readonly (keyof NoticeForm)[],
): void {
  useEffect(() => {
    if (!error) return;
    const { fields } = fieldErrors(error, names);
    const ours = () =>
      fields.filter(({ name, errors }) => form.getFieldError(name).every((each) => errors.includes(each)));
    form.setFields(ours());
    return () => form.setFields(ours().map(({ name }) => ({ name, errors: [] })));
  }, [form, error, names]);
}
