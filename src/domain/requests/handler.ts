// A handler as one word, as the store finds it: department:housing, region:370306001001, operator.
import { Handler } from '../../contract/requests.ts';

/** `department:housing`, `region:370306001001` or `operator`. */
export const keyOf = (handler: Handler): string => {
  if (handler.kind === 'department') return `department:${handler.department}`;
  return handler.kind === 'region' ? `region:${handler.region}` : 'operator';
};

/** @throws RangeError for what `keyOf` did not make */
export function handlerOf(key: string): Handler {
  const [kind, name] = key.split(':');
  const handler = Handler.safeParse(
    kind === 'department' ? { kind, department: name } : kind === 'region' ? { kind, region: name } : { kind },
  );
  if (!handler.success) throw new RangeError(`not a handler: ${key}`);
  return handler.data;
}
