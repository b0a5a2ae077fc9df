// Asks what became of an anonymous request, by the code that whoever sent it wrote down.
import type { Ask } from '../box/ask.ts';
import { PATHS } from '../feed/paths.ts';
import { parse } from '../feed/record.ts';
import type { CodeTrouble } from '../navigation/context.ts';
import { type CodeState, readCodeState } from './read.ts';

export async function lookUpCode(ask: Ask, code: string): Promise<CodeState | CodeTrouble> {
  const { status, body } = await ask({ method: 'GET', path: PATHS.requestCode.replace(':code', code), headers: {} });
  const state = status === 200 ? readCodeState(parse(body)) : null;
  if (state) return state;
  if (status === 404 || status === 400 || status === 422) return 'unknown';
  return status === 429 || status === 423 || status === 403 ? 'locked' : 'unreachable';
}
