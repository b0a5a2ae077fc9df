// The parameters of a call, from its address and its form; an empty one is as good as none.
import { ProblemError } from '../../problem.ts';
import { open311Texts as TEXTS } from '../../texts/open311.zh-CN.ts';

/** What no text holds, whatever carries it: control characters other than line breaks, and the two that are no characters. */
const IMPOSSIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it is about
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;
const ATTRIBUTE = /^attribute\[([^[\]]*)\](\[\d*\])?$/;

export interface Given {
  /** @throws ProblemError bad-input where it is there twice and differs */
  one(name: string): string | undefined;
  /** Given several times or with commas between. */
  list(name: string): readonly string[];
  /** `attribute[code]=a`, `attribute[code][]=a&attribute[code][]=b` */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/**
 * `query`: of the address; a form's own parameters come before those.
 * @throws ProblemError bad-input for what is not UTF-8
 */
export function givenOf(query: string, form?: Uint8Array): Given {
  const [own, others] = [form ? pairsOf(textOf(form)) : [], pairsOf(query)];
  const valuesOf = (name: string): readonly string[] => {
    const found = own.filter(([key]) => key === name);
    return (found.length > 0 ? found : others.filter(([key]) => key === name)).map(([, value]) => value);
  };
  const attributes = new Map<string, string[]>();
  for (const [key, value] of own) {
    const code = ATTRIBUTE.exec(key)?.[1];
    if (code !== undefined) attributes.set(code, [...(attributes.get(code) ?? []), value]);
  }
  return {
    one(name) {
      const values = new Set(valuesOf(name));
      if (values.size > 1) throw wrong(name, TEXTS.twice);
      return [...values][0];
    },
    list: (name) =>
      valuesOf(name).flatMap((value) =>
        value
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean),
      ),
    attributes,
  };
}

export const wrong = (path: string, message: string): ProblemError =>
  new ProblemError('bad-input', { errors: [{ path, message }] });

function pairsOf(text: string): [string, string][] {
  const pairs = [...new URLSearchParams(text)];
  // What is left of bytes that are no UTF-8, such as those of GBK.
  if (pairs.some((pair) => pair.some((each) => each.includes('\ufffd')))) throw notUtf8();
  return pairs.flatMap(([key, value]) => {
    const clean = value.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(IMPOSSIBLE, '').trim();
    return clean === '' ? [] : [[key, clean]];
  });
}

function textOf(form: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(form);
  } catch {
    throw notUtf8();
  }
}

const notUtf8 = () => new ProblemError('bad-input', { detail: TEXTS.notUtf8 });
