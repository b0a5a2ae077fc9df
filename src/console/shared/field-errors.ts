// Puts what the server found wrong beside the field it is about.
import { ProblemError, sentenceOf } from '../api/problem.ts';

export interface FieldErrors<Name extends string> {
  readonly fields: { readonly name: Name; readonly errors: string[] }[];
  /** What belongs to no field of the form; undefined where the fields say it all. */
  readonly rest: string | undefined;
}

/** `names` are the form's fields; a path such as `regions.3` belongs to `regions`. */
export function fieldErrors<Name extends string>(error: unknown, names: readonly Name[]): FieldErrors<Name> {
  if (!(error instanceof ProblemError)) return { fields: [], rest: sentenceOf(error) };
  const byName = new Map<Name, string[]>();
  let homeless = error.errors.length === 0;
  for (const { path, message } of error.errors) {
    const name = names.find((each) => each === path || path.startsWith(`${each}.`));
    if (name) byName.set(name, [...(byName.get(name) ?? []), message || error.message]);
    else homeless = true;
  }
  return {
    fields: [...byName].map(([name, errors]) => ({ name, errors: [...new Set(errors)] })),
    rest: homeless ? error.message : undefined,
  };
}
