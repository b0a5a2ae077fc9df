// What is wrong with a category of requests as it was entered.
import { isPrivacyKept, type RequestCategory } from '../../contract/requests.ts';

/** Each place by its path below `category`, with a sentence; what the contract's own schema refuses is not told again. */
export function categoryFaults(category: RequestCategory): { path: string; message: string }[] {
  const { where, fields } = category;
  const wheres = isPrivacyKept(category) ? [] : [{ path: 'where', message: '匿名反映的事不能在家里' }];
  const codes = fields.map(({ code }) => code);
  return [
    ...wheres,
    ...repeats(where).map((index) => ({ path: `where.${index}`, message: '选了两次' })),
    ...repeats(codes).map((index) => ({ path: `fields.${index}.code`, message: `有两个问题叫 ${codes[index]}` })),
    ...fields.flatMap(({ options }, at) => {
      const keys = options.map(({ key }) => key);
      return repeats(keys).map((index) => ({
        path: `fields.${at}.options.${index}.key`,
        message: `有两个选项叫 ${keys[index]}`,
      }));
    }),
  ];
}

/** Where something stands that stood before. */
const repeats = (names: readonly string[]): number[] =>
  names.flatMap((name, index) => (names.indexOf(name) < index ? [index] : []));
