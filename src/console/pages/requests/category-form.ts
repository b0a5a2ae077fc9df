// A category as its form holds it: codes of questions and options are made, not typed.
import type { StoredCategory } from '../../../contract/request-settings.ts';
import { RequestCategory, type RequestField } from '../../../contract/requests.ts';

/** A question that is new has no code yet, nor has a new option a key. */
export interface FieldValues {
  readonly code?: string;
  readonly label?: string;
  readonly kind: RequestField['kind'];
  readonly required: boolean;
  readonly options?: readonly { readonly key?: string; readonly name?: string }[];
}

export type CategoryValues = Omit<RequestCategory, 'fields' | 'code'> & {
  readonly code: string;
  readonly fields?: readonly FieldValues[];
};

/** The first question of a new category: what residents answer by one digit. */
export const NEW_FIELD: FieldValues = { kind: 'choice', required: true, options: [{}] };

export function valuesOf({ revision: _, ...category }: StoredCategory): CategoryValues {
  return category;
}

export const isChoice = (kind: RequestField['kind'] | undefined): boolean => kind === 'choice' || kind === 'choices';

/** Codes that are there stay: old answers are told by them. Null where the contract would not take it. */
export function categoryOf(values: CategoryValues): RequestCategory | null {
  const fields = values.fields ?? [];
  const codes = named(
    fields.map(({ code }) => code),
    'q',
  );
  const parsed = RequestCategory.safeParse({
    ...values,
    fields: fields.map(({ label, kind, required, options = [] }, at) => {
      const keys = named(
        options.map(({ key }) => key),
        'o',
      );
      return {
        code: codes[at],
        label,
        kind,
        required,
        options: isChoice(kind) ? options.map(({ name }, index) => ({ key: keys[index], name })) : [],
      };
    }),
  });
  return parsed.success ? parsed.data : null;
}

/** Each that has no name gets the first free one: q1, q2. */
function named(names: readonly (string | undefined)[], letter: string): string[] {
  const taken = new Set(names.filter((name) => name !== undefined));
  let count = 0;
  const next = (): string => {
    count += 1;
    const name = `${letter}${count}`;
    return taken.has(name) ? next() : name;
  };
  return names.map((name) => name ?? next());
}
